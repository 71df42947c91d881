import HTTPTypes

/// A body of type `multipart/form-data` taken apart (RFC 7578, RFC 2046 §5.1).
struct MultipartText {
    /// One part.
    struct Part {
        /// The name of the field.
        let name: String
        /// The name of the file, for a part that is one.
        let fileName: String?
        /// The media type; `nil` where the part states none, which means plain text.
        let contentType: String?
        /// The header fields.
        let fields: HTTPFields
        /// The contents.
        let bytes: ArraySlice<UInt8>
    }

    /// The parts in order.
    let parts: [Part]

    /// Takes a body apart.
    ///
    /// Throws where it is none that `boundary` divides, or where a part has no name.
    init(_ body: [UInt8], boundary: String) throws(RequestRejection) {
        guard (1...70).contains(boundary.utf8.count) else {
            throw Self.malformed("the boundary must have 1 to 70 characters")
        }
        let mark = Array("--\(boundary)".utf8)
        // The first line may stand at the very beginning; all others follow a line end.
        guard var position = body.starts(with: mark) ? 0 : Self.find([13, 10] + mark, in: body[...]).map({ $0 + 2 })
        else { throw Self.malformed("its boundary does not occur in it") }
        var parts: [Part] = []
        while true {
            position += mark.count
            if body[position...].starts(with: "--".utf8) { break }
            while position < body.count, body[position] == 32 || body[position] == 9 { position += 1 }
            guard body[position...].starts(with: [13, 10]) else {
                throw Self.malformed("a boundary does not end its line")
            }
            position += 2
            guard let end = Self.find([13, 10] + mark, in: body[position...]) else {
                throw Self.malformed("its last boundary is missing")
            }
            parts.append(try Self.part(body[position..<end]))
            position = end + 2
        }
        self.parts = parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws(RequestRejection) -> Part {
        let head: ArraySlice<UInt8>
        let body: ArraySlice<UInt8>
        if bytes.starts(with: [13, 10]) {
            head = bytes.prefix(0)
            body = bytes.dropFirst(2)
        } else if let end = find([13, 10, 13, 10], in: bytes) {
            head = bytes[..<end]
            body = bytes[(end + 4)...]
        } else {
            throw malformed("the head of a part has no end")
        }
        var fields = HTTPFields()
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])) else {
                throw malformed("the head of a part has a line that is not a header field")
            }
            fields.append(HTTPField(name: name, value: String(line[line.index(after: colon)...].trimmingBlanks)))
        }
        let disposition = fields[.contentDisposition] ?? ""
        guard MediaRange.name(disposition) == "form-data",
            let name = MediaRange.parameter("name", of: disposition).map(unquoted)
        else { throw malformed("a part has no `Content-Disposition: form-data` with a name") }
        return Part(
            name: name, fileName: MediaRange.parameter("filename", of: disposition).map(unquoted),
            contentType: fields[.contentType], fields: fields, bytes: body)
    }

    /// Browsers write `"` and line ends in names as `%22`, `%0D` and `%0A`, and nothing else.
    private static func unquoted(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = mark.first, bytes.count >= mark.count else { return nil }
        var position = bytes.startIndex
        let last = bytes.endIndex - mark.count
        while position <= last {
            guard let next = bytes[position...last].firstIndex(of: first) else { return nil }
            if bytes[next...].starts(with: mark) { return next }
            position = next + 1
        }
        return nil
    }

    private static func malformed(_ reason: String) -> RequestRejection {
        RequestRejection(400, "InvalidRequest", "the body is not multipart/form-data: \(reason)")
    }
}
