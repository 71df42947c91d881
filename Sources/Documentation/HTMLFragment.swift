import Diagnostics

extension HTMLReader {
    /// Reads a piece of HTML that stands in a page of another form, from line `firstLine` on.
    ///
    /// - Throws: `DiagnosticError` as for a page; what surrounds the piece may open elements that end elsewhere.
    static func readFragment(_ bytes: Bytes, firstLine: Int, file: String) throws -> [Block] {
        if let offset = HTMLTagLimit.crowdedTag(in: bytes) {
            throw DiagnosticError(
                "a tag has more than \(HTMLTagLimit.maximumAttributes) attributes; the page is damaged",
                at: location(of: offset, in: bytes, firstLine: firstLine, file: file))
        }
        var builder = HTMLPageBuilder(page: bytes, isMainOnly: false)
        _ = try HTMLParser.parse(bytes, file: file, into: &builder)
        if let failure = builder.failure {
            throw DiagnosticError(
                failure.message, at: location(of: failure.offset, in: bytes, firstLine: firstLine, file: file))
        }
        if let damage = builder.damage, damage.name == "table" || damage.name == "pre" {
            throw DiagnosticError(
                "<\(damage.name)> has no end tag: the page is damaged; convert it again",
                at: location(of: damage.offset, in: bytes, firstLine: firstLine, file: file))
        }
        return builder.finish(file: file).blocks.map { $0.moved(down: firstLine - 1) }
    }

    private static func location(of offset: Int, in bytes: Bytes, firstLine: Int, file: String) -> SourceLocation {
        let place = PageBytes.location(of: min(offset, bytes.count), in: bytes, file: file)
        return SourceLocation(file: file, line: place.line + firstLine - 1, column: place.column)
    }
}

extension Block {
    /// The block so many lines further down; columns are dropped, which the lines around it may have shifted.
    fileprivate func moved(down count: Int) -> Block {
        var block = self
        func moved(_ lines: ClosedRange<Int>) -> ClosedRange<Int> { lines.lowerBound + count...lines.upperBound + count }
        block.lines = moved(lines)
        block.column = nil
        if case .table(var table) = content {
            for index in table.rows.indices {
                table.rows[index].lines = moved(table.rows[index].lines)
                table.rows[index].column = nil
            }
            block.content = .table(table)
        }
        return block
    }
}
