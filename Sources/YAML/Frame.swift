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

        private let mergeKeys: YAMLLimits.MergeKeys
        /// The merge key whose value comes next.
        private var mergeKey: YAMLNode.Key?
        /// The mappings of the merge key, the first of which counts most.
        private var merged: [YAMLNode] = []

        init(
            kind: Kind, place: Place, anchor: String?, nodesBefore: Int, mergeKeys: YAMLLimits.MergeKeys = .refused
        ) {
            self.kind = kind
            self.mergeKeys = mergeKeys
            self.place = place
            self.anchor = anchor
            self.nodesBefore = nodesBefore
        }

        /// Whether the next node is a key.
        var expectsKey: Bool { kind == .mapping && key == nil && mergeKey == nil }

        /// The finished node.
        var node: YAMLNode {
            guard kind == .mapping else { return YAMLNode(content: .sequence(items), place: place) }
            guard !merged.isEmpty else { return YAMLNode(content: .mapping(entries), place: place) }
            var all = entries
            var known = Set(entries.map(\.key.text))
            for entry in merged.flatMap({ $0.entries ?? [] }) where known.insert(entry.key.text).inserted {
                all.append(entry)
            }
            return YAMLNode(content: .mapping(all), place: place)
        }

        /// Takes the next node: an item, a key or a value.
        mutating func append(_ node: YAMLNode, height: Int) throws(DiagnosticError) {
            self.height = max(self.height, height + 1)
            if kind == .sequence {
                items.append(node)
            } else if mergeKey != nil {
                try merge(node)
                mergeKey = nil
            } else if let key {
                entries.append(YAMLNode.Entry(key: key, value: node))
                self.key = nil
            } else if isMergeKey(node) {
                guard mergeKeys == .merged else {
                    throw refusal(
                        "merge keys (<<) are not read; write the keys out, or put << into quotes", at: node.place)
                }
                guard merged.isEmpty else {
                    throw refusal("a second merge key (<<); give the first one a list", at: node.place)
                }
                mergeKey = YAMLNode.Key(text: "<<", isPlain: true, place: node.place)
            } else {
                key = try checkedKey(node)
            }
        }

        private func isMergeKey(_ node: YAMLNode) -> Bool {
            guard case .scalar(let scalar) = node.content else { return false }
            return scalar.isPlain && scalar.text == "<<"
        }

        /// Notes the mapping, or the list of mappings, of a merge key.
        private mutating func merge(_ node: YAMLNode) throws(DiagnosticError) {
            let mappings = node.items ?? [node]
            guard !mappings.isEmpty, mappings.allSatisfy({ $0.entries != nil }) else {
                throw refusal("a merge key (<<) takes a mapping, or a list of mappings", at: node.place)
            }
            merged = mappings
        }

        private mutating func checkedKey(_ node: YAMLNode) throws(DiagnosticError) -> YAMLNode.Key {
            guard case .scalar(let scalar) = node.content else { throw keyMustBeText(at: node.place) }
            if scalar.isPlain, scalar.text.isEmpty {
                throw refusal("a key is missing in front of the colon", at: node.place)
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
