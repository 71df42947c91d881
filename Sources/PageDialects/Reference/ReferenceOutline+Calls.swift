import Documentation

/// The calls of operations, and what stands around a page.
extension ReferenceOutline {
    private static let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"]

    /// The call of an operation: in the block below its heading, the heading itself, or in marks before its words, which
    /// are the title then.
    static func call(of block: Block, _ next: Block?) -> (method: String, path: String, title: String?)? {
        guard case .heading(let heading) = block.content else { return nil }
        if let next, case .code(let code) = next.content, let (method, path) = call(code) { return (method, path, nil) }
        let text = unnumbered(heading.text)
        if let (method, path) = call(text) { return (method, path, nil) }
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, block.marks.contains(where: { $0.kind == .emphasis }),
            block.marks.contains(where: { $0.kind == .code }), let (method, path) = call("\(parts[0]) \(parts[1])")
        else { return nil }
        return (method, path, parts[2])
    }

    /// Whether a block says nothing of the API: the contents and the footer of the page, attributes of a table.
    func isFurniture(_ block: Block, _ next: Block?) -> Bool {
        if block.anchors.contains(where: { ReferenceAnchor.furniture.contains(ReferenceAnchor.plain($0)) }),
            !isPart(block, next)
        {
            return true
        }
        guard case .paragraph(let text) = block.content else { return false }
        if text.hasPrefix("{:"), text.hasSuffix("}") { return true }
        // Items of contents are links to the page itself and nothing else.
        guard place == .nowhere, block.listDepth > 0 else { return false }
        return block.marks.contains { mark in
            if case .link(let link) = mark.kind {
                link.hasPrefix("#") && mark.range == 0..<text.utf8.count
            } else {
                false
            }
        }
    }

    /// Whether a block with the anchor of a footer is one of the reference all the same, which may well have a definition
    /// called so: a heading within a chapter or above a table, a table, the title of one.
    private func isPart(_ block: Block, _ next: Block?) -> Bool {
        let isAboveTable = if case .table? = next?.content { true } else { false }
        return switch block.content {
        case .heading: chapter != nil || isAboveTable || Self.call(of: block, next) != nil
        case .paragraph: isAboveTable
        case .table, .code: true
        }
    }

    /// The method and path of `GET /pets`; `nil` for other text.
    static func call(_ text: String) -> (method: String, path: String)? {
        let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard parts.count == 2, methods.contains(String(parts[0])), let written = pathWithoutBlanks(parts[1]) else {
            return nil
        }
        var path = written[...]
        if let scheme = path.ranges(of: "://").first {
            let rest = path[scheme.upperBound...]
            path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        } else if !path.hasPrefix("/"), let slash = path.firstIndex(of: "/"),
            path[..<slash].contains(where: { $0 == "." || $0 == ":" }) || path.hasPrefix("localhost/")
        {
            // An option prints the host before the path.
            path = path[slash...]
        }
        // A base path of `/` before the path.
        while path.hasPrefix("//") { path = path.dropFirst() }
        return path.hasPrefix("/") ? (String(parts[0]), String(path)) : nil
    }

    /// A path without the blanks that stand at the ends of a parameter's name, as `{name : [a-z]+}` leaves them without
    /// its expression; `nil` where there are blanks elsewhere.
    private static func pathWithoutBlanks(_ text: Substring) -> String? {
        var path = ""
        var rest = text.drop(while: \.isWhitespace)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close].split(separator: " ").joined(separator: " ")
            path += rest[..<open] + "{" + name + "}"
            guard !rest[..<open].contains(where: \.isWhitespace), !name.contains(where: \.isNewline) else { return nil }
            rest = rest[rest.index(after: close)...]
        }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest.contains(where: \.isWhitespace) ? nil : path + rest
    }

    /// A heading without the number that the processor put before it: `2.1. Pets`.
    static func unnumbered(_ text: String) -> String {
        let rest = text.drop { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard rest.startIndex != text.startIndex, rest.first == " ", text.first?.isNumber == true,
            text[..<rest.startIndex].contains(".")
        else { return text }
        return String(rest.drop { $0 == " " })
    }
}
