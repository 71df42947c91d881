import Diagnostics
import Documentation

/// The tables of a section: the first one, and those of inline objects below it, each with its anchors.
struct ReferenceTables {
    /// A table with what stands above it.
    struct Entry {
        var table: Table
        var head: ReferenceHead
        var piece: ReferenceOutline.Piece
        /// The anchors of the line above the table, for inline objects.
        var anchors: [String] = []
        /// The words of that line.
        var title = ""
    }

    /// The tables, in the order of the page.
    private(set) var entries: [Entry] = []
    /// The pieces that are no tables of the grammar, and no titles of those.
    private(set) var others: [ReferenceOutline.Piece] = []
    /// The entries with an anchor, and those without one that have a title.
    private var places: [String: [Int]] = [:]
    private var titles: [String: [Int]] = [:]

    /// Looks through pieces.
    init(_ pieces: [ReferenceOutline.Piece], _ words: DialectWords) {
        var index = 0
        while index < pieces.count {
            let piece = pieces[index]
            index += 1
            switch piece.block.content {
            case .table(let table):
                guard let head = ReferenceHead(table.head, words) else {
                    others.append(piece)
                    continue
                }
                entries.append(
                    Entry(
                        table: table, head: head, piece: piece, anchors: piece.block.anchors.map(ReferenceAnchor.plain))
                )
            case .paragraph(let text):
                // The title of an inline object: a line in bold with an anchor, right above a table.
                guard !piece.block.anchors.isEmpty || Self.isBold(text, piece.block), index < pieces.count,
                    case .table(let table) = pieces[index].block.content, let head = ReferenceHead(table.head, words)
                else {
                    others.append(piece)
                    continue
                }
                let anchors = piece.block.anchors + pieces[index].block.anchors
                if anchors.isEmpty, words.means(text, .properties) || head.kind != .properties {
                    // The caption of a table says what the table says.
                    if !words.means(text, .properties) { others.append(piece) }
                    continue
                }
                entries.append(
                    Entry(
                        table: table, head: head, piece: pieces[index], anchors: anchors.map(ReferenceAnchor.plain),
                        title: MarkedText.collapsed(text)))
                index += 1
            case .heading, .code: others.append(piece)
            }
        }
        for (index, entry) in entries.enumerated() {
            for anchor in Set(entry.anchors) { places[anchor, default: []].append(index) }
            if entry.anchors.isEmpty, !entry.title.isEmpty { titles[entry.title, default: []].append(index) }
        }
    }

    private static func isBold(_ text: String, _ block: Block) -> Bool {
        block.marks.contains { $0.kind == .strong && $0.range == 0..<text.utf8.count }
    }

    /// The table that a link in table `place` leads to: the nearest one below with the anchor, or else the nearest above.
    /// Where a converter has lost the anchors, the title is what the link says.
    func inline(_ anchor: String, _ words: String, below place: Int) -> Int? {
        let targets = [places[anchor] ?? [], titles[words] ?? []]
        // Places are sorted: the first one that is not above is found by halves.
        func split(_ list: [Int]) -> Int {
            var (low, high) = (0, list.count)
            while low < high {
                let middle = (low + high) / 2
                if list[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let below = targets.compactMap { list in list[split(list)...].first { $0 != place } }
        return below.min() ?? targets.compactMap { list in list[..<split(list)].last }.max()
    }
}
