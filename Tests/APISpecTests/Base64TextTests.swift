import APISpec
import Testing

@Suite("Base64 of texts")
struct Base64TextTests {
    @Test(
        "RFC 4648, section 10, and both alphabets",
        arguments: [
            ("f", "Zg==", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v", "Zm9v"),
            ("foob", "Zm9vYg==", "Zm9vYg==", "Zm9vYg"), ("foobar", "Zm9vYmFy", "Zm9vYmFy", "Zm9vYmFy"),
            ("\u{3FF}?>", "z78/Pg==", "z78_Pg==", "z78_Pg"), ("a~?>~", "YX4/Pn4=", "YX4_Pn4=", "YX4_Pn4"),
        ])
    func bothWays(_ text: String, _ standard: String, _ urlSafe: String, _ unpadded: String) {
        for (encoding, encoded) in [
            (Parameter.Encoding.base64, standard), (.base64url, urlSafe), (.base64urlUnpadded, unpadded),
        ] {
            #expect(Base64Text.encode(text, encoding) == encoded)
            #expect(Base64Text.decode(encoded, encoding) == text)
        }
        #expect(Base64Text.decode(unpadded, .base64url) == text)
    }

    @Test("What is none", arguments: ["Z", "Zg=", "Zh==", "Z=g=", "Zg===", "Zm9v====", "Zm 9v", "gICA", "YX4_Pn4="])
    func broken(_ text: String) { #expect(Base64Text.decode(text, .base64) == nil) }
}
