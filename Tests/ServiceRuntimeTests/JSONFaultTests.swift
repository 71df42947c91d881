import Testing

@testable import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct JSONFaultTests {
    private func fault(_ text: String) -> String? { JSONFault.describe(Data(text.utf8)) }

    @Test(arguments: [
        "null", " true ", "false", "0", "-0", "-12.5e+3", "1E-2", "\"\"", "\"a\\u00e9\\n\\\"\\\\\\/\"", "[]", "{}",
        "[[],{}]",
        "{\"a\":{\"b\":[1,{\"c\":null}]},\"d\":[]}", "\u{FEFF}[1]", "\t\r\n[ 1 , 2 ]", "\"가😀\"", "[[[[1]]],2]",
    ])
    func noFault(_ text: String) {
        #expect(fault(text) == nil)
    }

    @Test(arguments: [
        ("", "it is blank"),
        ("\u{FEFF}", "it is blank"),
        ("[1,2", "it ends in the middle, after 4 bytes"),
        ("{\"a\"", "it ends in the middle, after 4 bytes"),
        ("{\"a\":", "it ends in the middle, after 5 bytes"),
        ("\"\\u12", "it ends in the middle, after 5 bytes"),
        ("\"\\", "it ends in the middle, after 2 bytes"),
        ("tru", "it ends in the middle, after 3 bytes"),
        ("-", "it ends in the middle, after 1 bytes"),
        ("1.", "it ends in the middle, after 2 bytes"),
        ("[1,]", "unexpected \"]\" at byte 3"),
        ("{\"a\":1,}", "unexpected \"}\" at byte 7"),
        ("{a:1}", "unexpected \"a\" at byte 1"),
        ("[1 2]", "unexpected \"2\" at byte 3"),
        ("[1}", "unexpected \"}\" at byte 2"),
        ("]", "unexpected \"]\" at byte 0"),
        ("[01]", "unexpected \"1\" at byte 2"),
        ("+1", "unexpected \"+\" at byte 0"),
        ("[.5]", "unexpected \".\" at byte 1"),
        ("nul!", "unexpected \"!\" at byte 3"),
        ("\"a\nb\"", "unexpected \"\\n\" at byte 2"),
        ("\"\\x\"", "unexpected \"x\" at byte 2"),
        ("\"\\u12g4\"", "unexpected \"g\" at byte 5"),
        ("[가]", "unexpected \"가\" at byte 1"),
        ("[1]]", "something follows the end of the document, at byte 3"),
    ])
    func faults(_ text: String, _ expected: String) {
        #expect(fault(text) == expected)
    }

    @Test func encodings() {
        #expect(JSONFault.describe(Data([0x22, 0xC3, 0x28, 0x22])) == "invalid UTF-8 at byte 1")
        #expect(JSONFault.describe(Data([0x22, 0xED, 0xA0, 0x80, 0x22])) == "invalid UTF-8 at byte 1")
        #expect(JSONFault.describe(Data([0xFF, 0xFE])) == "it is not in UTF-8")
        #expect(JSONFault.describe(Data([0, 0, 0, 0x31])) == "it is not in UTF-8")
    }

    @Test func theFaultFinderAgreesWithTheDecoder() throws {
        // Every beginning, and every document with one byte changed.
        let document = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\n"],"b":{"c":{}}}"#.utf8)
        var documents = document.indices.map { Array(document[..<$0]) }
        for index in document.indices {
            for byte in "\"\\{}[],:0x -+.e\u{1}".utf8 {
                var changed = document
                changed[index] = byte
                documents.append(changed)
            }
        }
        for bytes in documents {
            let isJSON = (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) != nil
            #expect((JSONFault.describe(Data(bytes)) == nil) == isJSON, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func depthIsCountedOutsideOfStrings() {
        func obstacle(_ text: String) -> String? { JSONFault.obstacle(Data(text.utf8)) }
        let open = String(repeating: "[", count: 200)
        #expect(obstacle("\"\(open)\"") == nil)
        #expect(obstacle("\"\\\"\(open)\"") == nil)
        #expect(obstacle("\"\\\\\"\(open)") == "it is nested deeper than 128 levels")
        #expect(obstacle(String(repeating: "[]", count: 1000)) == nil)
        #expect(obstacle(String(repeating: "]", count: 1000) + String(repeating: "[", count: 128)) == nil)
    }
}
