public import Diagnostics

extension YAMLNode {
    /// The document that a reader finds in what ``YAMLWriter`` makes of a value, without the text in between.
    ///
    /// All its places are the beginning of the file.
    ///
    /// - Throws: `DiagnosticError` as ``parseYAML(_:file:limits:)`` does: for a key that occurs twice, and for more
    ///   levels or nodes than the limits allow.
    public init(written value: YAMLValue, file: String, limits: YAMLLimits = .standard) throws(DiagnosticError) {
        var nodes = 0
        let place = Place(source: Place.Source(file: file), line: 1, column: 1)
        self = try Self.node(value, place, limits, depth: 0, &nodes)
    }

    private static func node(
        _ value: YAMLValue, _ place: Place, _ limits: YAMLLimits, depth: Int, _ nodes: inout Int
    ) throws(DiagnosticError) -> YAMLNode {
        try count(1, limits, at: place, &nodes)
        func scalar(_ text: String, isPlain: Bool) -> YAMLNode {
            YAMLNode(content: .scalar(YAMLScalar(text: text, isPlain: isPlain)), place: place)
        }
        switch value {
        case .null: return scalar("null", isPlain: true)
        case .bool(let flag): return scalar(flag ? "true" : "false", isPlain: true)
        case .number(let text):
            return scalar(text, isPlain: CoreSchema.isInteger(text) || CoreSchema.isFloat(text))
        case .string(let text): return scalar(text, isPlain: false)
        case .sequence(let items, _):
            try check(depth, limits, at: place)
            var result: [YAMLNode] = []
            result.reserveCapacity(items.count)
            for item in items {
                result.append(try node(item, place, limits, depth: depth + 1, &nodes))
            }
            return YAMLNode(content: .sequence(result), place: place)
        case .mapping(let members, _):
            try check(depth, limits, at: place)
            var frame = TreeBuilder.Frame(kind: .mapping, place: place, anchor: nil, nodesBefore: 0)
            for member in members {
                try count(1, limits, at: place, &nodes)
                try frame.append(scalar(member.key, isPlain: false), height: 0)
                let value = try node(member.value, place, limits, depth: depth + 1, &nodes)
                try frame.append(value, height: 0)
            }
            return frame.node
        }
    }

    /// Throws where a collection lies in as many others as there may be.
    private static func check(_ depth: Int, _ limits: YAMLLimits, at place: Place) throws(DiagnosticError) {
        guard depth < limits.depth else { throw limits.tooDeep(at: place) }
    }

    private static func count(
        _ more: Int, _ limits: YAMLLimits, at place: Place, _ nodes: inout Int
    ) throws(DiagnosticError) {
        nodes += more
        guard nodes <= limits.nodes else { throw limits.tooMany(at: place) }
    }
}

extension YAMLLimits {
    /// What is wrong with a document of more nodes.
    func tooMany(at place: Place) -> DiagnosticError {
        refusal("more than \(nodes) nodes; split the document into smaller ones", at: place)
    }

    /// What is wrong with a document of more levels.
    func tooDeep(at place: Place) -> DiagnosticError {
        refusal("more than \(depth) levels of nesting; flatten the document", at: place)
    }
}
