/// The keys of a configuration; each has its row in ``ConfigurationKey``'s table.
enum KeyName: String, CaseIterable {
    case apidoc, templates, output, spec, specs, services
    case module, namespace, access, versions, operations, schemas, types, imports, names, namesFile, hashable, dates
    case numbers, tests, selector, paging
}

/// A key of a configuration, as data: reading, the JSON Schema and the reference page all follow this.
struct ConfigurationKey: Sendable {
    /// Where a key may stand.
    enum Place: Sendable {
        /// Only at the top.
        case file
        /// At the top, or in an entry of `services`.
        case anywhere
        /// With `spec`: at the top, or in an entry of `services`, but not as a default for several.
        case oneService
    }

    /// What a key holds.
    enum Kind: Sendable {
        /// The number of the format.
        case format
        /// A path relative to the file.
        case path
        /// A list of services.
        case services
        /// A name in Swift.
        case identifier
        /// A list of names in Swift.
        case identifiers
        /// One of these words.
        case word([String])
        /// `true` or `false`.
        case flag
        /// One of these words, or a list of ids.
        case wordOrIDs([String])
        /// Lists of patterns under these keys.
        case patterns([(name: String, meaning: String)])
        /// Texts under these keys.
        case texts([(name: String, meaning: String)])
        /// Names of operations with what ``PagingChoice`` has.
        case paging
        /// Names of schemas with types in Swift.
        case types
        /// What ``NamePart`` lists.
        case names
    }

    let name: KeyName
    let place: Place
    let kind: Kind
    /// What holds where the key is missing, as a part of a sentence in Markdown; `nil` where nothing does.
    let fallback: String?
    /// A sentence or two for people.
    let meaning: String
    /// The key in use, as lines of YAML.
    let example: String

    init(
        _ name: KeyName, _ place: Place, _ kind: Kind, fallback: String? = nil, meaning: String, example: String
    ) {
        self.name = name
        self.place = place
        self.kind = kind
        self.fallback = fallback
        self.meaning = meaning
        self.example = example
    }
}

extension ConfigurationKey {
    /// The rows for the top of the file, in the order of the table.
    static let ofFile = all

    /// The rows for an entry of `services`.
    static let ofEntry = all.filter { $0.place != .file }

    /// The row of a key.
    static func row(_ name: KeyName) -> ConfigurationKey? { all.first { $0.name == name } }

    /// The keys under `operations` or `schemas`.
    static func members(of name: KeyName) -> [String] {
        if case .patterns(let members)? = row(name)?.kind { members.map(\.name) } else { [] }
    }

    /// The words that a key can hold.
    static func words(of name: KeyName) -> [String] {
        switch row(name)?.kind {
        case .word(let words), .wordOrIDs(let words): words
        default: []
        }
    }
}
