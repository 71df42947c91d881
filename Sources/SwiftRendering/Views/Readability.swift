import APIModel

/// How a documented example fares when generated code reads it: what makes reading it impossible, and what is lost.
///
/// Mirrors what `ServiceRuntime` tolerates: scalars in strings, scalars where text is wanted, missing values where null
/// is allowed, dates without a zone.
struct Readability {
    /// The first place that cannot be read, such as `$.contents[0].count`; `nil` where all can.
    private(set) var unreadable: String?
    /// Members that the schema lacks: reading drops them.
    private(set) var dropped: [String] = []

    private let model: APIModel

    init(_ example: JSONValue, as schema: Schema, in model: APIModel) {
        self.model = model
        check(example, schema, at: "$", mayBeNothing: schema.isNullable)
    }

    private mutating func refuse(_ path: String) { unreadable = unreadable ?? path }

    private mutating func check(_ value: JSONValue, _ schema: Schema, at path: String, mayBeNothing: Bool) {
        if value == .null {
            let takesAnything = schema.kind == .unknown || schema.kind == .object
            if !mayBeNothing, !takesAnything { refuse(path) }
            return
        }
        switch schema.kind {
        case .unknown, .object, .union: break
        case .string("date-time"): checkText(value, at: path, mayBeNothing: mayBeNothing, isRead: Self.isDateTime)
        case .string, .enumeration:
            switch value {
            case .array, .object: refuse(path)
            default: break
            }
        case .integer, .numbers(.integer, _):
            if case .number(let text) = value {
                if Int(text) == nil { refuse(path) }
            } else {
                checkText(value, at: path, mayBeNothing: mayBeNothing) { Int($0) != nil }
            }
        case .number, .numbers(.number, _):
            if case .number = value { return }
            checkText(value, at: path, mayBeNothing: mayBeNothing) { Double($0)?.isFinite ?? false }
        case .boolean:
            if case .bool = value { return }
            checkText(value, at: path, mayBeNothing: mayBeNothing) { ["true", "false"].contains($0.lowercased()) }
        case .array(let items):
            guard case .array(let elements) = value else { return refuse(path) }
            for (index, element) in elements.enumerated() {
                check(element, items, at: "\(path)[\(index)]", mayBeNothing: items.isNullable && element == .null)
            }
        case .map(let values):
            guard case .object(let members) = value else { return refuse(path) }
            for member in members {
                check(
                    member.value, values, at: "\(path).\(member.name)",
                    mayBeNothing: values.isNullable && member.value == .null)
            }
        case .reference(let name): checkObject(value, name, at: path)
        }
    }

    private mutating func checkText(
        _ value: JSONValue, at path: String, mayBeNothing: Bool, isRead: (String) -> Bool
    ) {
        guard case .string(let text) = value else { return refuse(path) }
        if text.isEmpty ? !mayBeNothing : !isRead(text) { refuse(path) }
    }

    private mutating func checkObject(_ value: JSONValue, _ name: String, at path: String) {
        guard let schema = model.schema(named: name)?.schema, !schema.properties.isEmpty else { return }
        guard case .object(let members) = value else { return refuse(path) }
        for property in schema.properties {
            let place = "\(path).\(property.name)"
            guard let member = value[property.name] else {
                if property.isRequired, !property.schema.isNullable { refuse(place) }
                continue
            }
            check(
                member, property.schema, at: place, mayBeNothing: !property.isRequired || property.schema.isNullable)
        }
        for member in members where !schema.properties.contains(where: { $0.name == member.name }) {
            dropped.append("\(path).\(member.name)")
        }
    }

    /// Whether a text is a date with a time, in the forms that the runtime reads.
    static func isDateTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, CalendarDate(String(text.prefix(10))) != nil, bytes[4] == 45 else { return false }
        guard bytes.count > 10 else { return true }
        guard bytes[10] == 84 || bytes[10] == 116 || bytes[10] == 32 else { return false }
        let time = bytes[11...]
        return time.count >= 5 && time.prefix(2).allSatisfy { (48...57).contains($0) } && time[13] == 58
    }
}
