import Foundations

extension JSONDocument {
    /// The name of a member; what is not text in it is replaced.
    func name(at index: Int) -> String {
        let node = nodes[index]
        if let text = text(of: node) { return text }
        return String(
            decoding: UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.length)), as: UTF8.self)
    }

    /// The text of a string, or nil where it is not text: invalid UTF-8, or half of a surrogate pair.
    func text(of node: JSONNode) -> String? {
        let source = UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.length))
        return JSONString.text(source, isEscaped: node.isEscaped)
    }
}
