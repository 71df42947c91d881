import APISpec
import Testing

@testable import MockService

@Suite struct JSONTextTests {
    @Test(
        arguments: [
            #"{"a":[1,-2.50,1e9,true,false,null,""],"b":{"c":"d"}}"#, "[]", "{}", "0", #""가\"\\""#, "[[[[]]]]",
        ]) func whatIsReadIsWrittenAgain(text: String) throws
    {
        #expect(try JSONText.read(Array(text.utf8)).jsonText == text)
    }

    @Test func escapesAreRead() throws {
        let value = try JSONText.read(Array(#" "\u00e9\n\/\ud83c\udf31\t" "#.utf8))
        #expect(value == .string("é\n/🌱\t"))
        #expect(JSONValue.string("\u{0}\u{1F}\n").jsonText == #""\u0000\u001f\u000a""#)
    }

    @Test(
        arguments: [
            ("", "a value is missing", 0), ("{", "a name in quotation marks is missing", 1),
            ("[1", "`,` or `]` is missing", 2),
            (#"{"a" 1}"#, "`:` is missing", 5), (#"{"a":1,}"#, "a name in quotation marks is missing", 7),
            ("[1,]", "this is no value", 3), ("tru", "this is no value", 0), ("01", "this is no value", 0),
            ("NaN", "this is no value", 0), ("1 2", "the value has ended before this", 2),
            (#"{"a":1,"a":2}"#, "a name stands twice in one object", 7),
            (#""abc"#, "the string that starts here does not end", 0), (#""\x""#, "this escape is unknown", 1),
            (#""\u12g4""#, "this escape is unknown", 1), (#""\ud83c""#, "this escape is half a character", 1),
            (#""\ud83c\u0041""#, "this escape is half a character", 1),
            (#""\udf31""#, "this escape is half a character", 1),
            ("\"a\nb\"", "a control character stands inside a string", 2), ("\u{FEFF}{}", "this is no value", 0),
        ]) func whatIsNoJSONIsTold(text: String, problem: String, offset: Int) throws
    {
        let found = #expect(throws: JSONText.Problem.self) { try JSONText.read(Array(text.utf8)) }
        #expect(found == JSONText.Problem(text: problem, offset: offset))
    }

    @Test func textThatIsNotUTF8IsRefused() throws {
        for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF]] as [[UInt8]] {
            #expect(throws: JSONText.Problem.self) { try JSONText.read(bytes) }
        }
    }

    @Test func nestingIsBounded() throws {
        let depth = JSONText.greatestDepth
        let deepest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(throws: Never.self) { try JSONText.read(Array(deepest.utf8)) }
        for unit in ["[", #"{"a":"#] {
            let found = #expect(throws: JSONText.Problem.self) {
                try JSONText.read(Array(String(repeating: unit, count: 200_000).utf8))
            }
            #expect(found?.text == "lists and objects are nested deeper than 64 levels")
        }
    }
}
