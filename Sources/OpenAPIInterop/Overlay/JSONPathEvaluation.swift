import Patterns
import YAML

/// Where a node stands below the root of a document.
final class NodeTrail: Sendable {
    /// A key or an index.
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    let parent: NodeTrail?
    let step: Step?

    init() {
        parent = nil
        step = nil
    }

    init(_ parent: NodeTrail, _ step: Step) {
        self.parent = parent
        self.step = step
    }

    /// The steps from the root.
    var steps: [Step] {
        var steps: [Step] = []
        var trail: NodeTrail? = self
        while let current = trail {
            if let step = current.step { steps.append(step) }
            trail = current.parent
        }
        return steps.reversed()
    }
}

/// Follows queries through one document; takes no more steps than it may, whatever the query says.
struct JSONPathEvaluation {
    /// A node that a query has selected.
    struct Selected {
        let node: YAMLNode
        let trail: NodeTrail
    }

    /// The query needs more steps than it may take.
    struct TooLong: Error {}

    private let root: YAMLNode
    private var stepsLeft: Int
    private var patterns: [PatternKey: LinearRegex?] = [:]
    /// What queries from the root select: the same for every node that a condition looks at.
    private var fromRoot: [JSONPath.Query: [Selected]] = [:]

    /// A pattern as it is written, and whether it has to tell a whole text.
    private struct PatternKey: Hashable {
        let source: String
        let isWhole: Bool
    }

    /// An evaluation over a document, with at most `steps` nodes, members and pairs of values looked at; long texts and
    /// the places of patterns count as well.
    init(_ root: YAMLNode, steps: Int = 20_000_000) {
        self.root = root
        stepsLeft = steps
    }

    /// The nodes that a query selects, in the order of RFC 9535; a node may occur several times. Throws ``TooLong``.
    mutating func nodes(_ path: JSONPath) throws(TooLong) -> [Selected] {
        try select(path.segments, from: Selected(node: root, trail: NodeTrail()))
    }

    private mutating func select(
        _ segments: [JSONPath.Segment], from start: Selected
    ) throws(TooLong) -> [Selected] {
        var current = [start]
        for segment in segments {
            var next: [Selected] = []
            for selected in current {
                guard segment.isDescendant else {
                    try apply(segment.selectors, to: selected, &next)
                    continue
                }
                var pending = [selected]
                while let node = pending.popLast() {
                    try apply(segment.selectors, to: node, &next)
                    pending += Self.children(node).reversed()
                }
            }
            current = next
        }
        return current
    }

    private static func children(_ selected: Selected) -> [Selected] {
        switch selected.node.content {
        case .scalar: []
        case .sequence(let items):
            items.enumerated().map { Selected(node: $1, trail: NodeTrail(selected.trail, .index($0))) }
        case .mapping(let entries):
            entries.map { Selected(node: $0.value, trail: NodeTrail(selected.trail, .key($0.key.text))) }
        }
    }

    private mutating func apply(
        _ selectors: [JSONPath.Selector], to selected: Selected, _ result: inout [Selected]
    ) throws(TooLong) {
        for selector in selectors {
            try count()
            switch selector {
            case .name(let name):
                let entries = selected.node.entries ?? []
                let position = entries.firstIndex { $0.key.text == name }
                try count(position ?? entries.count)
                if let position {
                    let trail = NodeTrail(selected.trail, .key(name))
                    result.append(Selected(node: entries[position].value, trail: trail))
                }
            case .wildcard:
                let children = Self.children(selected)
                try count(children.count)
                result += children
            case .index(let index):
                guard let items = selected.node.items else { continue }
                let position = index < 0 ? items.count + index : index
                if items.indices.contains(position) {
                    result.append(Selected(node: items[position], trail: NodeTrail(selected.trail, .index(position))))
                }
            case .slice(let start, let end, let step):
                guard let items = selected.node.items else { continue }
                for position in Self.positions(start, end, step, of: items.count) {
                    try count()
                    result.append(Selected(node: items[position], trail: NodeTrail(selected.trail, .index(position))))
                }
            case .filter(let condition):
                for child in Self.children(selected) where try holds(condition, for: child) { result.append(child) }
            }
        }
    }

    /// The positions of a slice (RFC 9535, section 2.3.4.2.2).
    private static func positions(_ start: Int?, _ end: Int?, _ step: Int, of count: Int) -> [Int] {
        guard step != 0 else { return [] }
        func normal(_ index: Int) -> Int { index >= 0 ? index : count + index }
        let from = normal(start ?? (step > 0 ? 0 : count - 1))
        let to = normal(end ?? (step > 0 ? count : -count - 1))
        if step > 0 {
            return Array(stride(from: min(max(from, 0), count), to: min(max(to, 0), count), by: step))
        }
        return Array(stride(from: min(max(from, -1), count - 1), to: min(max(to, -1), count - 1), by: step))
    }

    private mutating func count(_ steps: Int = 1) throws(TooLong) {
        stepsLeft -= steps
        if stepsLeft < 0 { throw TooLong() }
    }

    // MARK: Conditions

    private mutating func holds(_ condition: JSONPath.Condition, for node: Selected) throws(TooLong) -> Bool {
        try count()
        switch condition {
        case .or(let parts):
            for part in parts where try holds(part, for: node) { return true }
            return false
        case .and(let parts):
            for part in parts where try !holds(part, for: node) { return false }
            return true
        case .not(let inner): return try !holds(inner, for: node)
        case .exists(let query): return try !selection(query, node).isEmpty
        case .comparison(let first, let comparison, let second):
            let first = try value(first, node)
            let second = try value(second, node)
            return try compare(first, comparison, second)
        case .matches(let text, let pattern, let isWhole):
            guard case .text(let text)? = try value(text, node), case .text(let source)? = try value(pattern, node)
            else {
                return false
            }
            return try matches(text, source, isWhole: isWhole)
        }
    }

    private mutating func selection(_ query: JSONPath.Query, _ node: Selected) throws(TooLong) -> [Selected] {
        guard query.isAbsolute else { return try select(query.segments, from: node) }
        if let known = fromRoot[query] { return known }
        let selected = try select(query.segments, from: Selected(node: root, trail: NodeTrail()))
        fromRoot[query] = selected
        return selected
    }

    /// A value to compare.
    private enum Value {
        case text(String)
        case number(Double)
        case flag(Bool)
        case null
        case list([YAMLNode])
        case object([YAMLNode.Entry])

        init(_ node: YAMLNode) {
            switch node.content {
            case .sequence(let items): self = .list(items)
            case .mapping(let entries): self = .object(entries)
            case .scalar(let scalar):
                switch scalar.resolved {
                case .null: self = .null
                case .bool(let flag): self = .flag(flag)
                case .integer(let text), .float(let text): self = Double(text).map(Self.number) ?? .text(text)
                case .string(let text): self = .text(text)
                }
            }
        }
    }

    /// The value of an operand; `nil` for one that is not there.
    private mutating func value(_ operand: JSONPath.Operand, _ node: Selected) throws(TooLong) -> Value? {
        switch operand {
        case .literal(.text(let text)): return .text(text)
        case .literal(.number(let number)): return .number(number)
        case .literal(.flag(let flag)): return .flag(flag)
        case .literal(.null): return .null
        case .query(let query): return try selection(query, node).first.map { Value($0.node) }
        case .count(let query): return .number(Double(try selection(query, node).count))
        case .value(let query):
            let nodes = try selection(query, node)
            return nodes.count == 1 ? Value(nodes[0].node) : nil
        case .length(let inner):
            switch try value(inner, node) {
            case .text(let text): return .number(Double(text.unicodeScalars.count))
            case .list(let items): return .number(Double(items.count))
            case .object(let entries): return .number(Double(entries.count))
            default: return nil
            }
        }
    }

    private mutating func compare(
        _ first: Value?, _ comparison: JSONPath.Comparison, _ second: Value?
    ) throws(TooLong) -> Bool {
        switch comparison {
        case .equal: return try areEqual(first, second)
        case .unequal: return try !areEqual(first, second)
        case .less: return try isLess(first, second)
        case .greater: return try isLess(second, first)
        case .atMost:
            if try isLess(first, second) { return true }
            return try areEqual(first, second)
        case .atLeast:
            if try isLess(second, first) { return true }
            return try areEqual(first, second)
        }
    }

    /// Counts what reading a text takes, as far as that is more than looking at a node.
    private mutating func count(_ text: String) throws(TooLong) { try count(text.utf8.count / 64) }

    private mutating func isLess(_ first: Value?, _ second: Value?) throws(TooLong) -> Bool {
        switch (first, second) {
        case (.number(let first), .number(let second)): return first < second
        case (.text(let first), .text(let second)):
            try count(first)
            return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
        default: return false
        }
    }

    private mutating func areEqual(_ first: Value?, _ second: Value?) throws(TooLong) -> Bool {
        try count()
        switch (first, second) {
        case (nil, nil), (.null, .null): return true
        case (.text(let first), .text(let second)):
            try count(first)
            return first.unicodeScalars.elementsEqual(second.unicodeScalars)
        case (.number(let first), .number(let second)): return first == second
        case (.flag(let first), .flag(let second)): return first == second
        case (.list(let first), .list(let second)):
            guard first.count == second.count else { return false }
            for (first, second) in zip(first, second) where try !areEqual(Value(first), Value(second)) { return false }
            return true
        case (.object(let first), .object(let second)):
            guard first.count == second.count else { return false }
            try count(second.count)
            let values = Dictionary(
                second.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
            for entry in first {
                guard let other = values[entry.key.text], try areEqual(Value(entry.value), Value(other)) else {
                    return false
                }
            }
            return true
        default: return false
        }
    }

    // MARK: Patterns

    /// Whether a pattern of RFC 9485 tells a text; what is not a pattern tells none.
    private mutating func matches(_ text: String, _ source: String, isWhole: Bool) throws(TooLong) -> Bool {
        let key = PatternKey(source: source, isWhole: isWhole)
        let pattern: LinearRegex?
        if let known = patterns[key] {
            try count(source)
            pattern = known
        } else {
            try count(source.utf8.count)
            let written = Self.translated(source)
            pattern = LinearRegex(isWhole ? "^(?:\(written))$" : written)
            patterns[key] = .some(pattern)
        }
        guard let pattern else { return false }
        // A scalar at a place of the pattern takes a fraction of what a node takes.
        try count(text.unicodeScalars.count * pattern.size / 8)
        return pattern.matches(text)
    }

    /// A dot of RFC 9485 is any character but the ends of lines, of which ECMA-262 has two more.
    private static func translated(_ source: String) -> String {
        var result = ""
        var isEscaped = false
        var isInClass = false
        for character in source.unicodeScalars {
            let isPlain = !isEscaped
            isEscaped = isPlain && character == "\\"
            if isPlain, character == "[" { isInClass = true }
            if isPlain, character == "]" { isInClass = false }
            if isPlain, !isInClass, character == "." {
                result += "[^\\n\\r]"
            } else {
                result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
