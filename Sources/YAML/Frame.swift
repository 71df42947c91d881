import Diagnostics

extension TreeBuilder {
    /// A sequence or mapping whose end has not come yet.
    struct Frame {
        enum Kind: String {
            case sequence
            case mapping
        }

        let kind: Kind
        let place: Place
        let anchor: String?
        /// How many nodes the document had before this one.
        let nodesBefore: Int
        /// How many levels there are from here down, this one included.
        private(set) var height = 1
        private var items: [YAMLNode] = []
        private var entries: [YAMLNode.Entry] = []
        private var key: YAMLNode.Key?
        /// The index of each key; only kept for mappings that are too long to be searched.
        private var index: [String: Int] = [:]

        private static let longestSearched = 12

        init(kind: Kind, place: Place, anchor: String?, nodesBefore: Int) {
            self.kind = kind
            self.place = place
            self.anchor = anchor
            self.nodesBefore = nodesBefore
        }

        /// Whether the next node is a key.
        var expectsKey: Bool { kind == .mapping && key == nil }

        /// The finished node.
        var node: YAMLNode {
            YAMLNode(content: kind == .mapping ? .mapping(entries) : .sequence(items), place: place)
        }

        /// Takes the next node: an item, a key or a value.
        mutating func append(_ node: YAMLNode, height: Int) throws(DiagnosticError) {
            self.height = max(self.height, height + 1)
            if kind == .sequence {
                items.append(node)
            } else if let key {
                entries.append(YAMLNode.Entry(key: key, value: node))
                self.key = nil
            } else {
                key = try checkedKey(node)
            }
        }

        private mutating func checkedKey(_ node: YAMLNode) throws(DiagnosticError) -> YAMLNode.Key {
            guard case .scalar(let scalar) = node.content else { throw keyMustBeText(at: node.place) }
            if scalar.isPlain, scalar.text.isEmpty {
                throw refusal("a key is missing in front of the colon", at: node.place)
            }
            if scalar.isPlain, scalar.text == "<<" {
                throw refusal(
                    "merge keys (<<) are not read; write the keys out, or put << into quotes", at: node.place)
            }
            if let first = position(of: scalar.text) {
                let line = entries[first].key.place.line
                throw refusal(
                    "the key \"\(excerpt(scalar.text))\" is already on line \(line); remove one of the two",
                    at: node.place)
            }
            return YAMLNode.Key(text: scalar.text, isPlain: scalar.isPlain, place: node.place)
        }

        private mutating func position(of text: String) -> Int? {
            guard entries.count > Self.longestSearched else { return entries.firstIndex { $0.key.text == text } }
            for position in index.count..<entries.count { index[entries[position].key.text] = position }
            return index[text]
        }
    }
}
