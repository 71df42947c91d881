import APIModel
import Foundations
import ServiceRuntime

extension Foundations.JSONValue {
    /// The same value in the type that generated clients and tests use.
    var runtimeValue: ServiceRuntime.JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): Int(text).map { .integer($0) } ?? .number(Double(text) ?? 0)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.runtimeValue))
        case .object(let members):
            .object(
                Dictionary(members.map { ($0.name, $0.value.runtimeValue) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// A value that a test states; members come in the order of their names.
    ///
    /// A number that is not finite becomes `null`, since JSON has none.
    init(_ value: ServiceRuntime.JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .number(String(value))
        case .number(let value): self = value.isFinite ? .number("\(value)") : .null
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { Self($0) })
        case .object(let members):
            self = .object(members.sorted { $0.key < $1.key }.map { Member($0.key, Self($0.value)) })
        }
    }
}
