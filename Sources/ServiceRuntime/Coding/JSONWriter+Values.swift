#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONWriter {
    /// Writes a value of a type that JSON writes in a way of its own; false for any other type.
    func writeSpecially<Value: Encodable>(_ value: Value) throws -> Bool {
        let type = Value.self
        if type == String.self, let text = value as? String {
            write(text)
        } else if type == Int.self, let number = value as? Int {
            write(number)
        } else if type == Date.self, let date = value as? Date {
            try writeDate(date)
        } else if type == Decimal.self, let number = value as? Decimal {
            guard !number.isNaN else {
                throw EncodingError.invalidValue(
                    number,
                    .init(codingPath: path, debugDescription: "Unable to encode Decimal.nan directly in JSON."))
            }
            append(number.description)
        } else if type == Data.self, let data = value as? Data {
            write(data.base64EncodedString())
        } else if type == URL.self, let url = value as? URL {
            write(url.absoluteString)
        } else if type == JSONValue.self, let json = value as? JSONValue {
            try writeJSON(json)
        } else {
            return false
        }
        return true
    }
}

extension JSONWriter {
    /// Writes RFC 3339 in UTC. Throws for a date outside the years 0 to 9999.
    func writeDate(_ date: Date) throws {
        guard let text = DateText.format(date) else {
            throw EncodingError.invalidValue(
                date, .init(codingPath: path, debugDescription: "a date outside the years 0 to 9999"))
        }
        write(text)
    }

    /// Writes any JSON value, the members of an object in the order of their names.
    ///
    /// Throws for infinity and NaN.
    func writeJSON(_ value: JSONValue) throws {
        switch value {
        case .null: writeNull()
        case .bool(let value): write(value)
        case .integer(let value): write(value)
        case .number(let value): try writeFinite(value)
        case .string(let value): write(value)
        case .array(let values): try values.write(to: ValueWriter(self))
        case .object(let members): try members.write(to: ValueWriter(self))
        }
    }
}
