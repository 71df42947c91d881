/// Which Swift type a schema becomes, and which schemas have a declaration: the only place that knows.
///
/// The renderer writes these types down, and the differ compares them: what does not compile any more is what has another
/// type here.
public struct SwiftTypeMapping: Sendable {
    /// The choices that decide.
    public let choices: SwiftTypeChoices
    private let canonicalNames: [String: String]
    private let schemas: [String: ResolvedSchema]
    private let sent: Set<String>
    private let received: Set<String>
    /// The lists and maps that hold themselves, which no other type can spell.
    private let wrappers: Set<String>

    /// The types of a model that ``APIModel/inSwift(_:)`` made with the same choices.
    public init(_ model: APIModel, choices: SwiftTypeChoices = SwiftTypeChoices()) {
        self.choices = choices
        canonicalNames = Dictionary(
            model.schemas.map { ($0.name, $0.equalTo) }, uniquingKeysWith: { first, _ in first })
        schemas = Dictionary(model.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        sent = Set(model.schemas.filter(\.isSent).map(\.equalTo))
        received = Set(model.schemas.filter(\.isReceived).map(\.equalTo))
        // Definitions stand in the place of their names, except where they come again.
        let named = model.schemas.flatMap(\.schema.types) + model.contracts.flatMap(\.statedTypes)
        wrappers = Set(named.flatMap(\.namedTargets).map { [canonicalNames] name in canonicalNames[name] ?? name })
    }

    /// The first of the schemas that are equal to one, which all share its declaration.
    public func canonicalName(of schema: String) -> String { canonicalNames[schema] ?? schema }

    /// Whether requests hold the type that stands for a schema, in any of the versions that share it.
    public func isSent(_ schema: String) -> Bool { sent.contains(canonicalName(of: schema)) }

    /// Whether responses hold the type that stands for a schema, in any of the versions that share it.
    public func isReceived(_ schema: String) -> Bool { received.contains(canonicalName(of: schema)) }

    /// The type of the user's own that stands for a schema, dotted; `nil` where none does.
    public func ownType(of schema: String) -> String? {
        choices.types[schema] ?? choices.types[canonicalName(of: schema)]
    }

    /// Whether generated code declares a type for a schema, rather than spelling it where it is used.
    public func isDeclared(_ schema: String) -> Bool {
        let name = canonicalName(of: schema)
        guard let resolved = schemas[name], ownType(of: schema) == nil else { return false }
        guard let definition = resolved.schema.definition else { return true }
        return definition.kind.needsDeclaration || wrappers.contains(name)
    }

    /// The type of values of `schema`. `place` is what the documentation calls the place: an enumeration or a union that is
    /// spelt out there is named after it.
    public func type(of schema: Schema, at place: String) -> SwiftType {
        if let name = schema.definitionName {
            if let own = ownType(of: name) { return .own(own) }
            if isDeclared(name) { return .declared(canonicalName(of: name)) }
        }
        switch schema.kind {
        case .unknown, .object: return .ready(.json)
        case .string where schema.isFilePart: return .ready(.file)
        case .string("byte"): return .ready(.bytes)
        case .string("date-time"): return .ready(choices.dates == .string ? .text : .date)
        case .string: return .ready(.text)
        case .integer("uint64"): return .ready(.unsigned)
        case .integer: return .ready(.integer)
        case .number: return .ready(choices.numbers == .decimal ? .decimal : .double)
        case .boolean: return .ready(.flag)
        case .array(let items):
            return .list(type(of: items, at: Self.singular(place)), hasNull: items.isNullable)
        case .map(let values):
            return .dictionary(type(of: values, at: Self.singular(place)), hasNull: values.isNullable)
        case .reference(let name): return type(named: name, at: place)
        case .enumeration, .numbers, .union: return .spelledOut(place: place, schema.kind)
        }
    }

    private func type(named name: String, at place: String) -> SwiftType {
        if let own = ownType(of: name) { return .own(own) }
        if isDeclared(name) { return .declared(canonicalName(of: name)) }
        guard let definition = schemas[name]?.schema.definition else { return .ready(.json) }
        return type(of: definition, at: place)
    }

    /// The name of one element of what is called `name`: `restore_target_id` of `restore_target_ids`.
    public static func singular(_ name: String) -> String {
        let lowered = name.lowercased()
        guard lowered.count > 3, lowered.hasSuffix("s"), !["ss", "us", "is"].contains(where: lowered.hasSuffix) else {
            return name
        }
        return lowered.hasSuffix("ies") ? String(name.dropLast(3)) + "y" : String(name.dropLast())
    }
}

extension Schema.Kind {
    /// Whether Swift needs a declaration for such a type.
    public var needsDeclaration: Bool {
        switch self {
        case .enumeration, .numbers, .union: true
        default: false
        }
    }
}

extension Schema {
    /// The schemas that the type names without their definition standing in its place.
    public var namedTargets: [String] {
        switch kind {
        case .reference(let name): [name]
        case .array(let items), .map(let items): items.namedTargets
        case .union(let members): members.flatMap(\.namedTargets)
        default: []
        }
    }
}

extension Call {
    /// All types that the call states.
    public var statedTypes: [Schema] {
        revision.parameters.map(\.schema) + [request?.schema].compactMap { $0 }
            + revision.responses.flatMap { [$0.schema].compactMap { $0 } + $0.headers.map(\.schema) }
    }
}
