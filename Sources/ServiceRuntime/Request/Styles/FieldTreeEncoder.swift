#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Encodes a value to a ``FieldTree``.
struct FieldTreeEncoder: Encoder, RequestEncoding {
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]
    let node = Node()
    /// Forms and parameters are always sent.
    var isRequest: Bool { true }

    /// The tree of a value.
    static func tree(of value: any Encodable, at codingPath: [any CodingKey]) throws -> FieldTree {
        switch value {
        case let date as Date:
            guard let text = DateText.format(date) else {
                throw EncodingError.invalidValue(
                    date, .init(codingPath: codingPath, debugDescription: "a date outside the years 0 to 9999"))
            }
            return .scalar(text, json: .string(text))
        case let data as Data:
            let text = data.base64EncodedString()
            return .scalar(text, json: .string(text))
        case let url as URL: return .scalar(url.absoluteString, json: .string(url.absoluteString))
        case let part as FilePart: return .file(part)
        default:
            let encoder = FieldTreeEncoder(codingPath: codingPath)
            try value.encode(to: encoder)
            return encoder.node.tree
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(FieldTreeMembers(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeArray()
        return FieldTreeElements(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        FieldTreeScalar(node: node, codingPath: codingPath)
    }

    /// What is being built at one place.
    final class Node {
        private enum Content {
            case tree(FieldTree)
            case array([Node])
            case object([(name: String, node: Node)])
        }

        private var content = Content.tree(.null)

        init(_ tree: FieldTree = .null) { content = .tree(tree) }

        var tree: FieldTree {
            switch content {
            case .tree(let tree): tree
            case .array(let nodes): .array(nodes.map(\.tree))
            case .object(let members): .object(members.map { ($0.name, $0.node.tree) })
            }
        }

        var count: Int { if case .array(let nodes) = content { nodes.count } else { 0 } }

        func set(_ tree: FieldTree) { content = .tree(tree) }

        /// Keeps the members that are there: a second container adds to them.
        func becomeObject() {
            if case .object = content { return }
            content = .object([])
        }

        func becomeArray() {
            if case .array = content { return }
            content = .array([])
        }

        func append(_ node: Node) {
            guard case .array(var nodes) = content else { return }
            content = .tree(.null)
            nodes.append(node)
            content = .array(nodes)
        }

        func set(_ node: Node, for name: String) {
            guard case .object(var members) = content else { return }
            content = .tree(.null)
            if let index = members.firstIndex(where: { $0.name == name }) {
                members[index].node = node
            } else {
                members.append((name, node))
            }
            content = .object(members)
        }
    }
}

extension FieldTree {
    /// The tree of a number.
    ///
    /// Throws for infinity and NaN.
    static func number(_ value: Double, at codingPath: [any CodingKey]) throws -> FieldTree {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: codingPath, debugDescription: "the number \(value) cannot be sent"))
        }
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 {
            return .scalar(String(whole), json: .integer(whole))
        }
        return .scalar(String(value), json: .number(value))
    }

    /// The tree of a whole number.
    static func integer(_ value: some BinaryInteger) -> FieldTree {
        .scalar(String(value), json: Int(exactly: value).map(JSONValue.integer) ?? .number(Double(value)))
    }

    /// The tree of a boolean.
    static func bool(_ value: Bool) -> FieldTree { .scalar(value ? "true" : "false", json: .bool(value)) }
}
