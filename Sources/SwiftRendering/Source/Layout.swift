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

    /// `width` spaces.
    static func margin(_ width: Int) -> SwiftCode {
        SwiftCode.joined(Array(repeating: " ", count: width), separator: "")
    }
}
