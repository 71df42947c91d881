public import APIModel
import YAML

extension OpenAPIText {
    /// YAML that readers of YAML 1.1 and 1.2 understand alike: a line for each member, short lists of scalars on one.
    public static func yaml(_ value: JSONValue) -> String {
        YAMLWriter(width: 120).write(YAMLValue(value))
    }
}

extension YAMLValue {
    /// The same value, laid out for an OpenAPI document.
    fileprivate init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .number(let digits): self = .number(digits)
        case .string(let text): self = .string(text)
        case .array(let values):
            self = .sequence(values.map(YAMLValue.init), values.allSatisfy(\.isScalar) ? .automatic : .block)
        case .object(let members):
            self = .mapping(members.map { YAMLMember($0.name, YAMLValue($0.value)) }, .block)
        }
    }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
