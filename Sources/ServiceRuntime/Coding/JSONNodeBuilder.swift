import Foundations

/// Appends the parts of a JSON text to a document as its nodes.
struct JSONNodeBuilder: JSONHandler {
    /// How many members an object may have to be searched one by one.
    private static let searchLimit = 32

    /// An array or object that is open.
    struct Level {
        var node: Int
        /// One bit for each hash of a name.
        var names: UInt64 = 0
        var needsIndex = false
    }

    private let document: JSONDocument
    private let bytes: UnsafeMutablePointer<UInt8>

    init(_ document: JSONDocument) {
        self.document = document
        bytes = document.bytes
    }

    var root: Level { Level(node: 0) }

    @inline(__always)
    func scalar(_ token: JSONToken, in level: Level, ordinal: UInt32) -> Bool {
        append(token, kind: Self.kind(of: token), parent: level.node, ordinal: ordinal)
        return true
    }

    func begin(isObject: Bool, at offset: Int, in level: Level, ordinal: UInt32) -> Level? {
        let node = document.count
        document.append(
            JSONNode(
                kind: isObject ? .object : .array, start: 0, parent: UInt32(level.node), ordinal: ordinal))
        return Level(node: node)
    }

    func name(_ token: JSONToken, in level: inout Level, count: UInt32) -> Bool {
        let index = document.count
        append(token, kind: .string, parent: level.node, ordinal: JSONNode.memberOrdinal)
        let (hash, isASCII) = hash(of: document.nodes[index])
        let bit: UInt64 = 1 << UInt64(hash & 63)
        // A name is compared byte by byte, so it has to be text.
        if !isASCII || token.isEscaped, document.text(of: document.nodes[index]) == nil { return false }
        // An escaped name may equal one that is written otherwise.
        if token.isEscaped { level.needsIndex = true }
        if level.names & bit != 0, !level.needsIndex, count <= Self.searchLimit {
            level.needsIndex = hasName(hash, before: index, in: level.node)
        }
        level.names |= bit
        document.nodes[index].next = hash
        return true
    }

    func end(_ level: Level, isObject: Bool, count: UInt32) -> Bool {
        document.nodes[level.node].length = count
        document.nodes[level.node].next = UInt32(document.count)
        document.nodes[level.node].start = UInt32(level.node + 1)
        document.nodes[level.node].needsIndex = level.needsIndex || (isObject && count > Self.searchLimit)
        return true
    }
}

extension JSONNodeBuilder {
    private func append(_ token: JSONToken, kind: JSONNode.Kind, parent: Int, ordinal: UInt32) {
        var node = JSONNode(
            kind: kind, start: UInt32(token.start), length: UInt32(token.length), parent: UInt32(parent),
            ordinal: ordinal)
        node.isEscaped = token.isEscaped
        node.next = UInt32(document.count + 1)
        document.append(node)
    }

    private static func kind(of token: JSONToken) -> JSONNode.Kind {
        switch token.kind {
        case .null: .null
        case .true: .true
        case .false: .false
        case .integer: .integer
        case .number: .number
        case .string: .string
        }
    }

    private func hash(of name: JSONNode) -> (hash: UInt32, isASCII: Bool) {
        var hash: UInt32 = 2_166_136_261
        var allBits: UInt8 = 0
        for offset in 0..<Int(name.length) {
            let byte = bytes[Int(name.start) + offset]
            allBits |= byte
            hash = (hash ^ UInt32(byte)) &* 16_777_619
        }
        return (hash ^ (hash >> 15), allBits < 0x80)
    }

    private func hasName(_ hash: UInt32, before end: Int, in object: Int) -> Bool {
        var index = object + 1
        while index < end {
            if document.nodes[index].next == hash { return true }
            index = Int(document.nodes[index + 1].next)
        }
        return false
    }
}
