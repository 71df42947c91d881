/// The id of a rule for changes, taken apart.
///
/// The grammar, with words joined by hyphens; what stands in brackets may be missing:
///
///     id        = direction [area] [aspect] verb
///     direction = service | version | operation | request | response | swift | documentation | reading
///     area      = parameter | body | property | part | header              (request)
///               | body | property | header | success | error               (response)
///               | type | member | initialiser | method                     (swift)
///               | recovery | evidence | page | resource | a direction      (reading)
///     aspect    = required | optional | type | enum | enum-value | default | constraint | discriminator
///               | discriminator-value | additional | media-type | style | location
///               | title | provider | server | region | header | authentication | scheme | variable | variable-default
///               | variable-value | alternative | selector | status | end | path | method | state
///               | description | example | order | access | deprecation
///     verb      = added | removed | changed | renamed | replaced | widened | narrowed | tightened | loosened
///               | reordered | deprecated | revived | expired | advanced | postponed | lost | found | degraded | mended
///               | became-required | became-optional | became-nullable | became-not-nullable | became-read-only
///               | became-not-read-only | became-write-only | became-not-write-only
///
/// `request-property-became-required`, `response-success-added`, `version-end-advanced`, `operation-renamed`.
public struct RuleID: Sendable, Hashable {
    /// Which part of an API the rule is about, and for data which way it flows.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case service, version, operation, request, response, swift, documentation, reading
    }

    /// Which part of an API the rule is about.
    public let direction: Direction
    /// What of it; `nil` where it is the part itself.
    public let area: String?
    /// What of that; `nil` where it is the thing itself.
    public let aspect: String?
    /// What happened to it: the action.
    public let verb: String

    /// Takes an id apart; `nil` for a text that is none by the grammar.
    public init?(_ text: String) {
        var words = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)[...]
        guard let first = words.popFirst(), let direction = Direction(rawValue: first) else { return nil }
        guard let verb = Self.take(Self.verbs, fromEndOf: &words) else { return nil }
        self.direction = direction
        self.verb = verb
        if let area = words.first, Self.areas(direction).contains(area) {
            self.area = area
            words = words.dropFirst()
        } else {
            area = nil
        }
        aspect = Self.take(Self.aspects, fromEndOf: &words)
        guard words.isEmpty else { return nil }
    }

    /// Takes the longest phrase off the end that is one of `phrases`.
    private static func take(_ phrases: Set<String>, fromEndOf words: inout ArraySlice<String>) -> String? {
        for count in stride(from: min(4, words.count), to: 0, by: -1) {
            let phrase = words.suffix(count).joined(separator: "-")
            if phrases.contains(phrase) {
                words = words.dropLast(count)
                return phrase
            }
        }
        return nil
    }

    private static func areas(_ direction: Direction) -> Set<String> {
        switch direction {
        case .request: ["parameter", "body", "property", "part", "header"]
        case .response: ["body", "property", "header", "success", "error"]
        case .swift: ["type", "member", "initialiser", "method"]
        case .reading:
            Set(["recovery", "evidence", "page", "resource"] + Direction.allCases.map(\.rawValue))
        case .service, .version, .operation, .documentation: []
        }
    }

    private static let aspects: Set<String> = [
        "required", "optional", "type", "enum", "enum-value", "default", "constraint", "location", "title", "provider",
        "server", "region", "header", "authentication", "status", "end", "path", "method", "state", "description",
        "example", "order", "discriminator", "discriminator-value", "additional", "media-type", "style", "scheme",
        "variable", "variable-default", "variable-value", "alternative", "access", "deprecation", "selector",
    ]

    private static let verbs: Set<String> = [
        "added", "removed", "changed", "renamed", "replaced", "widened", "narrowed", "tightened", "loosened",
        "reordered", "deprecated", "revived", "expired", "advanced", "postponed", "lost", "found", "degraded", "mended",
        "became-required", "became-optional", "became-nullable", "became-not-nullable",
        "became-read-only", "became-not-read-only", "became-write-only", "became-not-write-only",
    ]
}
