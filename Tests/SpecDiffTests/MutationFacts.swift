import APIModel
import APISpec

/// What is known of a document without comparing anything: which operations reach a schema, and in which versions.
struct MutationFacts {
    /// Who reaches a schema from one side.
    struct Reach {
        var operations: Set<String> = []
        var versions: Set<String> = []
    }

    let document: SpecDocument
    private var sent: [String: Reach] = [:]
    private var received: [String: Reach] = [:]

    init(_ document: SpecDocument) {
        self.document = document
        var members: [String: [String]] = [:]
        for schema in document.schemas { members[schema.name] = schema.properties.flatMap(\.schema.referencedNames) }
        for operation in document.operations {
            for revision in operation.revisions {
                let requests = revision.parameters.map(\.schema) + [revision.request?.schema].compactMap(\.self)
                for name in Self.closure(requests, members) {
                    sent[name, default: Reach()].operations.insert(operation.id)
                    sent[name, default: Reach()].versions.formUnion(revision.versions)
                }
                for name in Self.closure(revision.responses.compactMap(\.schema), members) {
                    received[name, default: Reach()].operations.insert(operation.id)
                    received[name, default: Reach()].versions.formUnion(revision.versions)
                }
            }
        }
    }

    private static func closure(_ roots: [Schema], _ members: [String: [String]]) -> Set<String> {
        var found: Set<String> = []
        var pending = roots.flatMap(\.referencedNames)
        while let name = pending.popLast() {
            if found.insert(name).inserted { pending += members[name] ?? [] }
        }
        return found
    }

    /// A line of what is expected, and of what is found.
    static func line(
        _ rule: String, _ location: String, _ operations: some Sequence<String> = [String](),
        _ versions: some Sequence<String> = [String]()
    ) -> String {
        "\(rule) | \(location) | \(operations.sorted().joined(separator: ",")) | "
            + versions.sorted().joined(separator: ",")
    }

    /// The rule that speaks where a part rests on recovery.
    static func judged(_ rule: String, isInferred: Bool) -> String {
        guard isInferred, !rule.hasPrefix("reading-") else { return rule }
        return "reading-\(rule.prefix { $0 != "-" })-changed"
    }

    /// The lines for a change of a property: one for each side that reaches its schema.
    func property(
        _ schema: NamedSchema, _ steps: String, request: String, response: String, unused: String
    ) -> Set<String> {
        let location = "schemas/\(VersionedName(schema.name).base)/\(steps)"
        let isInferred = !schema.recovered.isEmpty || schema.isLost
        func rule(_ id: String) -> String { Self.judged(id, isInferred: isInferred) }
        let sent = self.sent[schema.name]
        let received = self.received[schema.name]
        let versions = (sent?.versions ?? []).union(received?.versions ?? [])
        let operations = (sent?.operations ?? []).union(received?.operations ?? [])
        var lines: Set<String> = []
        for (id, reach) in [(request, sent), (response, received)] {
            guard let reach else { continue }
            let isForPeople = id.hasPrefix("documentation-description") || id.hasPrefix("documentation-example")
            lines.insert(
                Self.line(rule(id), location, isForPeople ? operations : reach.operations, versions))
        }
        if lines.isEmpty { lines.insert(Self.line(rule(unused), location)) }
        return lines
    }

    /// The line for a change of a schema as a whole.
    func whole(_ schema: NamedSchema, _ rule: String) -> String {
        let reaches = [sent[schema.name], received[schema.name]].compactMap(\.self)
        return Self.line(
            Self.judged(rule, isInferred: !schema.recovered.isEmpty || schema.isLost),
            "schemas/\(VersionedName(schema.name).base)", Set(reaches.flatMap(\.operations)),
            Set(reaches.flatMap(\.versions)))
    }

    /// Whether any operation reaches a schema.
    func isUsed(_ schema: String) -> Bool { sent[schema] != nil || received[schema] != nil }

    /// Whether requests hold the Swift type of a schema, which equal schemas share.
    static func isSent(_ name: String, _ document: SpecDocument) -> Bool {
        let model = APIModel(document)
        guard let own = model.schema(named: name)?.equalTo else { return false }
        return model.schemas.contains { $0.isSent && $0.equalTo == own }
    }

    /// Whether two arguments that both lists have, and that did not become required, change places.
    static func haveFlipped(_ old: [(String, Bool)], _ new: [(String, Bool)]) -> Bool {
        func ranks(_ list: [(String, Bool)]) -> [String: Int] {
            let ordered = list.filter(\.1) + list.filter { !$0.1 }
            return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.0, $0) })
        }
        let before = ranks(old)
        let after = ranks(new)
        let wasRequired = Dictionary(uniqueKeysWithValues: old.map { ($0.0, $0.1) })
        let isRequired = Dictionary(uniqueKeysWithValues: new.map { ($0.0, $0.1) })
        let kept = before.keys.filter { after[$0] != nil && !(isRequired[$0] == true && wasRequired[$0] == false) }
        for left in kept {
            for right in kept {
                guard let old = (before[left], before[right]) as? (Int, Int),
                    let new = (after[left], after[right]) as? (Int, Int)
                else { continue }
                if old.0 < old.1, new.0 > new.1 { return true }
            }
        }
        return false
    }
}
