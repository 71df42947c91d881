import APISpec
import Diagnostics

/// Recognises in one document what selects the version, by the shapes in which services are known to do it.
struct LoneSelector {
    /// A selector with the values that the document names, the newest first.
    struct Found {
        var selector: VersionSelector
        /// What the document's own version is selected by.
        var value: String
        /// All values that are listed.
        var values: [String]
    }

    private let document: SpecDocument
    private var version: String { document.versions.first?.id ?? "" }

    init(_ document: SpecDocument) { self.document = document }

    /// A parameter that may select the version, whatever its values are.
    static func candidate(in document: SpecDocument) -> VersionSelector? {
        let lone = LoneSelector(document)
        return lone.parameters.first.map { VersionSelector($0.location == .header ? .header : .query, name: $0.name) }
    }

    /// What selects the version; `nil` where nothing has such a shape in most operations.
    var found: Found? { parameters.lazy.compactMap(parameter).first ?? mediaType }

    // MARK: Parameters

    private struct Candidate: Hashable {
        var location: Parameter.Location
        var name: String
    }

    private var parameters: [Candidate] {
        var seen: Set<Candidate> = []
        return document.operations.flatMap(\.revisions).flatMap(\.parameters).compactMap { parameter in
            guard Self.isWellKnown(parameter) else { return nil }
            let candidate = Candidate(location: parameter.location, name: parameter.name)
            return seen.insert(candidate).inserted ? candidate : nil
        }
    }

    /// `api-version` in header or query; a header that ends in `-Version` and speaks of no program.
    private static func isWellKnown(_ parameter: Parameter) -> Bool {
        let words = NameMaking.words(parameter.name).map { $0.lowercased() }
        let isOfAPI = words == ["api", "version"] || words == ["apiversion"]
        switch parameter.location {
        case .query: return isOfAPI
        case .header:
            let ofPrograms = ["client", "app", "sdk", "agent", "min", "minimum", "browser", "os", "platform", "schema"]
            return isOfAPI
                || (words.count > 1 && words.last == "version" && !words.contains(where: ofPrograms.contains))
        case .path, .cookie: return false
        }
    }

    private func parameter(_ candidate: Candidate) -> Found? {
        var selector = VersionSelector(candidate.location == .header ? .header : .query, name: candidate.name)
        selector.isRequired = false
        let values = SelectorValue(document)
        var listed: [[String]] = []
        var without: [String] = []
        for operation in document.operations {
            let own = operation.revisions.flatMap(\.parameters).filter(selector.isSelector)
            if own.isEmpty { without.append(operation.id) }
            selector.isRequired = selector.isRequired || own.contains(where: \.isRequired)
            for parameter in own where !listed.contains(values.values(of: parameter)) {
                listed.append(values.values(of: parameter))
            }
        }
        guard listed.count == 1, var list = listed.first, without.count * 2 < document.operations.count else {
            return nil
        }
        list.sort { VersionOrder.precedes($1, $0) }
        let isOfAPI = NameMaking.words(candidate.name).map { $0.lowercased() }.contains { $0.hasPrefix("api") }
        guard list.isEmpty ? isOfAPI : list.allSatisfy({ $0.contains(where: \.isNumber) }) else { return nil }
        let value = list.isEmpty || list.contains(version) ? version : list[0]
        selector.accepted = list.filter { $0 != value }
        return found(selector, value: value, values: list, without: without, evidence: "well-known-name")
    }

    // MARK: Media types

    private var mediaType: Found? {
        var values: Set<String> = []
        var patterns: [String] = []
        var count = 0
        for operation in document.operations {
            let types = operation.revisions.flatMap(\.mediaTypes)
            let found = types.compactMap { VersionText.inMediaType($0, known: []) }
            values.formUnion(found.map(\.value))
            patterns += found.map(\.pattern)
            if !types.isEmpty { count += 1 }
        }
        guard values.count == 1, let value = values.first else { return nil }
        var selector = VersionSelector(.mediaType)
        selector.pattern = MediaPattern.common(patterns)
        let without = MediaPattern.without(selector, value, in: document)
        guard without.count * 2 < count else { return nil }
        return found(selector, value: value, values: [value], without: without, evidence: "vendor-media-type")
    }

    private func found(
        _ selector: VersionSelector, value: String, values: [String], without: [String], evidence: String
    ) -> Found {
        var selector = selector
        selector.omittedBy = without
        selector.confidence = .medium
        selector.recovered = [evidence]
        return Found(selector: selector, value: value, values: values)
    }
}
