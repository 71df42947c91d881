import Foundations
import Testing

@Suite struct PercentEncodingTests {
    @Test(arguments: [
        ("a%20b", "a b"), ("%EA%B0%80", "가"), ("%ea%b0%80", "가"), ("100%", "100%"), ("%4", "%4"), ("%zz", "%zz"),
        ("%+5", "%+5"), ("%-5", "%-5"), ("%%41", "%A"), ("a+b", "a+b"), ("%FF", "\u{FFFD}"),
    ])
    func whatIsBrokenStays(_ text: String, _ decoded: String) {
        #expect(PercentEncoding.decode(text) == decoded)
    }

    @Test(arguments: ["100%", "%4", "%zz", "%+5", "%-5", "%FF", "%C3%28"])
    func whatIsBrokenIsRefused(_ text: String) {
        #expect(PercentEncoding.decodeStrictly(Array(text.utf8)[...]) == nil)
    }

    @Test func plusMeansABlankInForms() {
        #expect(PercentEncoding.decodeStrictly(Array("a+b%2Bc".utf8)[...], plusIsBlank: true) == "a b+c")
        #expect(PercentEncoding.decodeStrictly(Array("a+b%2Bc".utf8)[...]) == "a+b+c")
    }

    @Test func everyByteIsReadAsItWasWritten() {
        let text = String((0...0x24F).compactMap { Unicode.Scalar($0) }.map(Character.init))
        for allowed in [PercentEncoding.segment, PercentEncoding.query, PercentEncoding.unreserved] {
            let encoded = PercentEncoding.encode(text, leaving: allowed)
            #expect(encoded.utf8.allSatisfy { $0 == UInt8(ascii: "%") || allowed.contains($0) })
            #expect(PercentEncoding.decode(encoded) == text)
        }
        #expect(PercentEncoding.encode("a b/c~é") == "a%20b%2Fc~%C3%A9")
    }
}

@Suite struct HexadecimalTests {
    @Test func digits() {
        for byte in UInt8.min...UInt8.max {
            let text = Hexadecimal.text(of: [byte])
            #expect(text.count == 2 && UInt8(text, radix: 16) == byte && text == text.lowercased())
            let value =
                Unicode.Scalar(byte).properties.isASCIIHexDigit ? UInt8(String(Unicode.Scalar(byte)), radix: 16) : nil
            #expect(Hexadecimal.value(of: byte) == value && Hexadecimal.isDigit(byte) == (value != nil))
        }
    }
}

@Suite struct SecretNamesTests {
    @Test(arguments: [
        "password", "Password", "adminPassword", "admin_pass-word", "db.password", "passphrase", "PWD", "secret",
        "secretKey", "X-Auth-Token", "authorization", "Proxy-Authorization", "cookie", "Set-Cookie", "signature",
        "Scp-Signature", "Scp-Accesskey", "access_key", "access key", "api-key", "credentials", "private_key", "jwt",
        "session_id", "auth", "sig", "pin", "sshKey", "hmac",
    ])
    func tellingNames(_ name: String) {
        #expect(SecretNames.matches(name))
        #expect(SecretNames.matches(query: name))
    }

    @Test(arguments: ["name", "keys", "author", "design", "pinned", "pas", "sort", "", "-", "가", "compass", "page"])
    func otherNames(_ name: String) {
        #expect(!SecretNames.matches(name))
        #expect(!SecretNames.matches(query: name))
    }

    // The `code` of an error and the `key` of a tag may be shown; those of an address are credentials.
    @Test(arguments: ["code", "key", "sid", "sign", "session", "sub-key", "subscription%2Dkey"])
    func namesThatTellOnlyInAQuery(_ name: String) {
        #expect(!SecretNames.matches(name))
        #expect(SecretNames.matches(query: name))
    }

    @Test func encodedNamesOfAQueryTell() {
        #expect(SecretNames.matches(query: "p%61ssword"))
    }
}

@Suite struct WordSplitterTests {
    @Test(arguments: [
        ("backup_agent_id", "backup agent id"), ("CheckGslbName", "check gslb name"),
        ("List Targets of VPC", "list targets of vpc"), ("WEEK_2", "week 2"), ("IPAddress", "ip address"),
        ("backupID", "backup id"), ("EC2Instance", "ec2 instance"), ("Show3DModel", "show3d model"), ("a2B", "a2b"),
        ("", ""), ("--", ""), ("서버Name", "서버 name"), ("naïveCase", "naïve case"), ("HTTPServer", "http server"),
    ])
    func words(_ text: String, _ words: String) {
        #expect(WordSplitter.words(of: text).joined(separator: " ") == words)
    }
}

@Suite struct TextPlaceTests {
    @Test(arguments: [
        (0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 2, 2), (6, 3, 1), (7, 4, 1), (10, 4, 2), (11, 5, 1), (99, 5, 1),
    ])
    func linesAndColumns(_ offset: Int, _ line: Int, _ column: Int) {
        let place = TextPlace(of: offset, in: Array("ab\nc\r\n\r가\n".utf8))
        #expect(place.line == line && place.column == column)
    }
}

@Suite struct LineEndTests {
    @Test(arguments: [("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\rb\r"), ("\r\r\n", "\r\n"), ("", ""), ("ä\r\n", "ä\n")])
    func onlyPairsBecomeOne(_ text: String, _ unix: String) {
        #expect(Array(LineEnds.unix(text).utf8) == Array(unix.utf8))
    }
}
