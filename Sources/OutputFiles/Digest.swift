import Crypto
import Foundations

/// The SHA-256 of a content, in lower-case hexadecimal digits.
struct Digest: Hashable, Sendable {
    let text: String

    /// The digest of `bytes`.
    init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// The digest of the rest of an open file.
    init(of file: borrowing Descriptor) throws {
        var hash = SHA256()
        try file.forEachChunk { hash.update(bufferPointer: $0) }
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

    private init(_ digest: SHA256.Digest) {
        text = Hexadecimal.text(of: digest)
    }
}
