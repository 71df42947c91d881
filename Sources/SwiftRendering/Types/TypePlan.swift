import APIModel
import Diagnostics

/// Which Swift types a service has, what they are called, and in which namespace they live.
///
/// A type that several versions use, or none, lives in the service's namespace; one that a single version uses lives
/// in that version's. Each version's namespace has an alias, without the version suffix, for every shared type that it
/// uses, so that code reads the same in all versions.
struct TypePlan {
    /// A namespace that types live in.
    enum Namespace: Hashable {
        case service
        case version(String)
        /// The protocol of several versions, by their ids.
        case shared([String])
        /// No namespace of the service: code that only speaks of one version, and names it in full.
        case outside(String)
        /// No namespace of the service either: code that is the same for several versions.
        case outsideOfAll

        /// Where code is that is the same in these versions.
        static func of(_ versions: [String]) -> Namespace {
            versions.count == 1 ? .version(versions[0]) : .shared(versions)
        }
    }

    /// A Swift type to declare.
    struct Declaration {
        var content: Content
        var name: SwiftIdentifier
        var home: Namespace
        /// The versions that use it, newest first.
        var versions: [String]
        /// What the documentation calls it.
        var original: String
        /// The schema that the documentation names; `nil` for a type that is spelt out where it is used.
        var schema: ResolvedSchema?

        enum Content {
            case model(ResolvedSchema)
            case enumeration(values: [String])
            case numbers(type: Schema.NumberType, values: [String])
            case union(members: [Schema], discriminator: Schema.Discriminator?)
            /// A list or map that holds itself, which no other name for it can say.
            case wrapper(Schema)
        }
    }

    /// Another name for a shared type inside a version's namespace.
    struct Alias {
        var name: SwiftIdentifier
        var target: Int
    }

    let names: ServiceNames
    /// The ids of the versions, newest first.
    let versionIDs: [String]
    private(set) var declarations: [Declaration] = []
    private(set) var aliases: [String: [Alias]] = [:]
    private(set) var collisions: [Diagnostic] = []

    private(set) var declarationOfSchema: [String: Int] = [:]
    private(set) var declarationOfInline: [InlineType.Key: Int] = [:]
    private(set) var aliasName: [String: [Int: SwiftIdentifier]] = [:]
    private let createdNames: Set<String>
    private let alternativeNames: Set<String>
    let options: RenderingOptions
    /// What has which type.
    let mapping: SwiftTypeMapping
    /// Where all names come from.
    let ledger: NameRegistry

    init(_ model: APIModel, names: ServiceNames, options: RenderingOptions, ledger: NameRegistry) {
        self.names = names
        self.ledger = ledger
        self.options = options
        mapping = SwiftTypeMapping(model, choices: options.choices)
        let creations = model.schemasOfCreations
        createdNames = Set(model.schemas.filter { creations.contains($0.name) }.map(\.equalTo))
            .subtracting(model.schemas.filter { $0.isSent && !creations.contains($0.name) }.map(\.equalTo))
        let alternatives = Set(
            (model.schemas.flatMap(\.schema.types) + model.contracts.flatMap(\.statedTypes))
                .flatMap(\.alternativeTargets))
        alternativeNames = Set(model.schemas.filter { alternatives.contains($0.name) }.map(\.equalTo))
        versionIDs = model.versions.map(\.id)
        addModels(model, versionIDs: versionIDs)
        addInlineTypes(model, versionIDs: versionIDs)
        nameEverything(versionIDs: versionIDs)
    }

    // MARK: What there is to declare

    private mutating func addModels(_ model: APIModel, versionIDs: [String]) {
        var versionsOfClass: [String: Set<String>] = [:]
        for schema in model.schemas { versionsOfClass[schema.equalTo, default: []].formUnion(schema.versions) }
        for schema in model.schemas where schema.equalTo == schema.name && mapping.isDeclared(schema.name) {
            let versions = versionIDs.filter { versionsOfClass[schema.name]?.contains($0) ?? false }
            declarationOfSchema[schema.name] = declarations.count
            declarations.append(
                Declaration(
                    content: Self.content(of: schema), name: SwiftIdentifier(schema.name), home: Self.home(versions),
                    versions: versions, original: schema.name, schema: schema))
        }
    }

    private static func content(of schema: ResolvedSchema) -> Declaration.Content {
        guard let definition = schema.schema.definition else { return .model(schema) }
        return content(of: definition) ?? .wrapper(definition)
    }

    private static func content(of schema: Schema) -> Declaration.Content? {
        switch schema.kind {
        case .enumeration(let values): .enumeration(values: values)
        case .numbers(let type, let values): .numbers(type: type, values: values)
        case .union(let members): .union(members: members, discriminator: schema.discriminator)
        default: nil
        }
    }

    private mutating func addInlineTypes(_ model: APIModel, versionIDs: [String]) {
        for inline in InlineType.all(
            in: model,
            versionsOf: { [declarations, declarationOfSchema] name in
                declarationOfSchema[name].map { declarations[$0].versions } ?? []
            })
        {
            let versions = versionIDs.filter(inline.versions.contains)
            declarationOfInline[inline.key] = declarations.count
            guard let content = Self.content(of: inline.schema) else { continue }
            inlineOwners[declarations.count] = inline.owner
            declarations.append(
                Declaration(
                    content: content, name: SwiftIdentifier(inline.key.name), home: Self.home(versions),
                    versions: versions, original: inline.key.name))
        }
    }

    private var inlineOwners: [Int: String] = [:]

    private static func home(_ versions: [String]) -> Namespace {
        if let only = versions.first, versions.count == 1 { return .version(only) }
        return .service
    }

    // MARK: Names

    /// What the record of names calls each declaration: its original name, with its owner where an earlier one in the
    /// same order has that already.
    private func recordNames(in order: [Int]) -> [Int: String] {
        var taken: Set<String> = []
        var names: [Int: String] = [:]
        for index in order {
            let original = declarations[index].original
            var name = original
            if taken.contains(name), let owner = inlineOwners[index] { name = "\(owner).\(original)" }
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(original) \(number)"
                number += 1
            }
            names[index] = name
        }
        return names
    }

    private mutating func nameEverything(versionIDs: [String]) {
        let versionNames = versionIDs.map { names.version($0).name }
        let reserved = ReservedNames.types.union([names.namespace.name, names.module.name]).union(versionNames)
        var serviceScope = ledger.scope(["types", "shared"], reserved: reserved, suffix: "Model")
        // What has no suffix comes first: it keeps its name when a suffixed sibling would take it.
        let order = declarations.indices.sorted { left, right in
            let keys = [left, right].map { index in (declarations[index].isInline ? 2 : hasSuffix(index) ? 1 : 0, index)
            }
            return keys[0] < keys[1]
        }
        let recordNames = recordNames(in: order)
        for index in order where declarations[index].home == .service {
            declarations[index].name = serviceScope.claim(
                wishes(for: index, stripped: false), for: recordNames[index] ?? declarations[index].original,
                collisions: &collisions)
        }
        for version in versionIDs {
            var scope = ledger.scope(["types", version], reserved: reserved, suffix: "Model")
            for index in order where declarations[index].versions.contains(version) {
                let name = scope.claim(
                    wishes(for: index, stripped: true), for: recordNames[index] ?? declarations[index].original,
                    collisions: &collisions)
                if declarations[index].home == .service {
                    aliases[version, default: []].append(Alias(name: name, target: index))
                    aliasName[version, default: [:]][index] = name
                } else {
                    declarations[index].name = name
                }
            }
        }
    }

    private func hasSuffix(_ index: Int) -> Bool {
        declarations[index].schema?.suffixVersion != nil
    }

    private func wishes(for index: Int, stripped: Bool) -> [String] {
        let declaration = declarations[index]
        if let owner = inlineOwners[index] {
            return [declaration.original, Self.typeName(owner) + declaration.original]
        }
        guard let schema = declaration.schema else { return [declaration.original] }
        let full = Self.typeName(schema.name)
        return stripped && schema.suffixVersion != nil ? [Self.typeName(schema.baseName), full] : [full]
    }

    /// A schema's name in Swift: the documentation's own where it already is one, else its words.
    ///
    /// One that differs between the documents of versions has the version in its name: `Server_V1_2` of `Server@1.2`.
    static func typeName(_ name: String) -> String {
        let versioned = VersionedName(name)
        if let version = versioned.version, name.contains("@") {
            return "\(typeName(versioned.base))_\(ServiceNames.versionName(version).name)"
        }
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        guard isPlain, let first = name.first, !first.isNumber else {
            let words = Words(name).upperCamel
            return words.first.map(\.isNumber) ?? true ? "Model" + words : words
        }
        return first.uppercased() + name.dropFirst()
    }

    /// The object with members that a name of the documentation stands for; `nil` where it is none, or where a type of
    /// the user's own stands for it.
    func model(named name: String) -> ResolvedSchema? {
        guard let index = declarationOfSchema[mapping.canonicalName(of: name)],
            case .model(let schema) = declarations[index].content
        else { return nil }
        return schema
    }

    /// Whether requests hold the type that stands for a schema, in any of the versions that share it.
    func isSent(_ schema: ResolvedSchema) -> Bool { mapping.isSent(schema.name) }

    /// Whether a member of an object tells absent from null, as `Nullable`.
    func isDistinguished(_ property: NamedSchema.Property, of schema: ResolvedSchema) -> Bool {
        SwiftWrapping(property, isSent: isSent(schema)) == .nullable
    }

    /// What is written behind a member of a response to read its value as a plain optional.
    func unwrapping(_ property: NamedSchema.Property, of schema: NamedSchema) -> SwiftCode {
        guard let model = model(named: schema.name), isDistinguished(property, of: model) else { return "" }
        return "?.wrapped"
    }

    /// Whether the type is only sent to create something.
    func isCreated(_ schema: ResolvedSchema) -> Bool { createdNames.contains(schema.equalTo) }

    /// Whether the type is one of the types of a union.
    func isAlternative(_ schema: ResolvedSchema) -> Bool { alternativeNames.contains(schema.equalTo) }

    /// The names that code of a version can use for types, its own and shared ones.
    func typeNames(in version: String) -> Set<String> {
        let shared = aliases[version] ?? []
        let own = declarations.filter { $0.home == .version(version) || $0.home == .service }
        return Set(shared.map(\.name.name) + own.map(\.name.name))
    }

    /// Whether a declaration mentions types of `ServiceRuntime` in what it makes public.
    func mentionsRuntime(_ declaration: Declaration) -> Bool {
        // A protocol of the runtime: the compiler counts it as shown to the world, and not as shown to the package.
        let isPublic = options.access == .public
        return switch declaration.content {
        case .model, .union: true
        case .wrapper(let contents): isPublic || mentionsRuntime(contents)
        case .enumeration, .numbers: isPublic
        }
    }

    /// Whether the type of a schema is one of `ServiceRuntime`, or made of such.
    func mentionsRuntime(_ schema: Schema) -> Bool { mentionsRuntime(mapping.type(of: schema, at: "")) }

    private func mentionsRuntime(_ type: SwiftType) -> Bool {
        switch type {
        case .ready(let ready): ready.isOfRuntime
        case .list(let item, _), .dictionary(let item, _): mentionsRuntime(item)
        case .declared(let name): model(named: name)?.schema.isOpaque ?? false
        case .own, .spelledOut: false
        }
    }
}

extension TypePlan.Declaration {
    /// Whether the documentation gives the type no name of its own.
    var isInline: Bool { schema == nil }
}

extension NamedSchema {
    /// Whether nothing is known of the members: any JSON is a value.
    var isOpaque: Bool {
        switch additionalProperties {
        case .any?, .schema?: false
        case .forbidden?, nil: properties.isEmpty
        }
    }
}

extension Schema {
    /// The schemas that are alternatives of the unions in the type.
    fileprivate var alternativeTargets: [String] {
        switch kind {
        case .array(let items), .map(let items): items.alternativeTargets
        case .union(let members): members.flatMap { $0.namedTargets + $0.alternativeTargets }
        default: []
        }
    }
}
