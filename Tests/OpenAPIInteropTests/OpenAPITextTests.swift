import APISpec
import OpenAPIExport
import OpenAPIInterop
import Testing

struct OpenAPITextTests {
    private let value = JSONValue.object([
        "a": .array([]), "b": .object([]), "c": .array([.null, .bool(true), .number("1.50")]),
        "d\"": .object(["e": .string("\\\u{0}\n\r\t\u{7F}\u{85}\u{2028}\u{202E}\u{E0001}é목😀")]),
    ])

    @Test func json() {
        #expect(
            OpenAPIText.json(value) == #"""
                {
                  "a": [],
                  "b": {},
                  "c": [
                    null,
                    true,
                    1.50
                  ],
                  "d\"": {
                    "e": "\\\u0000\n\r\t\u007f\u0085\u2028\u202e\udb40\udc01é목😀"
                  }
                }

                """#)
    }

    @Test func yaml() {
        #expect(
            OpenAPIText.yaml(
                .object([
                    "a": .array([]), "b": .object([]), "c": .array([.object([]), .object(["d": .null])]),
                    "e": .array([.null, .bool(true), .number("1.50")]), "f": .string("1\n2"),
                ])) == """
                    a: []
                    b: {}
                    c:
                      - {}
                      - d: null
                    e: [null, true, 1.50]
                    f: |-
                      1
                      2

                    """)
    }

    @Test func textsThatLookLikeOtherThingsAreQuoted() {
        let texts = ["1.2", "200", "yes", "null", "2026-03-31", "12:30", "~", ""].map(JSONValue.string)
        #expect(
            OpenAPIText.yaml(.object(["200": .array(texts)]))
                == "'200': ['1.2', '200', 'yes', 'null', '2026-03-31', '12:30', '~', '']\n")
    }
}
