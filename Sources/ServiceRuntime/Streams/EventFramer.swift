/// Takes server-sent events apart (WHATWG HTML, section 9.2.6).
///
/// Lines end with CR LF, LF or CR. An event ends with an empty line; what the end of the stream cuts off is dropped, as
/// the standard asks. Comments are skipped and take no memory.
struct EventFramer: StreamFramer {
    private let limit: Int
    private var line: [UInt8] = []
    private var isFirstLine = true
    /// Whether the last byte was a CR, so that a LF belongs to the same line end.
    private var followsCR = false
    private var data: [UInt8] = []
    private var event: String?
    private var id: String?
    private var retry: Int?

    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let colon: UInt8 = 0x3A

    init(limit: Int) {
        self.limit = limit
    }

    mutating func read(_ bytes: [UInt8], into frames: inout [StreamFrame]) throws(ResponseBodyTooLarge) {
        var start = 0
        if followsCR, bytes.first == Self.lineFeed { start = 1 }
        if !bytes.isEmpty { followsCR = false }
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == Self.lineFeed || byte == Self.carriageReturn else {
                index += 1
                continue
            }
            try append(bytes[start..<index])
            endLine(&frames)
            index += 1
            if byte == Self.carriageReturn {
                if index == bytes.count {
                    followsCR = true
                } else if bytes[index] == Self.lineFeed {
                    index += 1
                }
            }
            start = index
        }
        if start < bytes.count { try append(bytes[start...]) }
    }

    mutating func end() -> [StreamFrame] { [] }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws(ResponseBodyTooLarge) {
        if line.first == Self.colon || (line.isEmpty && bytes.first == Self.colon) {
            if line.isEmpty { line = [Self.colon] }
            return
        }
        guard bytes.count <= limit - line.count - data.count else { throw ResponseBodyTooLarge(limit: limit) }
        line += bytes
    }

    private mutating func endLine(_ frames: inout [StreamFrame]) {
        defer { line.removeAll(keepingCapacity: true) }
        // One byte order mark at the very beginning is not a part of the first line.
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        if line.isEmpty {
            if !data.isEmpty {
                data.removeLast()
                // Bytes that are no UTF-8 become U+FFFD, as the standard decodes them.
                let text = String(decoding: data, as: UTF8.self)
                frames.append(StreamFrame(bytes: Array(text.utf8), event: event, id: id, retry: retry))
            }
            data.removeAll(keepingCapacity: true)
            event = nil
            return
        }
        let end = line.firstIndex(of: Self.colon) ?? line.count
        guard end > 0 else { return }
        var value = line.dropFirst(end + 1)
        if value.first == 0x20 { value.removeFirst() }
        switch String(decoding: line[..<end], as: UTF8.self) {
        case "data":
            data += value
            data.append(Self.lineFeed)
        case "event": event = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { id = value.isEmpty ? nil : String(decoding: value, as: UTF8.self) }
        case "retry":
            let isNumber = !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) }
            if isNumber, let number = Int(String(decoding: value, as: UTF8.self)) { retry = number }
        default: break
        }
    }
}
