import Diagnostics
import YAML

/// Makes the nodes of a document whose places are lines of a page.
struct ShapeNodes {
    let file: String

    private func place(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: max(line, 1), column: 1) }

    /// A text.
    func text(_ text: String, _ line: Int) -> YAMLNode { DocumentNode.text(text, at: place(line)) }

    /// A flag.
    func flag(_ value: Bool, _ line: Int) -> YAMLNode { DocumentNode.flag(value, at: place(line)) }

    /// A number or a flag, as it is written.
    func plain(_ text: String, _ line: Int) -> YAMLNode { DocumentNode.plain(text, at: place(line)) }

    /// A list.
    func list(_ items: [YAMLNode], _ line: Int) -> YAMLNode { DocumentNode.list(items, at: place(line)) }

    /// An object; of what has one key twice the first counts.
    func object(_ members: [(key: String, value: YAMLNode?)], _ line: Int) -> YAMLNode {
        DocumentNode.object(members.compactMap { key, value in value.map { (key, $0) } }, at: place(line))
    }
}

extension ShapeNodes {
    /// A type as a schema of OpenAPI 3.0.
    func schema(_ shape: WrittenShape) -> YAMLNode {
        let line = shape.line
        if case .reference(let name) = shape.kind {
            let reference = object([("$ref", text("#/components/schemas/\(DocumentNode.pointer(name))", line))], line)
            guard shape.isNullable || shape.isReadOnly || shape.isWriteOnly || shape.description != nil else {
                return reference
            }
            let parts: [(key: String, value: YAMLNode?)] = [("allOf", list([reference], line))]
            return object(parts + facts(shape), line)
        }
        var members: [(key: String, value: YAMLNode?)] = []
        switch shape.kind {
        case _ where shape.isOpen: return object(facts(shape), line)
        case .any, .reference: break
        case .primitive(let name, let format):
            members = [("type", text(name, line)), ("format", format.map { text($0, line) })]
        case .object: members = [("type", text("object", line))]
        case .array(let items): members = [("type", text("array", line)), ("items", schema(items))]
        }
        members += facts(shape)
        if !shape.members.isEmpty {
            let required = shape.members.filter(\.isRequired)
            if !required.isEmpty {
                members.append(("required", list(required.map { text($0.name, $0.shape.line) }, line)))
            }
            members.append(("properties", object(shape.members.map { ($0.name, schema($0.shape)) }, line)))
        }
        if let additional = shape.additional { members.append(("additionalProperties", schema(additional))) }
        if let fallback = fallback(of: shape) { members.append(("default", fallback)) }
        if !shape.values.isEmpty { members.append(("enum", list(shape.values.map { value($0, of: shape) }, line))) }
        for choice in shape.choices where !choice.shapes.isEmpty {
            members.append((choice.joint.rawValue, list(choice.shapes.map(schema), line)))
        }
        return object(members, line)
    }

    private func facts(_ shape: WrittenShape) -> [(key: String, value: YAMLNode?)] {
        let line = shape.line
        return [
            ("title", shape.title.map { text($0, line) }), ("description", shape.description.map { text($0, line) }),
            ("nullable", shape.isNullable ? flag(true, line) : nil),
            ("readOnly", shape.isReadOnly ? flag(true, line) : nil),
            ("writeOnly", shape.isWriteOnly ? flag(true, line) : nil),
        ]
    }

    /// The default that a page writes into a column of its own; `nil` where it is not a value of the type.
    func fallback(of shape: WrittenShape) -> YAMLNode? {
        guard let written = shape.fallback, case .primitive(let name, _) = shape.kind else { return nil }
        let node = value(written, of: shape)
        return name == "string" || node.scalar?.isPlain == true ? node : nil
    }

    /// A value as its type says: a number is one only where the type is.
    private func value(_ written: String, of shape: WrittenShape) -> YAMLNode {
        guard case .primitive(let name, _) = shape.kind else { return text(written, shape.line) }
        let isPlain =
            switch name {
            case "integer": Int(written) != nil
            case "number": Double(written) != nil
            case "boolean": written == "true" || written == "false"
            default: false
            }
        return isPlain ? plain(written, shape.line) : text(written, shape.line)
    }
}
