import Patterns
import YAML

/// A query of RFC 9535, which selects nodes of a JSON document: `$.paths.*.get.parameters[?@.in == 'query']`.
struct JSONPath: Sendable, Hashable {
    /// One step: what it selects of the children of a node, or of all that a node holds at any depth.
    struct Segment: Sendable, Hashable {
        var isDescendant: Bool
        var selectors: [Selector]
    }

    /// What a segment selects of the children of one node.
    enum Selector: Sendable, Hashable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// Whether a child is selected.
    indirect enum Condition: Sendable, Hashable {
        case or([Condition])
        case and([Condition])
        case not(Condition)
        case comparison(Operand, Comparison, Operand)
        /// The query selects something.
        case exists(Query)
        /// The text of the first is one that the pattern of the second tells, as a whole or in some part.
        case matches(Operand, pattern: Operand, isWhole: Bool)
    }

    /// The comparison operators.
    enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "=="
        case unequal = "!="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
    }

    /// A value to compare.
    indirect enum Operand: Sendable, Hashable {
        case literal(Literal)
        /// The only node of a query that selects at most one.
        case query(Query)
        case length(Operand)
        case count(Query)
        case value(Query)
    }

    /// A value that is written in the query.
    enum Literal: Sendable, Hashable {
        case text(String)
        case number(Double)
        case flag(Bool)
        case null
    }

    /// A query inside a condition: from the root, or from the node that is looked at.
    struct Query: Sendable, Hashable {
        var isAbsolute: Bool
        var segments: [Segment]

        /// Whether it selects one node at most.
        var isSingular: Bool {
            segments.allSatisfy { segment in
                guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
                switch segment.selectors[0] {
                case .name, .index: return true
                case .wildcard, .slice, .filter: return false
                }
            }
        }
    }

    let segments: [Segment]

    /// The query that `text` is. Throws ``JSONPathProblem`` where it is none.
    init(_ text: String) throws(JSONPathProblem) {
        var parser = JSONPathParser(text)
        segments = try parser.query()
    }
}

/// What is wrong with a query, and where.
struct JSONPathProblem: Error, Hashable {
    /// What is wrong.
    let message: String
    /// How many characters stand before it.
    let offset: Int
}
