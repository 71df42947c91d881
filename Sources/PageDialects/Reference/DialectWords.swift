import Foundations

/// The words of a dialect in all its languages, by what they mean.
struct DialectWords: Sendable {
    /// What a word can mean.
    enum Meaning: String, Sendable, CaseIterable {
        // Chapters and sections
        case overview, paths, definitions, security
        case versionInformation, contactInformation, licenseInformation, address, tags, consumes, produces, externalDocs
        case parameters, bodyParameter, responses, exampleRequest, exampleResponse, response, request, properties
        // Labels of lines
        case version, contactName, contactEmail, license, licenseURL, terms, host, basePath, schemes
        case externalDescription, externalURL, flags, polymorphism, discriminator, inheritance, composition
        case `in`, flow, authorizationURL, tokenURL
        // Columns
        case type, name, description, schema, `default`, code, scopes, links
        // Flags
        case required, optional, readOnly, readWrite
        // Facts
        case minLength, maxLength, length, pattern, minimum, exclusiveMinimum, maximum, exclusiveMaximum, minItems,
            maxItems
        case example, headers
        // Other
        case noContent, deprecated, unknown
    }

    private let meanings: [String: [Meaning]]
    private let languages: [String: Set<Int>]
    private let languageNames: [String]

    /// Words from a table: a line each, the meaning first, then the word in each of `languages`; `others` have spellings
    /// of no language in particular.
    init(table: String, languages names: [String], others: String) {
        var meanings: [String: [Meaning]] = [:]
        var languages: [String: Set<Int>] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|").map(String.init)
            guard let first = parts.first, let meaning = Meaning(rawValue: first) else { continue }
            for (place, word) in parts.dropFirst().enumerated() {
                let key = Self.key(word)
                if meanings[key]?.contains(meaning) != true { meanings[key, default: []].append(meaning) }
                languages[key, default: []].insert(place)
            }
        }
        for line in others.split(separator: "\n") {
            let parts = line.split(separator: "|").map(String.init)
            guard let first = parts.first, let meaning = Meaning(rawValue: first) else { continue }
            for word in parts.dropFirst() {
                let key = Self.key(word)
                if meanings[key]?.contains(meaning) != true { meanings[key, default: []].append(meaning) }
            }
        }
        self.meanings = meanings
        self.languages = languages
        languageNames = names
    }

    /// A word as it is compared: without case, without white space at its ends, with one space in between.
    static func key(_ word: String) -> String { MarkedText.collapsed(word).lowercased() }

    /// What a word can mean.
    func meanings(of word: String) -> [Meaning] { meanings[Self.key(word)] ?? [] }

    /// Whether a word can mean this.
    func means(_ word: String, _ meaning: Meaning) -> Bool { meanings(of: word).contains(meaning) }

    /// The first of some meanings that the word can have.
    func meaning(of word: String, among wanted: [Meaning]) -> Meaning? {
        let found = meanings(of: word)
        return wanted.first { found.contains($0) }
    }

    /// The language that most of the words are of; English where nothing tells.
    func language(of words: [String]) -> String {
        var counts: [Int: Int] = [:]
        for word in words {
            for place in languages[Self.key(word)] ?? [] { counts[place, default: 0] += 1 }
        }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.map { languageNames[$0.key] } ?? languageNames.first ?? "en"
    }
}
