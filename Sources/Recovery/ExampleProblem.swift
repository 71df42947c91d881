import APISpec
import Diagnostics

/// Something wrong with a value that is shown for a type.
enum ExampleProblem {
    /// The value is of another type; says what it is and what it should be.
    case wrongType(shown: String, stated: String)
    /// A text that is not a value of the enumeration.
    case outsideEnum(String)
    /// A text that lists values in place of one.
    case listsValues(String)
    /// A date and time without a zone.
    case withoutZone(String)

    /// What is wrong with a value that is not an object of a named schema and no list; `nil` where nothing is.
    init?(_ value: JSONValue, for schema: Schema) {
        if value == .null, schema.isNullable { return nil }
        switch (schema.kind, value) {
        case (.unknown, _), (.object, .object), (.boolean, .bool), (.number, .number): return nil
        case (.integer, .number(let digits)) where !digits.contains(where: { ".eE".contains($0) }): return nil
        case (.enumeration(let cases), .string(let text)):
            if cases.contains(text) { return nil }
            self = Self.isList(text, of: cases) ? .listsValues(text) : .outsideEnum(text)
        case (.numbers(_, let cases), .number(let digits)):
            if cases.contains(digits) { return nil }
            self = .outsideEnum(digits)
        case (.string(format: "date-time"), .string(let text)):
            // An empty text stands for no example.
            if text.isEmpty { return nil }
            guard text.isDateTime else {
                self = .wrongType(shown: "the text `\(text)`", stated: "date-time")
                return
            }
            if text.hasZone { return nil }
            self = .withoutZone(text)
        case (.string, .string(let text)):
            guard Self.isList(text, of: nil) else { return nil }
            self = .listsValues(text)
        default:
            self = .wrongType(shown: value.sort, stated: RecoveryFindings.name(schema))
        }
    }

    /// Whether the text is `A | B | C`; all of them of `cases`, where those are known, else in upper case.
    private static func isList(_ text: String, of cases: [String]?) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return false }
        let parts = text.split(separator: "|").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard parts.count > 1 else { return false }
        if let cases { return parts.allSatisfy(cases.contains) }
        return parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { byte in
                    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                }
        }
    }

    /// The rule that speaks.
    var rule: Rule {
        switch self {
        case .wrongType: ExampleRules.wrongType
        case .outsideEnum: ExampleRules.outsideEnum
        case .listsValues: ExampleRules.listsValues
        case .withoutZone: ExampleRules.dateTimeWithoutZone
        }
    }

    /// What to say of `subject`, such as `BackupResponse.state`.
    func message(_ subject: String) -> String {
        switch self {
        case .wrongType(let shown, let stated):
            "the example of \(subject) is \(shown), its type is \(stated)"
        case .outsideEnum(let text):
            "the example `\(text)` of \(subject) is not a value of its enumeration"
        case .listsValues(let text):
            "the example `\(text)` of \(subject) lists the values in place of one"
        case .withoutZone(let text):
            "the example `\(text)` of \(subject) has no zone; it is read as UTC"
        }
    }
}

extension JSONValue {
    /// What sort of value this is, in words.
    var sort: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number(let digits): "the number `\(digits)`"
        case .string(""): "an empty text"
        case .string(let text): "the text `\(text)`"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension String {
    /// Whether a date and time ends in `Z` or an offset such as `+09:00`.
    fileprivate var hasZone: Bool {
        let tail = Array(utf8.dropFirst(19))
        guard let last = tail.last else { return false }
        return last == UInt8(ascii: "Z") || last == UInt8(ascii: "z")
            || tail.contains(UInt8(ascii: "+")) || tail.contains(UInt8(ascii: "-"))
    }
}
