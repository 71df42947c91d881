/// Lays code out within the line length, the way `swift format` does.
enum Layout {
    /// The longest line of generated code: a little less than `swift format` allows, since it counts what may follow.
    static let lineLength = 118

    /// `open` + items + `close` on one line where that fits, else an item a line.
    static func list(
        _ items: [SwiftCode], open: SwiftCode, close: SwiftCode, indent: Int, hasTrailingComma: Bool = false
    ) -> SwiftCode {
        let oneLine: SwiftCode = "\(open)\(SwiftCode.joined(items, separator: ", "))\(close)"
        guard indent + oneLine.source.count > lineLength, !items.isEmpty else { return oneLine }
        let inner = margin(indent + 4)
        let body = SwiftCode.joined(items.map { "\(inner)\($0)" }, separator: ",\n")
        let comma: SwiftCode = hasTrailingComma ? "," : ""
        return "\(open)\n\(body)\(comma)\n\(margin(indent))\(close)"
    }

    /// A call whose last argument is a closure with one statement, which `statement` lays out at an indent: trailing where
    /// it has no label, else an argument a line.
    static func call(
        _ open: SwiftCode, _ items: [SwiftCode], closure label: SwiftCode?, indent: Int,
        statement: (_ indent: Int) -> SwiftCode
    ) -> SwiftCode {
        let inner = margin(indent + 4)
        guard let label else {
            let head = list(items, open: open, close: ") {", indent: indent)
            return "\(head)\n\(inner)\(statement(indent + 4))\n\(margin(indent))}"
        }
        let lines = SwiftCode.joined((items + ["\(label): {"]).map { "\(inner)\($0)" }, separator: ",\n")
        return "\(open)\n\(lines)\n\(margin(indent + 8))\(statement(indent + 8))\n\(inner)}\n\(margin(indent)))"
    }

    /// `width` spaces.
    static func margin(_ width: Int) -> SwiftCode {
        SwiftCode.joined(Array(repeating: " ", count: width), separator: "")
    }
}
