import Foundations

/// The SHA-256 of a content, in lower-case hexadecimal digits.
struct Digest: Hashable, Sendable {
    let text: String

    /// The digest of `bytes`.
    init(of bytes: [UInt8]) {
        self.init(SHA256Hash.hash(bytes))
    }

    /// The digest of the rest of an open file.
    init(of file: borrowing Descriptor) throws {
        var hash = SHA256Hash()
        try file.forEachChunk { hash.update($0) }
        self.init(hash.finalize())
    }

    /// The digest of the rest of an open file, and whether there is a CR in it.
    static func digest(of file: borrowing Descriptor) throws -> (Digest, hasCarriageReturns: Bool) {
        var hash = SHA256Hash()
        var hasCarriageReturns = false
        try file.forEachChunk { chunk in
            hash.update(chunk)
            hasCarriageReturns = hasCarriageReturns || chunk.contains(UInt8(ascii: "\r"))
        }
        return (Digest(hash.finalize()), hasCarriageReturns)
    }

    /// The digest of the rest of an open file with LF in the place of each CR LF.
    init(ofLinesOf file: borrowing Descriptor) throws {
        var hash = SHA256Hash()
        var followsCR = false
        try file.forEachChunk { chunk in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(chunk.count + 1)
            for byte in chunk {
                if followsCR, byte != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\r")) }
                followsCR = byte == UInt8(ascii: "\r")
                if !followsCR { bytes.append(byte) }
            }
            hash.update(bytes)
        }
        if followsCR { hash.update([UInt8(ascii: "\r")]) }
        self.init(hash.finalize())
    }

    /// A digest that was written down; `nil` if it is none.
    init?(text: String) {
        let isDigest =
            text.utf8.count == 64
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        guard isDigest else { return nil }
        self.text = text
    }

    private init(_ digest: [UInt8]) {
        text = Hexadecimal.text(of: digest)
    }
}
