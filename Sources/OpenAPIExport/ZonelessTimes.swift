import APIModel

/// Where the documentation shows times without a zone under `date-time`.
///
/// RFC 3339, which the format means, asks for one: clients that believe the format refuse such responses.
struct ZonelessTimes {
    let model: APIModel
    private var places: Set<Place> = []
    /// What the parts of the value at hand were compared with already: definitions that refer to each other in several
    /// ways lead to the same places again and again.
    private var seen: Set<Visit> = []

    private struct Place: Hashable {
        var schema: String
        var property: String
    }

    /// A named type at a part of a value, which is told by the steps that lead to it.
    private struct Visit: Hashable {
        var schema: String
        var steps: [Int]
        var place: Place?
    }

    /// Values are followed this deep.
    private static let greatestLevel = 32

    /// Looks at every example of a model.
    init(_ model: APIModel) {
        self.model = model
        for named in model.schemas.map(\.schema) {
            if let example = named.example { look(at: example, Schema(.reference(named.name)), in: nil) }
            for property in named.properties {
                let place = Place(schema: named.name, property: property.name)
                for value in [property.schema.example, property.schema.defaultValue].compactMap({ $0 }) {
                    look(at: value, property.schema, in: place)
                }
            }
        }
        for revision in model.operations.flatMap(\.calls).map(\.revision) {
            guard let example = revision.example else { continue }
            if let value = example.requestBody, let schema = revision.request?.schema {
                look(at: value, schema, in: nil)
            }
            if let value = example.responseBody {
                let response =
                    revision.responses.first { $0.status == example.status }
                    ?? revision.responses.first { (200..<300).contains($0.status) }
                if let schema = response?.schema { look(at: value, schema, in: nil) }
            }
        }
    }

    /// Whether a member of a schema is shown without a zone somewhere.
    func contains(_ property: String, of schema: String) -> Bool {
        places.contains(Place(schema: schema, property: property))
    }

    /// Whether the example or the default of a type itself has no zone.
    static func isShown(by schema: Schema) -> Bool {
        [schema.example, schema.defaultValue].contains { value in
            switch (schema.kind, value) {
            case (.string("date-time"), .string(let text)?): isZoneless(text)
            case (.array(let items), .array(let elements)?) where items.kind == .string(format: "date-time"):
                elements.contains { element in if case .string(let text) = element { isZoneless(text) } else { false } }
            default: false
            }
        }
    }

    private mutating func look(at value: JSONValue, _ schema: Schema, in place: Place?) {
        seen = []
        look(at: value, schema, in: place, at: [], level: 0)
    }

    private mutating func look(at value: JSONValue, _ schema: Schema, in place: Place?, at steps: [Int], level: Int) {
        guard level < Self.greatestLevel else { return }
        switch (schema.kind, value) {
        case (.string("date-time"), .string(let text)):
            if let place, Self.isZoneless(text) { places.insert(place) }
        case (.array(let items), .array(let elements)):
            for (index, element) in elements.enumerated() {
                look(at: element, items, in: place, at: steps + [index], level: level + 1)
            }
        case (.map(let values), .object(let members)):
            for (index, member) in members.enumerated() {
                look(at: member.value, values, in: place, at: steps + [index], level: level + 1)
            }
        case (.union(let alternatives), _):
            for alternative in alternatives { look(at: value, alternative, in: place, at: steps, level: level + 1) }
        case (.reference(let name), _):
            guard let named = model.schema(named: name)?.schema else { return }
            guard seen.insert(Visit(schema: name, steps: steps, place: place)).inserted else { return }
            if let definition = named.definition {
                return look(at: value, definition, in: place, at: steps, level: level + 1)
            }
            guard case .object(let members) = value else { return }
            for property in named.properties {
                guard let index = members.firstIndex(where: { $0.name == property.name }) else { continue }
                look(
                    at: members[index].value, property.schema, in: Place(schema: name, property: property.name),
                    at: steps + [index], level: level + 1)
            }
        default: break
        }
    }

    /// Whether a text is a day, a `T` and a time of day, and nothing says which zone is meant.
    private static func isZoneless(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return false }
        let isDay = bytes[..<10].enumerated().allSatisfy { place, byte in
            place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
        }
        let rest = bytes[11...]
        return isDay && rest.allSatisfy { (48...58).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
