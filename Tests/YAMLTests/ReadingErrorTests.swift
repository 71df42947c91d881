import Testing
import YAML

@Suite("What reading refuses")
struct ReadingErrorTests {
    @Test(arguments: [
        ("", "1:1: error: the file is empty; write a YAML document"),
        ("# only words\n", "1:1: error: the file is empty; write a YAML document"),
        ("---\n", "2:1: error: the file is empty; write a YAML document"),
        ("a: 1\n---\nb: 2\n", "2:1: error: a second document begins here; write one document into one file"),
        ("[a] b", "1:5: error: the document has ended before this; check the indentation and the quotes"),
        (
            "a: !secret x",
            "1:4: error: the tag !secret is not known; remove it, or put a text that begins with ! into quotes"
        ),
        ("a: !!int x", "1:4: error: \"x\" does not fit the tag !!int; remove the tag"),
        ("a: !!map [x]", "1:4: error: the tag !!map does not fit a sequence; remove the tag"),
        ("a: !!str {}", "1:4: error: the tag !!str does not fit a mapping; remove the tag"),
        (
            "a: !!set {x}",
            "1:4: error: the tag tag:yaml.org,2002:set is not known; remove it, "
                + "or put a text that begins with ! into quotes"
        ),
        (
            "a: !e!x 1",
            "1:4: error: this tag is not known; remove it, or put a text that begins with ! into quotes"
        ),
        ("a: 1\nb: 2\n\"a\": 3\n", "3:1: error: the key \"a\" is already on line 1; remove one of the two"),
        ("[{é: 1, e\u{301}: 2}]", "1:9: error: the key \"e\u{301}\" is already on line 1; remove one of the two"),
        ("? [a]\n: b\n", "1:3: error: a key must be a text, not a sequence or a mapping; put it into quotes"),
        ("a: &x {}\n*x : b\n", "2:1: error: a key must be a text, not a sequence or a mapping; put it into quotes"),
        ("?\n: 1", "1:2: error: a key is missing in front of the colon"),
        (
            "a: &a {b: 1}\nc:\n  <<: *a\n",
            "3:3: error: merge keys (<<) are not read; write the keys out, or put << into quotes"
        ),
        (
            "a: *b",
            "1:4: error: the alias *b has no anchor &b above it; add the anchor, "
                + "or put a text that begins with * into quotes"
        ),
        (
            "a: &a [*a]",
            "1:8: error: the alias *a is inside the node that it names; write the value out"
        ),
        ("a:\n\tb: 1\n", "2:1: error: a tab cannot indent YAML; use spaces"),
        ("a: |\n\tb\n", "2:1: error: a tab cannot indent YAML; use spaces"),
        (
            "a: 1\n b: 2\n",
            "2:3: error: a key is not allowed here; check the indentation, "
                + "or put a text that holds \": \" into quotes"
        ),
        (
            "a: 1\nb\n",
            "2:1: error: expected a colon after this key; check the indentation, or put the text into quotes"
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            "3:2: error: expected a key in line with the keys of the mapping that begins on line 1; "
                + "check the indentation, quotes and colons"
        ),
        (
            "- a\nb: 1\n",
            "2:1: error: expected \"- \" in line with the items of the sequence that begins on line 1; "
                + "check the indentation"
        ),
        ("a: [1\nb: 2\n", "2:2: error: expected a comma or the ] of the sequence that begins on line 1"),
        ("a: {b: 1\n", "2:1: error: expected a comma or the } of the mapping that begins on line 1"),
        ("a: {b: 1", "1:9: error: expected a comma or the } of the mapping that begins on line 1"),
        ("a: \"x\nb: 1\n", "1:4: error: the quoted text that begins here has no closing quote"),
        ("a: @x", "1:4: error: a plain text cannot begin with @; put the text into quotes"),
        ("a: `x`", "1:4: error: a plain text cannot begin with `; put the text into quotes"),
        ("a: **x**", "1:4: error: expected a name after & or *; put a text that begins with & or * into quotes"),
        ("a: > b", "1:6: error: expected the end of the line here; put a text that begins with | or > into quotes"),
        ("a: \"\\q\"", "1:5: error: this escape is not known; write \\\\ for a backslash, or use single quotes"),
        (
            "a: \"\\ud83d\\ude00\"",
            "1:7: error: this escape is not a character; write the character itself instead of two \\u escapes"
        ),
        ("a: - b", "1:4: error: an item is not allowed here; begin the sequence on a new line"),
        ("%YAML 3.0\n---\na", "1:1: error: this YAML version is not known; write %YAML 1.2, or remove the line"),
        (
            "a: x\u{0}y",
            "1:5: error: the character U+0000 is not allowed; remove it, "
                + "or write it as \"\\u0000\" in double quotes"
        ),
        (
            "가: \u{1B}[0m",
            "1:4: error: the character U+001B is not allowed; remove it, "
                + "or write it as \"\\u001B\" in double quotes"
        ),
    ])
    func message(text: String, expected: String) {
        #expect(complaint(text) == "a.yaml:\(expected)")
    }

    @Test(
        arguments: [
            [0x61, 0x3A, 0x20, 0xFF], [0x61, 0x3A, 0x20, 0xC0, 0x80], [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80],
            [0x61, 0x3A, 0x20, 0xE2, 0x82], [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80],
            [0x61, 0x3A, 0x20, 0xE0, 0x80, 0x80],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        #expect(
            complaint(Array("x: 1\n".utf8) + bytes) == "a.yaml:2:4: error: this is not UTF-8; save the file as UTF-8")
    }

    @Test func utf16() {
        let text = "a.yaml:1:1: error: this is UTF-16 and not UTF-8; save the file as UTF-8"
        #expect(complaint([0xFF, 0xFE, 0x61, 0x00]) == text)
        #expect(complaint([0x00, 0x61]) == text)
        #expect(complaint([0xEF, 0xBB, 0xBF]) == "a.yaml:1:1: error: the file is empty; write a YAML document")
    }

    @Test func duplicateInLongMapping() {
        let keys = (0..<500).map { "k\($0): \($0)\n" }.joined()
        #expect(
            complaint(keys + "k7: 1\n")
                == "a.yaml:501:1: error: the key \"k7\" is already on line 8; remove one of the two")
        #expect(complaint(keys + "K7: 1\n") == nil)
    }
}
