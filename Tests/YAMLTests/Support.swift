import Diagnostics
import YAML

/// What reading `text` complains about, as a user sees it; `nil` if it is read.
func complaint(_ text: String, limits: YAMLLimits = .standard) -> String? {
    complaint(Array(text.utf8), limits: limits)
}

func complaint(_ bytes: [UInt8], limits: YAMLLimits = .standard) -> String? {
    do {
        _ = try parseYAML(bytes, file: "a.yaml", limits: limits)
        return nil
    } catch let error as DiagnosticError {
        return error.description
    } catch {
        return "\(error)"
    }
}

/// A node as a value, so that trees can be compared.
func value(_ node: YAMLNode) -> YAMLValue {
    switch node.content {
    case .scalar(let scalar):
        switch scalar.resolved {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let text), .float(let text): .number(text)
        case .string(let text): .string(text)
        }
    case .sequence(let items): .sequence(items.map(value), .block)
    case .mapping(let entries): .mapping(entries.map { YAMLMember($0.key.text, value($0.value)) }, .block)
    }
}

/// The value with every collection in block style, as `value(_:)` makes it.
func withoutStyle(_ value: YAMLValue) -> YAMLValue {
    switch value {
    case .sequence(let items, _): .sequence(items.map(withoutStyle), .block)
    case .mapping(let members, _): .mapping(members.map { YAMLMember($0.key, withoutStyle($0.value)) }, .block)
    default: value
    }
}

func read(_ text: String) throws -> YAMLNode { try parseYAML(text.utf8, file: "a.yaml") }
