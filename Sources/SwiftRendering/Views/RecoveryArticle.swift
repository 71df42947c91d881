import APIModel

/// The article of a module that tells what parts of operations and states were recovered from: each fact once, however
/// many versions have it. Methods say what was recovered, and not again from what.
struct RecoveryArticle {
    /// The name by which documentation links to the article.
    static let name = "Recovered"

    private let model: APIModel

    /// The article on a service as generated code has it.
    init(_ model: APIModel) { self.model = model }

    /// The article; `nil` where tables state everything.
    var text: String? {
        let operations = operations
        let states = states
        guard !operations.isEmpty || !states.isEmpty else { return nil }
        var doc = DocComment()
        doc.note("# What was recovered")
        doc.note("Parts of \(DocComment.clean(model.service.title)) that no table of its documentation states.")
        doc.note("## Overview")
        doc.note(
            "They were recovered from the rest of the documentation. Each is listed with its evidence, in the words of the "
                + "spec, until a person confirms it in the overlay. Types whose members were recovered say so themselves."
        )
        Self.add(operations, under: "## Operations", to: &doc)
        Self.add(states, under: "## States", to: &doc)
        return doc.lines.joined(separator: "\n") + "\n"
    }

    private static func add(_ items: [String], under heading: String, to doc: inout DocComment) {
        guard !items.isEmpty else { return }
        doc.note(heading)
        doc.separator()
        for item in items { doc.item(item) }
    }

    /// An item for each operation, and for each of its revisions where their evidence differs.
    private var operations: [String] {
        var order: [String] = []
        var found: [String: [(evidence: String, versions: [String])]] = [:]
        for version in model.versions {
            for call in model.calls(in: version.id) {
                let phrases = RecoveryPhrases.evidence(call.revision)
                guard !phrases.isEmpty else { continue }
                let evidence = phrases.joined(separator: "; ")
                if found[call.operation] == nil { order.append(call.operation) }
                var entries = found[call.operation] ?? []
                if let index = entries.firstIndex(where: { $0.evidence == evidence }) {
                    entries[index].versions.append(version.id)
                } else {
                    entries.append((evidence, [version.id]))
                }
                found[call.operation] = entries
            }
        }
        return order.sorted().flatMap { operation in
            (found[operation] ?? []).map { entry in
                "\(DocComment.quoted(operation)) of \(Phrases.versions(entry.versions)): \(entry.evidence)."
            }
        }
    }

    /// An item for each resource whose state was inferred.
    private var states: [String] {
        model.resources.compactMap { resource in
            guard let name = resource.state, let evidence = resource.resource.state?.inferred, !evidence.isEmpty else {
                return nil
            }
            return "\(DocComment.quoted(resource.name)): that \(DocComment.quoted(name)) is its state, from "
                + "\(Phrases.enumeration(evidence.map(DocComment.quoted)))."
        }
    }
}
