/// Reads the bytes of a document once and appends its nodes, by the grammar of RFC 8259, without recursion.
///
/// It only says that bytes are no JSON; ``JSONFault`` says why.
struct JSONParser {
    /// How many members an object may have to be searched one by one.
    private static let searchLimit = 32

    private let document: JSONDocument
    private let bytes: UnsafeMutablePointer<UInt8>
    private let end: Int
    private var position = 0
    /// The containers that are open, the innermost last.
    private var open: [Open] = []

    private struct Open {
        var node: Int
        var isObject: Bool
        var count: UInt32 = 0
        /// One bit for each hash of a name.
        var names: UInt64 = 0
        var needsIndex = false
    }

    init(_ document: JSONDocument) {
        self.document = document
        bytes = document.bytes
        end = document.byteCount
    }

    /// Whether the document is JSON, and not nested deeper than ``JSONFault/depthLimit``.
    mutating func parse() -> Bool {
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipBlanks()
        guard value(parent: 0, ordinal: 0) else { return false }
        while let last = open.last {
            skipBlanks()
            guard position < end else { return false }
            let byte = bytes[position]
            if byte == (last.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                position += 1
                close()
                continue
            }
            if last.count > 0 {
                guard byte == UInt8(ascii: ",") else { return false }
                position += 1
                skipBlanks()
            }
            open[open.count - 1].count += 1
            if last.isObject {
                guard name() else { return false }
                skipBlanks()
                guard value(parent: last.node, ordinal: JSONNode.memberOrdinal) else { return false }
            } else {
                guard value(parent: last.node, ordinal: last.count) else { return false }
            }
        }
        skipBlanks()
        return position == end
    }

    private mutating func close() {
        let last = open.removeLast()
        document.nodes[last.node].length = last.count
        document.nodes[last.node].next = UInt32(document.count)
        document.nodes[last.node].start = UInt32(last.node + 1)
        document.nodes[last.node].needsIndex = last.needsIndex || (last.isObject && last.count > Self.searchLimit)
    }

    /// Takes a scalar, or the opening bracket of a container.
    private mutating func value(parent: Int, ordinal: UInt32) -> Bool {
        guard position < end else { return false }
        let kind: JSONNode.Kind
        switch bytes[position] {
        case UInt8(ascii: "\""): return string(parent: parent, ordinal: ordinal)
        case UInt8(ascii: "{"): return container(.object, parent, ordinal)
        case UInt8(ascii: "["): return container(.array, parent, ordinal)
        case UInt8(ascii: "t"):
            guard word("true") else { return false }
            kind = .true
        case UInt8(ascii: "f"):
            guard word("false") else { return false }
            kind = .false
        case UInt8(ascii: "n"):
            guard word("null") else { return false }
            kind = .null
        default: return number(parent: parent, ordinal: ordinal)
        }
        append(JSONNode(kind: kind, start: UInt32(position), parent: UInt32(parent), ordinal: ordinal))
        return true
    }

    private func append(_ node: JSONNode) {
        var node = node
        node.next = UInt32(document.count + 1)
        document.append(node)
    }

    private mutating func container(_ kind: JSONNode.Kind, _ parent: Int, _ ordinal: UInt32) -> Bool {
        guard open.count < JSONFault.depthLimit else { return false }
        position += 1
        open.append(Open(node: document.count, isObject: kind == .object))
        document.append(JSONNode(kind: kind, start: 0, parent: UInt32(parent), ordinal: ordinal))
        return true
    }
}

extension JSONParser {
    /// Takes the name of a member and its colon, and notes where a name comes for the second time.
    private mutating func name() -> Bool {
        guard position < end, bytes[position] == UInt8(ascii: "\"") else { return false }
        let index = document.count
        let last = open.count - 1
        guard string(parent: open[last].node, ordinal: JSONNode.memberOrdinal) else { return false }
        let (hash, isASCII) = hash(of: document.nodes[index])
        let bit: UInt64 = 1 << UInt64(hash & 63)
        // A name is compared byte by byte, so it has to be text.
        if !isASCII || document.nodes[index].isEscaped, document.text(of: document.nodes[index]) == nil { return false }
        // An escaped name may equal one that is written otherwise.
        if document.nodes[index].isEscaped { open[last].needsIndex = true }
        if open[last].names & bit != 0, !open[last].needsIndex, open[last].count <= Self.searchLimit {
            open[last].needsIndex = hasName(hash, before: index, in: open[last].node)
        }
        open[last].names |= bit
        document.nodes[index].next = hash
        skipBlanks()
        return take(UInt8(ascii: ":"))
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

    private mutating func string(parent: Int, ordinal: UInt32) -> Bool {
        var position = position + 1
        let start = position
        var isEscaped = false
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                var node = JSONNode(
                    kind: .string, start: UInt32(start), length: UInt32(position - start), parent: UInt32(parent),
                    ordinal: ordinal)
                node.isEscaped = isEscaped
                append(node)
                self.position = position + 1
                return true
            }
            if byte < 0x20 { return false }
            position += 1
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                guard position < end else { return false }
                switch bytes[position] {
                case UInt8(ascii: "u"):
                    guard position + 4 < end else { return false }
                    for offset in 1...4 where !PercentEncoding.isHexadecimal(bytes[position + offset]) { return false }
                    position += 5
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                    UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                    position += 1
                default: return false
                }
            }
        }
        return false
    }

    private mutating func number(parent: Int, ordinal: UInt32) -> Bool {
        let start = position
        var kind = JSONNode.Kind.integer
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")), !digits() { return false }
        if take(UInt8(ascii: ".")) {
            kind = .number
            guard digits() else { return false }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            kind = .number
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() else { return false }
        }
        append(
            JSONNode(
                kind: kind, start: UInt32(start), length: UInt32(position - start), parent: UInt32(parent),
                ordinal: ordinal))
        return true
    }

    private mutating func digits() -> Bool {
        let start = position
        while position < end, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
        return position > start
    }

    private mutating func word(_ word: StaticString) -> Bool {
        guard end - position >= word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
            return false
        }
        position += word.utf8CodeUnitCount
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }
}
