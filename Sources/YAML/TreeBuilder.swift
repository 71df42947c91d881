import CLibYAML
import Diagnostics

/// Builds the tree from events with a stack of its own, and stops at the first event that is too much.
struct TreeBuilder {
    /// What is known after an event.
    enum Progress {
        case unfinished
        case finished(YAMLNode)
    }

    static let emptyDocument = "the file is empty; write a YAML document"

    private let text: SourceText
    private let limits: YAMLLimits
    private var frames: [Frame] = []
    private var anchors = Anchors()
    private var root: YAMLNode?
    private var nodes = 0

    init(text: SourceText, limits: YAMLLimits) {
        self.text = text
        self.limits = limits
    }

    /// Takes the next event of the stream; the root comes with the end of the stream.
    mutating func take(_ event: borrowing yaml_event_t) throws -> Progress {
        let place = place(event.start_mark)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            guard root == nil else {
                throw refusal(
                    "a second document begins here; write one document into one file", at: place)
            }
        case YAML_SCALAR_EVENT: try scalar(event, at: place)
        case YAML_ALIAS_EVENT: try alias(named: String(cString: event.data.alias.anchor), at: place)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try begin(.sequence, tag: start.tag, anchor: start.anchor, at: place)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try begin(.mapping, tag: start.tag, anchor: start.anchor, at: place)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try end()
        case YAML_STREAM_END_EVENT:
            guard let root else { throw DiagnosticError(Self.emptyDocument, at: SourceLocation(file: text.file)) }
            return .finished(root)
        default: break
        }
        return .unfinished
    }

    private func place(_ mark: yaml_mark_t) -> Place {
        text.place(line: Int(mark.line), column: Int(mark.column), index: Int(mark.index))
    }

    // MARK: Nodes

    private mutating func scalar(_ event: borrowing yaml_event_t, at place: Place) throws {
        let data = event.data.scalar
        try count(1, at: place)
        let string = String(
            decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
        let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
        if frames.isEmpty, isPlain, string.isEmpty, data.tag == nil, data.anchor == nil {
            throw refusal(Self.emptyDocument, at: place)
        }
        let tag = try coreTag(data.tag, at: place)
        if let tag, !tag.fits(string) {
            throw refusal(
                "\"\(excerpt(string))\" does not fit the tag !!\(tag.rawValue); remove the tag", at: place)
        }
        // The bare `!` says that the scalar is not to be resolved (YAML 1.2.2, section 6.9.1).
        let isBare = data.tag.map { String(cString: $0) == "!" } ?? false
        let node = YAMLNode(
            content: .scalar(YAMLScalar(text: string, isPlain: isPlain && !isBare, tag: tag)), place: place)
        if let anchor = data.anchor { anchors.define(String(cString: anchor), as: node, nodes: 1, height: 0) }
        try add(node, height: 0)
    }

    private mutating func alias(named name: String, at place: Place) throws {
        let target = try anchors.resolve(name, limit: limits.aliases, at: place)
        try count(target.nodes, at: place)
        try checkDepth(frames.count + target.height, at: place)
        try add(YAMLNode(content: target.node.content, place: place), height: target.height)
    }

    private mutating func begin(
        _ kind: Frame.Kind, tag: UnsafePointer<UInt8>?, anchor: UnsafePointer<UInt8>?, at place: Place
    ) throws {
        try count(1, at: place)
        try checkDepth(frames.count + 1, at: place)
        if let frame = frames.last, frame.expectsKey { throw Self.keyMustBeText(at: place) }
        if let tag = try coreTag(tag, at: place), tag != (kind == .mapping ? .mapping : .sequence) {
            throw refusal(
                "the tag !!\(tag.rawValue) does not fit a \(kind.rawValue); remove the tag", at: place)
        }
        let name = anchor.map { String(cString: $0) }
        if let name { anchors.open(name) }
        frames.append(
            Frame(kind: kind, place: place, anchor: name, nodesBefore: nodes - 1, mergeKeys: limits.mergeKeys))
    }

    private mutating func end() throws {
        guard let frame = frames.popLast() else { return }
        let node = frame.node
        if let name = frame.anchor {
            anchors.define(name, as: node, nodes: nodes - frame.nodesBefore, height: frame.height)
        }
        try add(node, height: frame.height)
    }

    /// Puts a finished node where it belongs: into the innermost open collection, or at the root.
    private mutating func add(_ node: YAMLNode, height: Int) throws {
        guard !frames.isEmpty else {
            root = node
            return
        }
        try frames[frames.count - 1].append(node, height: height)
    }

    // MARK: Checks

    private mutating func count(_ more: Int, at place: Place) throws {
        nodes += more
        guard nodes <= limits.nodes else { throw limits.tooMany(at: place) }
    }

    private func checkDepth(_ depth: Int, at place: Place) throws {
        guard depth <= limits.depth else { throw limits.tooDeep(at: place) }
    }

    private func coreTag(_ tag: UnsafePointer<UInt8>?, at place: Place) throws -> CoreTag? {
        guard let uri = tag.map({ String(cString: $0) }), uri != "!" else { return nil }
        guard let tag = CoreTag(uri: uri) else {
            throw refusal(
                "the tag \(excerpt(uri)) is not known; remove it, or put a text that begins with ! into quotes",
                at: place)
        }
        return tag
    }

    static func keyMustBeText(at place: Place) -> DiagnosticError {
        refusal("a key must be a text, not a sequence or a mapping; put it into quotes", at: place)
    }
}

/// The beginning of a text, short enough for a message.
func excerpt(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…" : text
}
