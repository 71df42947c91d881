import Documentation

/// Tells what the site prints around a guide from what the guide says.
struct Furniture: Sendable {
    /// The one table; the words are constants.
    static let shared = Furniture()

    private let sentences: Set<String>
    private let openings: [String]
    private let controls: Set<String>
    private let longestControl: Int

    private init() {
        sentences = Set(GuideDialect.scp.furniture.flatMap(\.sentences).map(Self.comparable))
        openings = GuideDialect.scp.furniture.flatMap(\.openings).map { normalized($0) }
        controls = Set(GuideDialect.scp.furniture.flatMap(\.controls).map(Self.comparable))
        longestControl = controls.map(\.utf8.count).max() ?? 0
    }

    /// The page without its furniture.
    func removed(from page: Page) -> Page {
        var page = page
        page.blocks = page.blocks.indices.filter { !isFurniture(at: $0, of: page.blocks) }.map { page.blocks[$0] }
        return page
    }

    private func isFurniture(at index: Int, of blocks: [Block]) -> Bool {
        guard case .paragraph(let text) = blocks[index].content else { return false }
        // Furniture is short; a long text need not be folded.
        guard text.utf8.count <= 400 else { return false }
        // Most paragraphs are told by their first line.
        if text.split(separator: "\n").allSatisfy({ isFurniture(Self.comparable($0)) }) { return true }
        guard text.utf8.count <= longestControl + 8, controls.contains(Self.comparable(text)) else { return false }
        return isBeforeCode(index, of: blocks)
    }

    private func isFurniture(_ line: String) -> Bool {
        sentences.contains(line) || openings.contains { line.hasPrefix($0) && line.utf8.count <= $0.utf8.count + 80 }
    }

    /// Whether code follows, with nothing but further labels in between.
    private func isBeforeCode(_ index: Int, of blocks: [Block]) -> Bool {
        for block in blocks[(index + 1)...].prefix(8) {
            switch block.content {
            case .code: return true
            case .paragraph(let text) where controls.contains(Self.comparable(text)): continue
            default: return false
            }
        }
        return false
    }

    private static func comparable(_ text: some StringProtocol) -> String {
        var words = normalized(text)
        while words.hasSuffix(".") { words.removeLast() }
        return words
    }
}

extension FurnitureWords {
    /// Whether text is a command that calls the API, which stands beside the JSON of an example.
    static func isCommand(_ text: String) -> Bool {
        let start = normalized(text.prefix(16)) + " "
        return commands.contains { start.hasPrefix($0) }
    }
}
