import Foundations
import Testing

@Suite struct JSONReaderTests {
    private func read(
        _ text: String, as dialect: JSONDialect = .json, _ duplicates: JSONReader.Duplicates = .refused
    ) throws(JSONSyntaxError) -> JSONReader.Reading {
        try JSONReader.read(Array(text.utf8), as: dialect, duplicates: duplicates)
    }

    @Test func keepsOrderAndSpelling() throws {
        let text = #"{"b": [1.50, -0, 1e9], "a": {"x": null, "y": true}, "c": "\u00e9\n\ud83c\udf31 \"q\"\/"}"#
        #expect(
            try read(text).value
                == .object([
                    .init("b", .array([.number("1.50"), .number("-0"), .number("1e9")])),
                    .init("a", .object([.init("x", .null), .init("y", .bool(true))])),
                    .init("c", .string("é\n🌱 \"q\"/")),
                ]))
    }

    @Test(arguments: [
        #"{"a":[1,-2.50,1e9,true,false,null,""],"b":{"c":"d"}}"#, "[]", "{}", "0", #""가\"\\""#, "[[[[]]]]", "[{},[]]",
        #""\u0080\u0085\u007f""#,
    ])
    func whatIsReadIsWrittenAgain(_ text: String) throws {
        let value = try read(text).value
        #expect(try read(JSONFormat.compact.text(value)).value == value)
        #expect(try read(JSONFormat.lines.text(value)).value == value)
        if !text.contains("\\u") { #expect(JSONFormat.compact.text(value) == text) }
    }

    @Test func theFirstOfEqualNamesIsKept() throws {
        let text = "{\n\"a\": 1,\n  \"a\": 2, \"\\u0061\": [3]}"
        let reading = try read(text, .noted)
        #expect(reading.value == .object([.init("a", .number("1"))]))
        #expect(reading.duplicates.map(\.name) == ["a", "a"])
        let place = TextPlace(of: reading.duplicates[0].offset, in: Array(text.utf8))
        #expect(place.line == 3 && place.column == 3)
    }

    @Test func equalNamesAreFoundInLargeObjects() throws {
        let members = (0..<1_000).map { "\"m\($0)\":{}" }.joined(separator: ",")
        #expect(throws: Never.self) { try read("{\(members)}") }
        for name in ["m0", "m12", "m13", "m999"] {
            let text = "{\(members),\"\(name)\":1}"
            let error = #expect(throws: JSONSyntaxError.self) { try read(text) }
            #expect(error?.problem == .duplicateName)
            #expect(error?.offset == members.utf8.count + 2)
            #expect(try read(text, .noted).duplicates.map(\.name) == [name])
        }
    }

    @Test func literalsOfPython() throws {
        let value = try read(#"{'a': [True, False, None], "b": 'it\'s'}"#, as: .literal).value
        #expect(
            value
                == .object([.init("a", .array([.bool(true), .bool(false), .null])), .init("b", .string("it's"))]))
    }

    @Test(arguments: [
        ("", "a value is missing", 0), ("{", "a name in quotation marks is missing", 1), ("[", "a value is missing", 1),
        ("[1", "`,` or `]` is missing", 2), (#"{"a":1"#, "`,` or `}` is missing", 6), ("[1,", "a value is missing", 3),
        (#"{"a" 1}"#, "`:` is missing", 5), (#"{"a":1,}"#, "a name in quotation marks is missing", 7),
        ("{a: 1}", "a name in quotation marks is missing", 1), ("[1,]", "this is not a value", 3),
        ("tru", "this is not a value", 0), ("NaN", "this is not a value", 0), ("+1", "this is not a value", 0),
        (".5", "this is not a value", 0), ("01", "this is not a number", 0), ("[-]", "this is not a number", 1),
        ("[1.]", "this is not a number", 1), ("[1e+]", "this is not a number", 1),
        ("1 2", "the value has ended before this", 2), ("{} {}", "the value has ended before this", 3),
        (#"{"a":1,"a":2}"#, "an object has a name twice", 7),
        (#""abc"#, "the string that starts here does not end", 0),
        (#""\"#, "the string ends in the middle of an escape", 1),
        (#""\x""#, "this escape is unknown", 1), (#""\'""#, "this escape is unknown", 1),
        (#""\u12g4""#, "this escape is unknown", 1), (#""\u12"#, "this escape is unknown", 1),
        (#""a\ud83c""#, "this escape is half a character", 2),
        (#""\n\ud83c\u0041""#, "this escape is half a character", 3),
        (#"["\\\udf31"]"#, "this escape is half a character", 4),
        ("\"a\nb\"", "a string contains a control character", 2), ("\u{FEFF}{}", "this is not a value", 0),
        ("['a']", "this is not a value", 1), ("True", "this is not a value", 0), ("None", "this is not a value", 0),
        (String(repeating: "[", count: 100), "this is nested deeper than 64 levels", 64),
    ])
    func namesWhatIsWrong(_ text: String, _ message: String, _ offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try read(text) }
        #expect(error?.text == message && error?.offset == offset)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xFF, 0x22],
        ] as [[UInt8]])
    func stringsAreUTF8(_ bytes: [UInt8]) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONReader.read(bytes) }
        #expect(error?.problem == .notUTF8 && error?.offset == 0)
    }

    @Test func nestingIsBounded() {
        let depth = JSONReader.depthLimit
        let deepest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(throws: Never.self) { try read(deepest) }
        for unit in ["[", #"{"a":"#] {
            let error = #expect(throws: JSONSyntaxError.self) { try read(String(repeating: unit, count: 200_000)) }
            #expect(error?.problem == .tooDeep(64))
        }
    }

    /// Every beginning of a document, and every document with one byte changed, is read or refused with a place in it.
    @Test func errorsHaveAPlaceInTheText() {
        let document = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\n\ud83d\ude00"],"b":{"c":{}}}"#.utf8)
        var documents = document.indices.map { Array(document[..<$0]) }
        for index in document.indices {
            for byte in "\"\\{}[],:0x -+.eu'T\u{1}".utf8 {
                var changed = document
                changed[index] = byte
                documents.append(changed)
            }
        }
        for bytes in documents {
            do {
                let value = try JSONReader.value(bytes)
                #expect(try JSONReader.value(JSONFormat.compact.bytes(value)) == value)
            } catch {
                #expect((0...bytes.count).contains(error.offset) && (0...bytes.count).contains(error.stop))
            }
        }
    }

    @Test func numbersAreSpeltAsInJSON() {
        for text in ["0", "-0", "12", "1.5", "-1.50e+10", "1E9"] { #expect(JSONValue.isNumber(text), "\(text)") }
        for text in ["", "-", "01", "1.", ".5", "+1", "1e", "0x1", "1 ", " 1", "NaN", "true", "\"1\""] {
            #expect(!JSONValue.isNumber(text), "\(text)")
        }
    }
}
