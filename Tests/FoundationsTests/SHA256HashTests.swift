import Foundations
import Testing

/// The examples of FIPS 180-4 that NIST publishes, and the ends of blocks.
@Suite("SHA-256") struct SHA256HashTests {
    private func text(_ bytes: [UInt8]) -> String { Hexadecimal.text(of: SHA256Hash.hash(bytes)) }

    @Test(
        "The standard's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(_ message: String, _ expected: String) { #expect(text(Array(message.utf8)) == expected) }

    @Test("A million times the letter a")
    func long() {
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(text([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)) == expected)
    }

    @Test("Bytes that come in pieces give the hash of the whole")
    func pieces() {
        for count in [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            for piece in [1, 7, 63, 64, 65] {
                var hash = SHA256Hash()
                var start = 0
                while start < count {
                    hash.update(Array(bytes[start..<min(count, start + piece)]))
                    start += piece
                }
                #expect(hash.finalize() == SHA256Hash.hash(bytes), "\(count) bytes by \(piece)")
            }
        }
    }
}
