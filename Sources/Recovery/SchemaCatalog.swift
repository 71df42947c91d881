import APISpec

/// The schemas of a document by name and by family: those whose names differ in nothing but the version suffix.
struct SchemaCatalog {
    let schemas: [NamedSchema]
    private let index: [String: Int]
    /// What the name of each schema says.
    let entries: [Entry]
    /// The members of each family, oldest first; the one without a suffix comes before all.
    let families: [[Int]]
    /// The properties of each schema by name.
    private let properties: [[String: Int]]

    /// What the name of a schema says.
    struct Entry {
        var base: String
        var version: VersionNumber?
        var family: Int
        var words: Words
    }

    init(_ schemas: [NamedSchema]) {
        self.schemas = schemas
        index = Dictionary(schemas.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var numbers: [String: Int] = [:]
        var families: [[Int]] = []
        var entries: [Entry] = []
        for (position, schema) in schemas.enumerated() {
            let name = VersionedName(schema.name)
            let family = numbers[name.base] ?? families.count
            if family == families.count {
                numbers[name.base] = family
                families.append([])
            }
            families[family].append(position)
            entries.append(
                Entry(
                    base: name.base, version: name.version.flatMap(VersionNumber.init), family: family,
                    words: Words(name.base)))
        }
        self.families = families.map { members in
            members.sorted { left, right in
                guard let leftVersion = entries[left].version else { return entries[right].version != nil }
                guard let rightVersion = entries[right].version else { return false }
                return leftVersion < rightVersion
            }
        }
        self.entries = entries
        properties = schemas.map(Self.positions)
    }

    /// The same names with other members: for schemas that were rebuilt.
    init(_ schemas: [NamedSchema], named other: SchemaCatalog) {
        self.schemas = schemas
        index = other.index
        entries = other.entries
        families = other.families
        properties = schemas.map(Self.positions)
    }

    private static func positions(_ schema: NamedSchema) -> [String: Int] {
        Dictionary(schema.properties.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The position of the schema with this name.
    func position(_ name: String) -> Int? { index[name] }

    /// The property `name` of a schema.
    func property(_ name: String, of position: Int) -> NamedSchema.Property? {
        properties[position][name].map { schemas[position].properties[$0] }
    }

    /// What the name of a schema stands for, where that is not an object with members; names of names are followed.
    func definition(_ name: String) -> Schema? {
        var name = name
        // Names that stand for each other in a circle have no definition.
        for _ in 0..<16 {
            guard let position = index[name], let definition = schemas[position].definition else { return nil }
            guard case .reference(let next) = definition.kind,
                index[next].map({ schemas[$0].definition != nil }) == true
            else { return definition }
            name = next
        }
        return nil
    }

    /// Whether a version can use the schema: its suffix names that version or an older one.
    func isAllowed(_ position: Int, in version: VersionNumber?) -> Bool {
        guard let version, let suffix = entries[position].version else { return true }
        return suffix <= version
    }

    /// The member of a family that a version most likely uses: the newest that is not newer than the version.
    func member(of family: Int, in version: VersionNumber?) -> Int? {
        families[family].last { isAllowed($0, in: version) }
    }

    /// The schema that takes the place of `name` in another version.
    func counterpart(of name: String, in version: VersionNumber?) -> Int? {
        index[name].flatMap { member(of: entries[$0].family, in: version) }
    }

    /// A type with every name of a schema put in the form that `version` uses.
    func adapted(_ schema: Schema, to version: VersionNumber?) -> Schema {
        schema.mapped { type in
            guard case .reference(let name) = type.kind, let position = counterpart(of: name, in: version) else {
                return type
            }
            var result = type
            result.kind = .reference(schemas[position].name)
            return result
        }
    }
}
