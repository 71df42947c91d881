import Documentation
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder of real pages, which are not part of this package; the tests below are skipped without it.
private let corpus = ProcessInfo.processInfo.environment["APIDOC_CORPUS"]

@Suite("Real pages", .enabled(if: corpus != nil, "APIDOC_CORPUS names no folder of pages"))
struct CorpusTests {
    private func pages(_ suffix: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = try #require(corpus)
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted()
            .map { name in
                let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
                return (name, Array(data))
            }
    }

    @Test("Text: lines are covered once, nothing is cut off")
    func text() throws {
        let pages = try pages(".txt")
        #expect(!pages.isEmpty)
        for (name, bytes) in pages {
            let page = try PageReader.read(bytes, file: name)
            #expect(page.format == .extractedText)
            #expect(page.cutOffBlock == nil)
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            var count = [Int](repeating: 0, count: lines.count + 1)
            for block in page.blocks { for line in block.lines { count[line] += 1 } }
            for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
                #expect(count[index + 1] == 1, "\(name):\(index + 1)")
            }
        }
    }

    @Test("HTML: rows fit their heads, cuts are noticed")
    func html() throws {
        let pages = try pages(".html")
        #expect(!pages.isEmpty)
        for (name, bytes) in pages {
            let page = try PageReader.read(bytes, file: name)
            #expect(page.format == .html)
            #expect(page.language == (name.contains(".ko.") ? "ko" : "en"))
            for table in tables(page) {
                for row in table.rows { #expect(row.cells.count == table.head.count, "\(name):\(row.lines)") }
            }
            for share in [3, 5, 7] {
                #expect(throws: (any Error).self) {
                    try PageReader.read(Array(bytes[..<(bytes.count * share / 8)]), file: name)
                }
            }
        }
    }

    @Test("Text and HTML of the same page have the same numbered headings and wide tables")
    func sameInBothForms() throws {
        let folder = try #require(corpus)
        // Damaged pages lost other tables in each form; narrow tables are left out of the text where they say nothing.
        for (name, bytes) in try pages(".txt") where !name.contains("damaged") {
            let twin = name.replacing(".txt", with: ".html")
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(twin)") else { continue }
            let text = try PageReader.read(bytes, file: name)
            let html = try PageReader.read(Array(data), file: twin)
            #expect(numbered(text) == numbered(html), "\(name)")
            #expect(wideRows(text) == wideRows(html), "\(name)")
        }
    }

    /// The words of all rows of tables with three columns and more, whatever separates them.
    private func wideRows(_ page: Page) -> [[Substring]] {
        tables(page).filter { $0.head.count > 2 }.flatMap { table in
            [table.head, table.rows.flatMap { $0.cells.map(\.text) }]
        }.map { $0.joined(separator: " ").split { $0.isWhitespace || $0 == "|" } }
    }

    private func numbered(_ page: Page) -> [String] {
        page.blocks.compactMap { block in
            guard case .heading(let heading) = block.content, !heading.number.isEmpty else { return nil }
            return "\(heading.number) \(heading.text)"
        }
    }
}
