import HTTPTypes

/// What the head of a response says about its body.
struct BodyHead: Sendable {
    /// The size in bytes; nil where it is not said, or is that of something compressed.
    let total: Int?
    let type: ContentType
    /// Whether the body is compressed in a way that no transport has to know.
    let isCoded: Bool

    /// Throws `FetchFailure` where the body cannot be a page or is larger than `limit` bytes.
    init(
        _ fields: HTTPFields, limit: Int, reads kind: PageFetcher.Options.Kind = .page
    ) throws(FetchFailure) {
        type = ContentType(fields[.contentType])
        guard !type.cannotBePage || kind == .part && type.isScript else { throw .notAPage(type) }
        let length = fields[.contentLength]?.trimmed.wholeNumber
        if let length, length > limit { throw .tooLarge(limit) }
        let coding = fields[.contentEncoding]?.trimmed.lowercased() ?? ""
        isCoded = !["", "identity", "gzip", "x-gzip", "deflate"].contains(coding)
        total = coding.isEmpty || coding == "identity" ? length : nil
    }

    /// Throws `FetchFailure` where the whole body is not a page after all.
    func check(_ bytes: [UInt8]) throws(FetchFailure) {
        if let total, bytes.count < total { throw .cutOff(after: bytes.count, of: total, reason: nil) }
        // The first two bytes of gzip (RFC 1952, section 2.3.1).
        guard !bytes.starts(with: [0x1F, 0x8B]) else { throw .compressed }
        guard !type.mayBeHTML || !LoginForm.isIn(bytes) else { throw .loginForm }
    }
}
