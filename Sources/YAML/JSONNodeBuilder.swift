import Diagnostics
import Foundations

/// Builds the tree of a JSON document.
struct JSONNodeBuilder: JSONHandler {
    /// What is wrong with a document that follows the grammar.
    private(set) var error: DiagnosticError?
    /// The document, once it has ended.
    private(set) var result: YAMLNode?

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: YAMLLimits
    private let source: Place.Source
    private var frames: [TreeBuilder.Frame] = []
    private var nodes = 0
    /// The place of the last node; those of the nodes come in the order of the text.
    private var current = TextPlace()

    let root: Void = ()

    init(bytes: UnsafeBufferPointer<UInt8>, file: String, limits: YAMLLimits) {
        self.bytes = bytes
        self.limits = limits
        source = Place.Source(file: file)
    }

    mutating func scalar(_ token: JSONToken, in level: Void, ordinal: UInt32) -> Bool {
        let isString = token.kind == .string
        let place = place(of: isString ? token.start - 1 : token.start)
        return attempt { (builder: inout Self) throws(DiagnosticError) in
            guard let text = builder.text(of: token) else { throw builder.noText(token) }
            try builder.add(
                YAMLNode(content: .scalar(YAMLScalar(text: text, isPlain: !isString)), place: place), height: 0)
        }
    }

    mutating func begin(isObject: Bool, at offset: Int, in level: Void, ordinal: UInt32) -> Void? {
        let place = place(of: offset)
        let hasBegun = attempt { (builder: inout Self) throws(DiagnosticError) in
            try builder.count(at: place)
            builder.frames.append(
                TreeBuilder.Frame(kind: isObject ? .mapping : .sequence, place: place, anchor: nil, nodesBefore: 0))
        }
        return hasBegun ? () : nil
    }

    mutating func name(_ token: JSONToken, in level: inout Void, count: UInt32) -> Bool {
        scalar(token, in: level, ordinal: 0)
    }

    mutating func end(_ level: Void, isObject: Bool, count: UInt32) -> Bool {
        attempt { (builder: inout Self) throws(DiagnosticError) in
            let frame = builder.frames.removeLast()
            try builder.put(frame.node, height: frame.height)
        }
    }

    /// Whether `body` did not throw; what it throws is kept.
    private mutating func attempt(_ body: (inout Self) throws(DiagnosticError) -> Void) -> Bool {
        do throws(DiagnosticError) {
            try body(&self)
            return true
        } catch {
            self.error = error
            return false
        }
    }

    private mutating func add(_ node: YAMLNode, height: Int) throws(DiagnosticError) {
        try count(at: node.place)
        try put(node, height: height)
    }

    private mutating func put(_ node: YAMLNode, height: Int) throws(DiagnosticError) {
        guard !frames.isEmpty else {
            result = node
            return
        }
        try frames[frames.count - 1].append(node, height: height)
    }

    private mutating func count(at place: Place) throws(DiagnosticError) {
        nodes += 1
        guard nodes <= limits.nodes else { throw limits.tooMany(at: place) }
    }

    private mutating func place(of offset: Int) -> Place {
        current.move(to: offset, in: bytes)
        return Place(source: source, line: current.line, column: current.column)
    }

    private func text(of token: JSONToken) -> String? {
        JSONString.text(text(token), isEscaped: token.isEscaped)
    }

    private func noText(_ token: JSONToken) -> DiagnosticError {
        let error = JSONString.error(in: text(token), at: token.start)
        let place = TextPlace(of: error.offset, in: bytes)
        let advice =
            error.problem == .halfCharacter
            ? "write both escapes of the pair, or the character itself" : "save the file as UTF-8"
        return DiagnosticError(
            "\(error.text); \(advice)",
            at: SourceLocation(file: source.file, line: place.line, column: place.column))
    }

    private func text(_ token: JSONToken) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[token.start..<(token.start + token.length)])
    }
}
