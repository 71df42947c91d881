import Diagnostics
import Testing
import YAML

@Suite struct JSONDocumentTests {
    private func text(_ json: String) throws -> String? { try read("{\"a\": \"\(json)\"}")["a"]?.scalar?.text }

    @Test func whatYAMLDoesNotAllowIsReadAsJSONHasIt() throws {
        #expect(try text("\u{80}\u{7F}\u{9F}") == "\u{80}\u{7F}\u{9F}")
        #expect(try text("one\u{85}two\u{2028}three") == "one\u{85}two\u{2028}three")
        #expect(try text("\\ud83d\\ude00 \\/") == "😀 /")
        let name = String(repeating: "n", count: 5_000)
        #expect(try read("{\"\(name)\": {\"\(name)\": 1}}")[name]?[name]?.scalar?.text == "1")
        #expect(try read("\t{\r\n\t\"a\":\t1}\n")["a"]?.scalar?.resolved == .integer("1"))
    }

    @Test func valuesMeanWhatJSONSays() throws {
        let root = try read(#"{"s": "1", "n": -0.5E+3, "t": true, "z": null, "l": ["", {}], "<<": "~", "": []}"#)
        #expect(root["s"]?.scalar?.resolved == .string("1"))
        #expect(root["n"]?.scalar?.resolved == .float("-0.5E+3"))
        #expect(root["t"]?.scalar?.resolved == .bool(true))
        #expect(root["z"]?.scalar?.resolved == .null)
        #expect(root["<<"]?.scalar?.resolved == .string("~"))
        #expect(root["l"]?.items?.count == 2 && root[""]?.items?.isEmpty == true)
        #expect(root.entries?.allSatisfy { !$0.key.isPlain } == true)
    }

    @Test func placesAreThoseOfAnEditor() throws {
        let root = try read("\u{FEFF}{\r\n  \"가\u{85}\": 1, \"b\": [\n\"x\", 22]\r}")
        let entries = try #require(root.entries)
        #expect(root.location.description == "a.yaml:1:2")
        #expect(entries[0].key.location.description == "a.yaml:2:3")
        #expect(entries[0].value.location.description == "a.yaml:2:9")
        #expect(entries[1].value.items?.map(\.location.description) == ["a.yaml:3:1", "a.yaml:3:6"])
    }

    @Test func flowStyleOfYAMLIsStillRead() throws {
        #expect(try read("{a: 1, b: [x, 'y'],}")["b"]?.items?.count == 2)
        #expect(try read("{\"a\": 1,} # a comment")["a"]?.scalar?.text == "1")
        #expect(try read("[a, {b: c}]").items?.count == 2)
        #expect(try read("{\"a\": &x 1, \"b\": *x}")["b"]?.scalar?.text == "1")
    }

    @Test(arguments: [
        ("{\"a\": 1,\n \"\\u0061\": 2}", "2:2: error: the key \"a\" is already on line 1; remove one of the two"),
        (
            "{\"a\":\n\"x\\ud800\"}",
            "2:3: error: this escape is half a character; write both escapes of the pair, or the character itself"
        ),
        (
            "[\"\\udc00\\ud800\"]",
            "1:3: error: this escape is half a character; write both escapes of the pair, or the character itself"
        ),
        ("{\"a\": 1\n\"b\": 2}", "2:1: error: this is not JSON: `,` or `}` is missing"),
        ("{\"a\": [1,\n 2}", "2:3: error: this is not JSON: `,` or `]` is missing"),
        ("{\"a\": \"b}", "1:7: error: this is not JSON: the string that starts here does not end"),
        ("{\"a\": 01\n]", "1:7: error: this is not JSON: this is not a number"),
    ])
    func whatIsWrongIsToldWithItsPlace(_ text: String, _ expected: String) {
        #expect(complaint(text) == "a.yaml:\(expected)")
    }

    @Test func textIsUTF8() {
        let bytes = Array("{\"a\":\n \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
        #expect(
            complaint(bytes)
                == "a.yaml:2:2: error: the string that starts here is not UTF-8; save the file as UTF-8")
    }

    @Test func sizeIsBounded() {
        let limits = YAMLLimits(bytes: 1_000, depth: 3, nodes: 6, aliases: 0)
        #expect(complaint("[[[]]]", limits: limits) == nil)
        #expect(
            complaint("[[[\n[]]]]", limits: limits)
                == "a.yaml:2:1: error: more than 3 levels of nesting; flatten the document")
        #expect(complaint("[1, 2, 3, 4, 5]", limits: limits) == nil)
        #expect(
            complaint("{\"a\": 1, \"b\": 2,\n\"c\": 3}", limits: limits)
                == "a.yaml:2:6: error: more than 6 nodes; split the document into smaller ones")
        #expect(
            complaint("[\"" + String(repeating: "x", count: 1_000) + "\"]", limits: limits)?.contains("1004") == true)
        #expect(complaint(String(repeating: "[", count: 1_000_000))?.contains("64 levels") == true)
    }

    @Test func equalNamesOfLargeObjectsAreFound() {
        let members = (0..<5_000).map { "\"m\($0)\": \($0)" }.joined(separator: ",\n")
        #expect(complaint("{\(members)}") == nil)
        #expect(
            complaint("{\(members),\n\"m4000\": 1}")
                == "a.yaml:5001:1: error: the key \"m4000\" is already on line 4001; remove one of the two")
    }
}
