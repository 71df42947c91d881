import ServiceRuntime
import Testing

@Suite struct JSONValueTests {
    private let document: JSONValue = [
        "null": nil, "true": true, "int": 9_007_199_254_740_993, "min": -9_223_372_036_854_775_808, "double": 1.5,
        "string": "a/\"\\\n가", "array": [1, [], [:]], "object": ["a": ["b": false]],
    ]

    @Test func roundTrip() throws {
        let data = try JSONCoding().encode(document)
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"{"array":[1,[],{}],"double":1.5,"int":9007199254740993,"min":-9223372036854775808,"null":null,"#
                + #""object":{"a":{"b":false}},"string":"a/\"\\\n가","true":true}"#)
        #expect(try JSONValue(json: data) == document)
        #expect(document.description == String(decoding: data, as: UTF8.self))
    }

    @Test(
        arguments: [
            ("null", JSONValue.null), ("true", true), ("0", 0), ("-1", -1), ("1.0", 1), ("1e3", 1000), ("0.5", 0.5),
            ("\"\"", ""), ("[]", []), ("{}", [:]),
            ("18446744073709551615", JSONValue.number(18_446_744_073_709_551_616)),
            ("[1, \"1\", true]", [1, "1", true]),
        ] as [(String, JSONValue)])
    func reading(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONValue(json: text) == value)
    }

    @Test(arguments: ["", "{", "nul", "\"", "{\"a\":}", "1 2"]) func notJSON(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONValue(json: text) }
    }

    @Test func lookingInside() {
        #expect(document["object"]?["a"]?["b"]?.boolValue == false)
        #expect(document["array"]?[0]?.intValue == 1)
        #expect(document["array"]?[3] == nil)
        #expect(document["array"]?[-1] == nil)
        #expect(document["string"]?["a"] == nil)
        #expect(document["missing"] == nil)
        #expect(document["null"]?.isNull == true)
        #expect(document["double"]?.doubleValue == 1.5)
        #expect(document["double"]?.intValue == nil)
        #expect(document["int"]?.doubleValue == 9_007_199_254_740_992)
        #expect(document["string"]?.stringValue == "a/\"\\\n가")
        #expect(document["array"]?.arrayValue?.count == 3)
        #expect(document["object"]?.objectValue?.keys.sorted() == ["a"])
        #expect(JSONValue.number(2).intValue == 2)
    }

    @Test func numberThatJSONCannotWrite() {
        #expect(throws: EncodingError.self) { try JSONCoding().encode([JSONValue.number(.nan)]) }
        #expect(JSONValue.number(.infinity).description == "(a number that JSON cannot write)")
    }

    @Test func paths() {
        let path = JSONPath(steps: [
            .member("contents"), .element(0), .member("created_at"), .member("a b"), .member("0"),
        ])
        #expect(path.description == "$.contents[0].created_at[\"a b\"][\"0\"]")
        #expect(JSONPath().description == "$")
        #expect(path.isWithin(JSONPath(steps: [.member("contents"), .element(0)])))
        #expect(!JSONPath().isWithin(path))
    }
}
