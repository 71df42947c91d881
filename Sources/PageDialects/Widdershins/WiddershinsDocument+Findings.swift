import Diagnostics
import Documentation

/// What a person should look at.
extension WiddershinsDocument {
    func place(_ line: Int, _ nodes: ShapeNodes) -> SourceLocation {
        SourceLocation(file: nodes.file, line: line)
    }

    mutating func unread(_ line: Int, _ nodes: ShapeNodes) {
        findings.append(
            DialectRules.unread.finding("a table or a row here has a form that is not known", at: place(line, nodes)))
    }

    mutating func unknown(_ text: String, _ line: Int, _ nodes: ShapeNodes) {
        findings.append(
            DialectRules.unknownType.finding(
                "the type `\(printable(String(text.prefix(80))))` is not known; any value fits", at: place(line, nodes))
        )
    }

    mutating func reportRepeated(
        _ chapter: WiddershinsParts.Chapter, _ first: (chapter: WiddershinsParts.Chapter, nodes: ShapeNodes),
        _ nodes: ShapeNodes
    ) {
        guard chapter.blocks.map(\.content.said) != first.chapter.blocks.map(\.content.said) else { return }
        findings.append(
            DialectRules.ambiguous.finding(
                "two schemas are called `\(printable(chapter.name))`; the first one (line \(first.chapter.line)) counts",
                at: place(chapter.line, nodes)))
    }

    mutating func report(
        repeated name: String, _ first: WrittenShape, _ second: WrittenShape, _ nodes: ShapeNodes
    ) {
        guard !nodes.schema(first).saysTheSame(as: nodes.schema(second)) else { return }
        findings.append(
            DialectRules.ambiguous.finding(
                "`\(printable(name))` is described twice, first in line \(first.line); the first row counts",
                at: place(second.line, nodes)))
    }

    mutating func report(open name: String, _ line: Int, _ nodes: ShapeNodes) {
        findings.append(
            DialectRules.ambiguous.finding(
                "several members are called `\(printable(name))`, and the page does not say which of them has these values",
                at: place(line, nodes)))
    }

    mutating func guess(_ what: String, _ line: Int, _ nodes: ShapeNodes) {
        findings.append(
            DialectRules.undescribed.finding(
                "the page does not say which media type \(what) has; it is taken for JSON", at: place(line, nodes)))
    }

    mutating func reportForm(_ operation: WiddershinsParts.Operation, _ form: String, _ nodes: ShapeNodes) {
        findings.append(
            DialectRules.undescribed.finding(
                "the page does not say how the form of \(operation.method) \(operation.path) is sent; `\(form)` is taken",
                at: place(operation.line, nodes)))
    }
}
