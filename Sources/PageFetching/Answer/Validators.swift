import Foundations
import HTTPTypes

/// What tells one state of a page from another (RFC 9110, section 8.8); only what is well-formed is kept.
///
/// Both come from foreign answers, are written to files and are sent again later.
struct Validators: Sendable {
    /// As it is sent, with its quotes.
    let etag: String?
    /// As it is sent: a date.
    let lastModified: String?

    init(etag: String?, lastModified: String?) {
        self.etag = etag.flatMap { Self.isEntityTag($0) ? $0 : nil }
        self.lastModified = lastModified.flatMap { HTTPDate.seconds($0, now: 0) == nil ? nil : $0 }
    }

    /// Those of a response.
    init(_ fields: HTTPFields) {
        self.init(etag: fields[.eTag], lastModified: fields[.lastModified])
    }

    var isEmpty: Bool { etag == nil && lastModified == nil }

    /// Makes a request conditional (RFC 9110, sections 13.1.2 and 13.1.3).
    func add(to fields: inout HTTPFields) {
        fields[.ifNoneMatch] = etag
        fields[.ifModifiedSince] = lastModified
    }

    /// `"…"` or `W/"…"` (RFC 9110, section 8.8.3), in ASCII, of a kilobyte at most.
    private static func isEntityTag(_ text: String) -> Bool {
        guard text.utf8.count <= 1_024 else { return false }
        let tag = text.hasPrefix("W/") ? text.utf8.dropFirst(2) : text.utf8[...]
        guard tag.count >= 2, tag.first == UInt8(ascii: "\""), tag.last == UInt8(ascii: "\"") else { return false }
        return tag.dropFirst().dropLast().allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
    }
}
