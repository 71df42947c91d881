import Documentation

/// Reads the notation of types: `integer(int64)`, `[[Ticket](#schematicket)]`, `string¦null`, `array[string]`.
struct TypeCell {
    /// The names of schemas by what anchors and texts call them.
    let schemas: SchemaNames
    /// What was not understood.
    private(set) var unknown: [String] = []

    init(schemas: SchemaNames) { self.schemas = schemas }

    /// The type that a cell names.
    mutating func read(_ cell: Table.Cell, line: Int) -> WrittenShape {
        let links = cell.marks.compactMap { mark -> (range: Range<Int>, target: String)? in
            if case .link(let target) = mark.kind { (mark.range, target) } else { nil }
        }
        let bytes = Array(cell.text.utf8)
        return read(bytes[...], links: links, wholeLink: links.isEmpty ? cell.link : nil, line: line, depth: 0)
    }

    private static let primitives: Set<String> = ["string", "integer", "number", "boolean"]
    private static let open: Set<String> = ["any", "oneof", "anyof", "allof", "not", "none", "", "anonymous", "null"]

    private mutating func read(
        _ bytes: ArraySlice<UInt8>, links: [(range: Range<Int>, target: String)], wholeLink: String?, line: Int,
        depth: Int
    ) -> WrittenShape {
        let part = Self.trimmed(bytes)
        let text = String(decoding: part, as: UTF8.self)
        guard depth < 16 else { return WrittenShape(.any, line: line) }
        func inner(_ range: ArraySlice<UInt8>) -> WrittenShape {
            read(range, links: links, wholeLink: wholeLink, line: line, depth: depth + 1)
        }
        // A link over all of it is the name of a schema.
        if let link = links.first(where: {
            $0.range.lowerBound <= part.startIndex && $0.range.upperBound >= part.endIndex
        }),
            !part.isEmpty
        {
            return WrittenShape(.reference(schemas.name(text: text, target: link.target)), line: line)
        }
        // OpenAPI 3.1 lists the types: `string,null`, `integer,null(int64)`.
        if links.isEmpty, wholeLink == nil, let listed = Self.listed(text, line: line) { return listed }
        let separator: Character = text.contains("¦") ? "¦" : "|"
        let alternatives = Self.split(text, at: separator)
        if alternatives.count > 1 {
            var offset = part.startIndex
            var shapes: [WrittenShape] = []
            var isNullable = false
            for alternative in alternatives {
                let end = offset + alternative.utf8.count
                if alternative.trimmed.lowercased() == "null" {
                    isNullable = true
                } else {
                    shapes.append(inner(part[offset..<end]))
                }
                offset = end + String(separator).utf8.count
            }
            let shape = shapes.count == 1 ? shapes[0] : WrittenShape(.any, line: line)
            if shapes.count > 1 { shape.choices = [(.oneOf, shapes)] }
            shape.isNullable = shape.isNullable || isNullable
            return shape
        }
        if part.first == UInt8(ascii: "["), part.last == UInt8(ascii: "]") {
            return WrittenShape(.array(inner(part.dropFirst().dropLast())), line: line)
        }
        let lowered = text.lowercased()
        if lowered.hasPrefix("array of ") {
            return WrittenShape(.array(inner(part.dropFirst("array of ".utf8.count))), line: line)
        }
        if lowered.hasPrefix("array[") && text.hasSuffix("]") || lowered.hasPrefix("array(") && text.hasSuffix(")") {
            return WrittenShape(.array(inner(part.dropFirst("array[".utf8.count).dropLast())), line: line)
        }
        if let brace = text.firstIndex(of: "("), text.hasSuffix(")") {
            let name = text[..<brace].trimmed.lowercased()
            let format = text[text.index(after: brace)...].dropLast().trimmed
            if Self.primitives.contains(name) {
                return WrittenShape(
                    .primitive(name, format: format.lowercased() == "null" || format.isEmpty ? nil : format), line: line
                )
            }
        }
        switch lowered {
        case _ where Self.primitives.contains(lowered):
            return WrittenShape(.primitive(lowered, format: nil), line: line)
        case "file": return WrittenShape(.primitive("string", format: "binary"), line: line)
        case "object": return WrittenShape(.object, line: line)
        case "array": return WrittenShape(.array(WrittenShape(.any, line: line)), line: line)
        case "null":
            let shape = WrittenShape(.any, line: line)
            shape.isNullable = true
            return shape
        case _ where Self.open.contains(lowered): return WrittenShape(.any, line: line)
        default: break
        }
        if let wholeLink { return WrittenShape(.reference(schemas.name(text: text, target: wholeLink)), line: line) }
        if schemas.known.contains(text) { return WrittenShape(.reference(text), line: line) }
        unknown.append(text)
        return WrittenShape(.any, line: line)
    }

    /// The type of `string,null` and `integer,null(int64)`; `nil` for anything else.
    private static func listed(_ text: String, line: Int) -> WrittenShape? {
        guard text.contains(",") else { return nil }
        let parts = text.split(separator: "(", maxSplits: 1)
        let names = parts[0].split(separator: ",").map { $0.trimmed.lowercased() }
        let format = parts.count > 1 ? parts[1].filter { $0 != ")" }.trimmed : nil
        let known = primitives.union(["null", "array", "object"])
        guard names.count > 1, names.allSatisfy(known.contains) else { return nil }
        let shapes = names.filter { $0 != "null" }.map { name in
            switch name {
            case "array": WrittenShape(.array(WrittenShape(.any, line: line)), line: line)
            case "object": WrittenShape(.object, line: line)
            default: WrittenShape(.primitive(name, format: format), line: line)
            }
        }
        let shape = shapes.count == 1 ? shapes[0] : WrittenShape(.any, line: line)
        if shapes.count > 1 { shape.choices = [(.oneOf, shapes)] }
        shape.isNullable = names.contains("null")
        return shape
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = bytes
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == UInt8(ascii: "`") }
        while let first = part.first, blank(first) { part = part.dropFirst() }
        while let last = part.last, blank(last) { part = part.dropLast() }
        return part
    }

    /// The parts between separators that stand in no brackets.
    private static func split(_ text: String, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var depth = 0
        var start = text.startIndex
        for index in text.indices {
            switch text[index] {
            case "[", "(": depth += 1
            case "]", ")": depth -= 1
            case separator where depth == 0:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        return parts + [text[start...]]
    }
}

/// The names of schemas, by what links to them say.
struct SchemaNames {
    /// The names that the pages have chapters for.
    private(set) var known: Set<String> = []
    private var byAnchor: [String: String] = [:]

    /// Adds a chapter with its anchors.
    mutating func add(_ name: String, anchors: [String]) {
        known.insert(name)
        for anchor in anchors + ["schema\(name)", name] where byAnchor[anchor.lowercased()] == nil {
            byAnchor[anchor.lowercased()] = name
        }
    }

    /// The name that a link means.
    func name(text: String, target: String) -> String {
        if known.contains(text) { return text }
        let anchor = target.split(separator: "#", omittingEmptySubsequences: false).last.map { $0.lowercased() } ?? ""
        return byAnchor[anchor] ?? text
    }
}
