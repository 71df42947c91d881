import Foundations

/// Writes JSON as UTF-8, value by value, in the order of encoding.
///
/// A value that encodes into its own encoder is written on the spot. Containers that may be filled later, nested ones and
/// those of a superclass, have a writer of their own, whose bytes are put in at the end.
final class JSONWriter {
    /// What is open: the value itself at 0, and what it holds.
    private struct Level {
        enum Shape {
            case empty
            case scalar
            case object
            case array
        }

        /// What is being written in it.
        enum Step {
            case value
            case field(FieldName)
            case member(String)
            case element
        }

        var shape = Shape.empty
        var count = 0
        var step = Step.value

        /// The step to what is being written, for errors.
        var key: (any CodingKey)? {
            switch step {
            case .value: nil
            case .field(let name): name
            case .member(let name): MemberName(stringValue: name)
            case .element: ElementIndex(count - 1)
            }
        }
    }

    // Every value is written through these; checking each access for exclusivity would cost as much as the writing.
    @exclusivity(unchecked) private var bytes: [UInt8] = []
    @exclusivity(unchecked) private var levels: [Level] = []
    private var inserted: [(offset: Int, writer: JSONWriter)] = []
    /// The way to the value from the root.
    private let basePath: [any CodingKey]
    /// Whether the JSON is the body of a request.
    let isRequest: Bool

    init(basePath: [any CodingKey] = [], isRequest: Bool = false) {
        self.basePath = basePath
        self.isRequest = isRequest
        levels.append(Level())
        bytes.reserveCapacity(256)
    }

    /// The way to what is open at `level`.
    func path(to level: Int) -> [any CodingKey] { basePath + levels.prefix(level).compactMap(\.key) }

    /// The way to what is being written.
    var path: [any CodingKey] { path(to: levels.count) }

    /// The bytes, with everything closed.
    func finish() -> [UInt8] {
        end(level: 0)
        guard !inserted.isEmpty else { return bytes }
        var whole: [UInt8] = []
        var start = 0
        for (offset, writer) in inserted {
            whole += bytes[start..<offset]
            whole += writer.finish()
            start = offset
        }
        return whole + bytes[start...]
    }

    /// Whether the value has not encoded anything.
    var isEmpty: Bool { levels[0].shape == .empty }

    func beginObject(level: Int) {
        guard levels[level].shape == .empty else { return }
        levels[level].shape = .object
        bytes.append(UInt8(ascii: "{"))
    }

    func beginArray(level: Int) {
        guard levels[level].shape == .empty else { return }
        levels[level].shape = .array
        bytes.append(UInt8(ascii: "["))
    }

    func count(level: Int) -> Int { levels[level].count }

    /// Writes what stands before a member of the object at `level`.
    func begin(member name: String, level: Int) {
        begin(.member(name), level: level)
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes what stands before a member of the object at `level`.
    func begin(member name: FieldName, level: Int) {
        begin(.field(name), level: level)
        JSONString.append(name.bytes, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes what stands before an element of the array at `level`.
    func beginElement(level: Int) { begin(.element, level: level) }

    private func begin(_ step: Level.Step, level: Int) {
        if levels[level].count > 0 { bytes.append(UInt8(ascii: ",")) }
        levels[level].count += 1
        levels[level].step = step
    }

    /// Notes that the value at `level` is a scalar, which is written next.
    func beginScalar(level: Int) {
        levels[level].shape = .scalar
    }

    /// Writes something at `level`, and takes back what was written of it where that fails: who encodes may catch the
    /// error and go on.
    @inline(__always)
    func attempt(level: Int, _ body: () throws -> Void) throws {
        let (length, insertions) = (bytes.count, inserted.count)
        let (shape, count) = (levels[level].shape, levels[level].count)
        do {
            try body()
        } catch {
            bytes.removeLast(bytes.count - length)
            inserted.removeLast(inserted.count - insertions)
            levels[level].shape = shape
            levels[level].count = count
            throw error
        }
    }

    /// Writes a value that is no more than `Codable`, as a member or an element of what is open.
    func encode(_ value: some Encodable) throws {
        if try writeSpecially(value) { return }
        let level = levels.count
        levels.append(Level())
        defer { leave(level) }
        try encode(value, level: level)
        end(level: level)
    }

    /// Opens an object as a member or an element of what is open; its level.
    func openObject() -> Int {
        levels.append(Level(shape: .object))
        bytes.append(UInt8(ascii: "{"))
        return levels.count - 1
    }

    func closeObject() { bytes.append(UInt8(ascii: "}")) }

    /// Opens an array as a member or an element of what is open; its level.
    func openArray() -> Int {
        levels.append(Level(shape: .array))
        bytes.append(UInt8(ascii: "["))
        return levels.count - 1
    }

    func closeArray() { bytes.append(UInt8(ascii: "]")) }

    /// Forgets `level` and what is within it, whether it was written to its end or not.
    func leave(_ level: Int) { levels.removeLast(levels.count - level) }

    /// Lets a value encode itself at `level`, a dictionary in the order of its keys.
    func encode(_ value: some Encodable, level: Int) throws {
        if let dictionary = value as? any JSONDictionary, try dictionary.writeMembers(to: self, level: level) { return }
        try value.encode(to: JSONValueEncoder(self, level))
    }

    private func end(level: Int) {
        switch levels[level].shape {
        case .scalar: break
        case .empty: bytes += "{}".utf8
        case .object: bytes.append(UInt8(ascii: "}"))
        case .array: bytes.append(UInt8(ascii: "]"))
        }
    }

    /// A writer for what will stand here.
    func insertion(path: [any CodingKey]) -> JSONWriter {
        let writer = JSONWriter(basePath: path, isRequest: isRequest)
        inserted.append((bytes.count, writer))
        return writer
    }
}

extension JSONWriter {
    func writeNull() { bytes += "null".utf8 }

    func write(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }

    func write(_ value: some FixedWidthInteger) {
        if let small = UInt16(exactly: value), small < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(small))
        } else {
            append(String(value))
        }
    }

    /// Appends a text as it is.
    func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Writes a string with its quotation marks; only what RFC 8259 wants escaped is.
    func write(_ text: String) { JSONString.append(text, to: &bytes) }

    /// Writes the shortest number that reads as the same value, whole ones without a fraction.
    func writeFinite<Value: BinaryFloatingPoint & CustomStringConvertible>(_ value: Value) throws {
        guard value.isFinite else {
            let name =
                value.isNaN ? "\(Value.self).nan" : value < 0 ? "-\(Value.self).infinity" : "\(Value.self).infinity"
            throw EncodingError.invalidValue(
                value, .init(codingPath: path, debugDescription: "Unable to encode \(name) directly in JSON."))
        }
        let text = value.description
        append(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
