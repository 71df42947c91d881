import Diagnostics
import Documentation

/// Reads a page that stands in a test.
func page(_ text: String, file: String = "page") throws -> Page {
    try PageReader.read(Array(text.utf8), file: file)
}

/// What reading says about a page that it refuses; `nil` if it does not.
func refusal(_ text: String) -> String? { refusal(Array(text.utf8)) }

/// What reading says about bytes that it refuses; `nil` if it does not.
func refusal(_ bytes: [UInt8]) -> String? {
    do {
        _ = try PageReader.read(bytes, file: "page")
        return nil
    } catch {
        return "\(error)"
    }
}

/// A page as lines that are easy to compare: lines, kind and content of each block.
func outline(_ page: Page) -> [String] {
    page.blocks.flatMap { block -> [String] in
        let lines = span(block.lines)
        switch block.content {
        case .heading(let heading):
            let number = heading.number.map(String.init).joined(separator: ".")
            return ["\(lines) heading \(number)[\(heading.text)]"]
        case .paragraph(let text):
            return ["\(lines) paragraph \(text)"]
        case .code(let text):
            return ["\(lines) \(block.isUnbalanced ? "unbalanced" : "code") \(text)"]
        case .table(let table):
            let head = "\(lines) table \(table.head.joined(separator: " ¦ "))\(table.isCutOff ? " cut off" : "")"
            return [head] + table.rows.map { "  \(span($0.lines)) \($0.cells.map(\.text).joined(separator: " ¦ "))" }
        }
    }
}

/// The tables of a page.
func tables(_ page: Page) -> [Table] {
    page.blocks.compactMap { block in
        if case .table(let table) = block.content { table } else { nil }
    }
}

private func span(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
}
