import APISpec

/// How well an example fits a type.
struct ExampleFit {
    /// Keys that both sides have, at every depth.
    var keys = 0
    /// Keys of the example that the type does not have.
    var unknownKeys = 0
    /// Required keys of the type that the example lacks.
    var missingRequired = 0
    /// Optional keys of the type that the example lacks.
    var missingOptional = 0
    /// Values of a type that the documentation would have to get wrong to show them here, such as `5` for text.
    var oddities = 0
    /// Values that cannot be meant for the type, such as an object for a number.
    var clashes = 0
    /// Values that equal the example of their property, or are empty where it has none.
    var agreements = 0
    /// Values that could be compared with the example of their property.
    var comparisons = 0
    /// Whether nothing is known of the schema itself.
    var touchesWhole = false

    /// Whether the keys are the same at every depth and no value contradicts.
    var isExact: Bool { isPossible && missingOptional == 0 }

    /// Whether the example could be one of the type: nothing unknown, nothing required missing.
    var isPossible: Bool { unknownKeys == 0 && missingRequired == 0 && clashes == 0 }

    /// The share of comparable values that agree; 0.5 where none can be compared.
    var agreement: Double { comparisons == 0 ? 0.5 : Double(agreements) / Double(comparisons) }

    /// How many things speak against the fit.
    fileprivate var cost: Int {
        clashes * 1000 + (unknownKeys + missingRequired) * 100 + oddities * 20 + missingOptional * 10
            + (comparisons - agreements)
    }

    static func += (left: inout Self, right: Self) {
        left.keys += right.keys
        left.unknownKeys += right.unknownKeys
        left.missingRequired += right.missingRequired
        left.missingOptional += right.missingOptional
        left.oddities += right.oddities
        left.clashes += right.clashes
        left.agreements += right.agreements
        left.comparisons += right.comparisons
    }
}

/// A place in an example, with what is known of how it fits: types that lie in each other meet each place by many ways.
final class ExamplePlace {
    private var below: [Int: ExamplePlace] = [:]
    /// How the value fits schemas, by their positions, and names that stand for other types.
    fileprivate var schemas: [Int: ExampleFit] = [:]
    fileprivate var definitions: [String: ExampleFit] = [:]
    /// How little the value is one of the types that names stand for.
    var costs: [String: Int] = [:]
    /// The names that are being followed here: two may stand for each other.
    var followed: Set<String> = []

    /// The place of a member or of an element, by its number.
    func at(_ number: Int) -> ExamplePlace {
        if let known = below[number] { return known }
        let place = ExamplePlace()
        below[number] = place
        return place
    }
}

/// Compares examples with types.
///
/// Examples of the site do not always obey their types: an empty text, an empty list and `null` fit everything, and
/// text stands for numbers, booleans and objects.
struct ExampleMatcher {
    let catalog: SchemaCatalog

    /// Lists are looked at up to this element: all elements of a list have one shape.
    private static let elementLimit = 8

    /// How a value fits a schema; what was found out at a place once is not found out again.
    func fit(_ value: JSONValue, schemaAt position: Int, _ place: ExamplePlace = ExamplePlace()) -> ExampleFit {
        if let known = place.schemas[position] { return known }
        let fit = compared(value, schemaAt: position, place)
        place.schemas[position] = fit
        return fit
    }

    private func compared(_ value: JSONValue, schemaAt position: Int, _ place: ExamplePlace) -> ExampleFit {
        var fit = ExampleFit()
        guard case .object(let members) = value else {
            if !value.fitsAnything { fit.clashes = 1 }
            return fit
        }
        let schema = catalog.schemas[position]
        guard !schema.isLost else {
            fit.touchesWhole = true
            return fit
        }
        // Most schemas are out at the first look.
        fit.unknownKeys = members.count { catalog.property($0.name, of: position) == nil }
        guard fit.unknownKeys == 0 else { return fit }
        for (number, member) in members.enumerated() {
            guard let property = catalog.property(member.name, of: position) else { continue }
            fit.keys += 1
            fit += self.fit(member.value, property.schema, place.at(number))
            fit.compare(member.value, with: property.schema.example)
        }
        if fit.keys < schema.properties.count {
            let names = Set(members.map(\.name))
            for property in schema.properties where !names.contains(property.name) {
                if property.isRequired { fit.missingRequired += 1 } else { fit.missingOptional += 1 }
            }
        }
        return fit
    }

    /// How a value fits a type.
    func fit(_ value: JSONValue, _ schema: Schema, _ place: ExamplePlace = ExamplePlace()) -> ExampleFit {
        var fit = ExampleFit()
        if value.fitsAnything { return fit }
        switch schema.kind {
        case .unknown, .object: return fit
        case .reference(let name):
            if let definition = catalog.definition(name) {
                if let known = place.definitions[name] { return known }
                // What stands for itself says nothing by that.
                fit.clashes = 1
                place.definitions[name] = fit
                fit = self.fit(value, definition, place)
                place.definitions[name] = fit
                return fit
            }
            if let position = catalog.position(name) { return self.fit(value, schemaAt: position, place) }
        case .union(let members):
            let fits = members.map { self.fit(value, $0, place) }
            return fits.min { $0.cost < $1.cost } ?? fit
        case .array(let items):
            guard case .array(let elements) = value else {
                value.isText ? (fit.oddities = 1) : (fit.clashes = 1)
                return fit
            }
            for (number, element) in elements.prefix(Self.elementLimit).enumerated() {
                fit += self.fit(element, items, place.at(number))
            }
        case .map(let values):
            guard case .object(let members) = value else {
                fit.clashes = 1
                return fit
            }
            for (number, member) in members.prefix(Self.elementLimit).enumerated() {
                fit += self.fit(member.value, values, place.at(number))
            }
        case .string, .enumeration, .integer, .number, .numbers, .boolean:
            if value.isContainer {
                fit.clashes = 1
            } else if !value.isPlausible(for: schema.kind) {
                fit.oddities = 1
            }
        }
        return fit
    }
}

extension ExampleFit {
    fileprivate mutating func compare(_ value: JSONValue, with example: JSONValue?) {
        guard !value.isContainer else { return }
        comparisons += 1
        let isEmpty = value.fitsAnything
        if let example, !example.fitsAnything {
            if !isEmpty, example.scalarText == value.scalarText { agreements += 1 }
        } else if isEmpty {
            agreements += 1
        }
    }
}

extension JSONValue {
    /// Whether the value says nothing: `null`, an empty text, an empty list.
    var fitsAnything: Bool {
        switch self {
        case .null, .string(""), .array([]): true
        default: false
        }
    }

    var isText: Bool {
        if case .string = self { true } else { false }
    }

    var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    /// The text of a value that is not a list and no object, numbers and booleans spelt as in JSON.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
    }

    /// Whether a value that is not a list and no object may be meant for a type of that sort.
    fileprivate func isPlausible(for kind: Schema.Kind) -> Bool {
        switch (self, kind) {
        case (.string, .string), (.bool, .boolean), (.number, .integer), (.number, .number), (.number, .numbers): true
        case (.string(let text), .enumeration(let cases)): cases.contains(text) || text.contains(" | ")
        case (.string(let text), .boolean): ["true", "false", "True", "False"].contains(text)
        case (.string(let text), .integer), (.string(let text), .number): Double(text) != nil
        default: false
        }
    }
}
