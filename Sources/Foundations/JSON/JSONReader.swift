/// Reads a JSON value from bytes that may come from anyone, with a place for what is wrong.
///
/// Members keep their order and numbers their spelling. Strings must be UTF-8, and nesting is bounded.
package struct JSONReader {
    /// What is done with a name that an object already has (RFC 8259, section 4): a reader of the first and one of the
    /// last would see two different values.
    package enum Duplicates: Sendable {
        /// It is an error.
        case refused
        /// The first is kept; the others are told, as far as there are at most twenty.
        case noted
    }

    /// How deep arrays and objects may be nested.
    package static let depthLimit = 64

    /// A value, and the names that came twice.
    package struct Reading {
        /// The value.
        package let value: JSONValue
        /// The names that came twice, each with the place of its later one.
        package let duplicates: [(name: String, offset: Int)]
    }

    /// Reads `bytes` as one value.
    package static func read(
        _ bytes: [UInt8], as dialect: JSONDialect = .json, duplicates: Duplicates = .refused
    ) throws(JSONSyntaxError) -> Reading {
        let result: Result<Reading, JSONSyntaxError> = bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress, !buffer.isEmpty else {
                return .failure(JSONSyntaxError(.missingValue, offset: 0, stop: 0))
            }
            var parser = JSONParser(
                start, count: buffer.count, as: dialect, depthLimit: depthLimit,
                handler: JSONTreeBuilder(bytes: buffer, duplicates: duplicates))
            let isRead = parser.parse()
            guard isRead, let value = parser.handler.value else {
                let error = parser.error ?? parser.handler.error
                return .failure(error ?? JSONSyntaxError(.missingValue, offset: buffer.count, stop: buffer.count))
            }
            return .success(Reading(value: value, duplicates: parser.handler.noted))
        }
        return try result.get()
    }

    /// Reads `bytes` as one value; a name that comes twice in an object is an error.
    package static func value(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue { try read(bytes).value }
}

/// Builds a ``JSONValue``.
private struct JSONTreeBuilder: JSONHandler {
    /// An array or object whose end has not come yet.
    private struct Frame {
        var elements: [JSONValue] = []
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        /// The name of the member whose value is next; `nil` where it came before and is left out.
        var name: String?
        var isLeftOut = false
    }

    private static let mostNoted = 20
    /// Objects with more members are searched by a set.
    private static let longestSearched = 12

    let root: Void = ()
    let bytes: UnsafeBufferPointer<UInt8>
    let duplicates: JSONReader.Duplicates
    private(set) var value: JSONValue?
    private(set) var error: JSONSyntaxError?
    private(set) var noted: [(name: String, offset: Int)] = []
    private var frames: [Frame] = []

    init(bytes: UnsafeBufferPointer<UInt8>, duplicates: JSONReader.Duplicates) {
        self.bytes = bytes
        self.duplicates = duplicates
    }

    mutating func scalar(_ token: JSONToken, in level: Void, ordinal: UInt32) -> Bool {
        switch token.kind {
        case .null: add(.null)
        case .true: add(.bool(true))
        case .false: add(.bool(false))
        case .integer, .number: add(.number(String(decoding: source(token), as: UTF8.self)))
        case .string:
            guard let text = text(token) else { return false }
            add(.string(text))
        }
        return true
    }

    mutating func begin(isObject: Bool, at offset: Int, in level: Void, ordinal: UInt32) -> Void? {
        frames.append(Frame())
    }

    mutating func name(_ token: JSONToken, in level: inout Void, count: UInt32) -> Bool {
        guard let name = text(token) else { return false }
        let last = frames.count - 1
        frames[last].isLeftOut = has(name, last)
        frames[last].name = name
        guard frames[last].isLeftOut else { return true }
        switch duplicates {
        case .refused:
            error = JSONSyntaxError(.duplicateName, offset: token.start - 1, stop: token.start)
            return false
        case .noted:
            if noted.count < Self.mostNoted { noted.append((name, token.start - 1)) }
            return true
        }
    }

    mutating func end(_ level: Void, isObject: Bool, count: UInt32) -> Bool {
        let frame = frames.removeLast()
        add(isObject ? .object(frame.members) : .array(frame.elements))
        return true
    }

    /// Whether an object has a member of that name; it is looked up by a set where there are many.
    private mutating func has(_ name: String, _ frame: Int) -> Bool {
        let count = frames[frame].members.count
        if count <= Self.longestSearched { return frames[frame].members.contains { $0.name == name } }
        for member in frames[frame].members[frames[frame].names.count...] { frames[frame].names.insert(member.name) }
        return frames[frame].names.contains(name)
    }

    private mutating func add(_ value: JSONValue) {
        guard !frames.isEmpty else {
            self.value = value
            return
        }
        let last = frames.count - 1
        guard let name = frames[last].name else {
            frames[last].elements.append(value)
            return
        }
        if !frames[last].isLeftOut { frames[last].members.append(JSONValue.Member(name, value)) }
    }

    private func source(_ token: JSONToken) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[token.start..<(token.start + token.length)])
    }

    private mutating func text(_ token: JSONToken) -> String? {
        let source = source(token)
        if let text = JSONString.text(source, isEscaped: token.isEscaped) { return text }
        error = JSONString.error(in: source, at: token.start)
        return nil
    }
}
