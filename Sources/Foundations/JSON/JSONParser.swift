/// Reads a JSON text once and hands its parts to a handler, by the grammar of RFC 8259, without recursion.
///
/// It is generic and inlinable, so that each module gets a parser of its own that calls nothing: the one of the runtime
/// appends nodes to a flat list, the ones of the tool build trees. Whether strings are UTF-8 is left to the handler.
public struct JSONParser<Handler: JSONHandler> {
    /// An array or object whose end has not come yet.
    @usableFromInline
    struct Open {
        @usableFromInline
        var level: Handler.Level
        @usableFromInline
        var isObject: Bool
        @usableFromInline
        var count: UInt32 = 0

        @inlinable
        init(level: Handler.Level, isObject: Bool) {
            self.level = level
            self.isObject = isObject
        }
    }

    /// What takes the parts.
    public var handler: Handler
    /// What is wrong; `nil` also where the handler stopped.
    public var error: JSONSyntaxError?
    @usableFromInline
    let bytes: UnsafePointer<UInt8>
    @usableFromInline
    let end: Int
    @usableFromInline
    let dialect: JSONDialect
    @usableFromInline
    let depthLimit: Int
    @usableFromInline
    var position = 0
    /// The containers that are open, the innermost last.
    @usableFromInline
    var open: [Open] = []

    /// A parser of `count` bytes, which must stay where they are, nested at most `depthLimit` levels deep.
    @inlinable
    public init(
        _ bytes: UnsafePointer<UInt8>, count: Int, as dialect: JSONDialect, depthLimit: Int, handler: Handler
    ) {
        self.bytes = bytes
        end = count
        self.dialect = dialect
        self.depthLimit = depthLimit
        self.handler = handler
    }

    /// Whether the text is JSON and the handler took it to its end; else ``error`` says what is wrong.
    @inlinable
    public mutating func parse() -> Bool {
        if dialect == .markedJSON, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipBlanks()
        guard value(in: handler.root, ordinal: 0) else { return false }
        while let last = open.last {
            skipBlanks()
            guard position < end else { return failAtEnd(last.isObject, last.count) }
            let byte = bytes[position]
            if byte == (last.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                position += 1
                open.removeLast()
                guard handler.end(last.level, isObject: last.isObject, count: last.count) else { return false }
                continue
            }
            if last.count > 0 {
                guard byte == UInt8(ascii: ",") else { return failAtEnd(last.isObject, last.count) }
                position += 1
                skipBlanks()
            }
            open[open.count - 1].count += 1
            if last.isObject {
                guard name() else { return false }
                skipBlanks()
                guard value(in: last.level, ordinal: UInt32.max) else { return false }
            } else {
                guard value(in: last.level, ordinal: last.count) else { return false }
            }
        }
        skipBlanks()
        return position == end || fail(.trailing, at: position)
    }

    /// Takes a scalar, or the opening bracket of a container.
    @inlinable
    mutating func value(in level: Handler.Level, ordinal: UInt32) -> Bool {
        guard position < end else { return fail(.missingValue, at: position) }
        let kind: JSONToken.Kind
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "\""):
            guard let token = string(UInt8(ascii: "\"")) else { return false }
            return handler.scalar(token, in: level, ordinal: ordinal)
        case UInt8(ascii: "{"): return container(isObject: true, level, ordinal)
        case UInt8(ascii: "["): return container(isObject: false, level, ordinal)
        case UInt8(ascii: "t"):
            guard word("true") else { return false }
            kind = .true
        case UInt8(ascii: "f"):
            guard word("false") else { return false }
            kind = .false
        case UInt8(ascii: "n"):
            guard word("null") else { return false }
            kind = .null
        default:
            guard let token = number() else { return literal(in: level, ordinal: ordinal) }
            return handler.scalar(token, in: level, ordinal: ordinal)
        }
        return handler.scalar(
            JSONToken(kind: kind, start: start, length: position - start), in: level, ordinal: ordinal)
    }

    @inlinable
    mutating func container(isObject: Bool, _ level: Handler.Level, _ ordinal: UInt32) -> Bool {
        guard open.count < depthLimit else { return fail(.tooDeep(depthLimit), at: position) }
        guard let inner = handler.begin(isObject: isObject, at: position, in: level, ordinal: ordinal) else {
            return false
        }
        position += 1
        open.append(Open(level: inner, isObject: isObject))
        return true
    }

    /// Takes the name of a member and its colon.
    @inlinable
    mutating func name() -> Bool {
        guard position < end else { return fail(.missingName, at: position) }
        let name: JSONToken?
        switch bytes[position] {
        case UInt8(ascii: "\""): name = string(UInt8(ascii: "\""))
        case UInt8(ascii: "'") where dialect == .literal: name = apostrophed()
        default: return fail(.missingName, at: position)
        }
        guard let name else { return false }
        let last = open.count - 1
        guard handler.name(name, in: &open[last].level, count: open[last].count) else { return false }
        skipBlanks()
        return take(UInt8(ascii: ":")) || fail(.missingColon, at: position)
    }
}
