public import APIModel

/// The life of every operation and type of a service over all its versions.
public struct VersionHistory: Sendable {
    /// What an operation or a type is in a version, seen from the version before.
    public enum State: Sendable, Hashable {
        /// The version does not have it.
        case absent
        /// The version before does not have it.
        case added
        /// It is as in the version before.
        case same
        /// It says something else itself.
        case changed
        /// It is the same but for a type that it uses.
        case reached
    }

    /// The life of one operation or type.
    public struct Life: Sendable, Hashable {
        /// The id of the operation, or the name of the type without its version.
        public let name: String
        /// What people look for it under: a tag of the documentation, or the first word of the path; empty for types.
        public let group: String
        /// What it is in each of ``VersionHistory/versions``.
        public let states: [State]

        /// Whether every version has it, and it says the same in all; types that it uses may change.
        public var isSteady: Bool {
            states.first != .absent && states.dropFirst().allSatisfy { $0 == .same || $0 == .reached }
        }
    }

    /// The title of the service.
    public let service: String
    /// The ids of the versions, the oldest first.
    public let versions: [String]
    /// The operations, in the order of the documentation.
    public let operations: [Life]
    /// The types that operations use, in the order of the documentation.
    public let types: [Life]
    /// What each step from a version to the next one changes, the oldest first.
    public let steps: [MoveCost]

    /// The history of a spec. Throws `DiagnosticError`, never for a spec that was read from a file.
    public init(_ file: SpecFile) throws {
        let document = file.document.withoutSelector
        let model = APIModel(document)
        service = document.service.title
        let versions = Array(document.versions.map(\.id).reversed())
        self.versions = versions
        let comparer = SpecComparer(old: file, new: file)
        var steps: [MoveCost] = []
        var touched: [Touched] = []
        for (older, newer) in zip(versions, versions.dropFirst()) {
            let report = try comparer.compare(.versions(old: older, new: newer))
            steps.append(MoveCost(report, from: older, to: newer))
            touched.append(Touched(report))
        }
        self.steps = steps
        operations = model.operations.map { operation in
            let held = Set(operation.calls.map(\.version))
            return Life(
                name: operation.id, group: Self.group(operation),
                states: Self.states(versions, has: held.contains) { step in
                    touched[step].operations.contains(operation.id)
                        ? .changed : touched[step].reached.contains(operation.id) ? .reached : .same
                })
        }
        types = Self.types(model, versions, touched)
    }

    /// What a step changes.
    private struct Touched {
        var operations: Set<String> = []
        var types: Set<String> = []
        var reached: Set<String> = []

        init(_ report: DiffReport) {
            for finding in report.findings where !finding.difference.isForPeopleOnly {
                let steps = finding.difference.path.steps
                guard steps.count > 1 else { continue }
                if steps[0] == "operations" {
                    operations.insert(steps[1])
                } else if steps[0] == "schemas" {
                    types.insert(steps[1])
                    reached.formUnion(finding.operations)
                }
            }
        }
    }

    private static func states(
        _ versions: [String], has: (String) -> Bool, at step: (Int) -> State
    ) -> [State] {
        versions.indices.map { index in
            guard has(versions[index]) else { return .absent }
            guard index > 0, has(versions[index - 1]) else { return .added }
            return step(index - 1)
        }
    }

    private static func types(_ model: APIModel, _ versions: [String], _ touched: [Touched]) -> [Life] {
        var order: [String] = []
        var names: [String: [String: Set<String>]] = [:]
        for schema in model.schemas where !schema.versions.isEmpty {
            if names[schema.baseName] == nil { order.append(schema.baseName) }
            for version in schema.versions {
                names[schema.baseName, default: [:]][version, default: []].insert(schema.equalTo)
            }
        }
        return order.map { name in
            let held = names[name] ?? [:]
            return Life(
                name: name, group: "",
                states: states(versions, has: { held[$0] != nil }) { step in
                    if touched[step].types.contains(name) { return .changed }
                    return held[versions[step]] == held[versions[step + 1]] ? .same : .reached
                })
        }
    }

    private static func group(_ operation: ResolvedOperation) -> String {
        guard let call = operation.calls.first else { return "" }
        if let tag = call.revision.tags.first { return tag }
        let segments = call.stated.path.split(separator: "/").map(String.init)
        let isVersion: (String) -> Bool = { segment in
            ["v", "V"].contains(segment.first) && segment.dropFirst().first?.isNumber ?? false
        }
        return segments.first { !isVersion($0) && !$0.contains("{") } ?? segments.first ?? ""
    }
}
