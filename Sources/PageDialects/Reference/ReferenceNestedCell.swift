/// A description of a response with a table of header fields and a list of media types in its cell.
///
/// A cell of AsciiDoc may hold blocks: `.Headers` above a table whose cells start with `!`, `.Content` above items
/// `application/json::`. Readers of pages give the cell as one text.
struct ReferenceNestedCell {
    var description: String
    var headers: [ReferenceFacts.Header] = []
    var mediaTypes: [String] = []

    /// Takes the text of a cell apart.
    init(_ text: String) {
        let content = text.ranges(of: ".Content").last
        let fields = text.ranges(of: ".Headers").first
        let end = [content?.lowerBound, fields?.lowerBound].compactMap(\.self).min() ?? text.endIndex
        description = text[..<end].trimmed
        if let content {
            mediaTypes = text[content.upperBound...].split(separator: " ").filter {
                $0.hasSuffix("::") && $0.contains("/")
            }
            .map { String($0.dropLast(2)) }
        }
        guard let fields else { return }
        let stop = content.map { max($0.lowerBound, fields.upperBound) } ?? text.endIndex
        let cells = text[fields.upperBound..<stop].split(separator: "<.<!").dropFirst().map { cell in
            cell.replacing("!===", with: "").trimmed
        }
        // The first three are the head: name, description, schema.
        var index = 3
        while index + 2 < cells.count {
            headers.append(
                ReferenceFacts.Header(
                    name: cells[index], type: MarkedText(plain: cells[index + 2]), description: cells[index + 1],
                    facts: []))
            index += 3
        }
    }
}
