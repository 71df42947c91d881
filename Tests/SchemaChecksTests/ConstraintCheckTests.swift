import Foundations
import SchemaChecks
import Testing

@Suite struct ConstraintCheckTests {
    private func value(_ text: String) throws -> JSONValue { try JSONReader.value(Array(text.utf8)) }

    @Test(
        arguments: [
            (#"{"not": {"type": "string"}}"#, ["1", "{}"], [#""a""#]),
            (
                #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}"#,
                [#"{"a":1,"b":1}"#, #"{"c":1}"#], [#"{"a":1}"#, "{}"]
            ),
            (#"{"dependentRequired": {"a": ["b"]}}"#, ["{}", #"{"a":1,"b":2}"#], [#"{"a":1}"#]),
            (
                #"{"dependentSchemas": {"a": {"properties": {"b": {"const": 2}}}}}"#,
                [#"{"b":1}"#, #"{"a":1,"b":2.0}"#], [#"{"a":1,"b":1}"#]
            ),
            (#"{"propertyNames": {"pattern": "^[a-c]+$"}}"#, [#"{"abc":1}"#], [#"{"d":1}"#]),
            (
                #"{"patternProperties": {"^n": {"type": "integer", "minimum": 3}}}"#, [#"{"n":3,"m":"x"}"#],
                [#"{"n":2}"#, #"{"no":"x"}"#]
            ),
            (#"{"contains": {"const": 1}}"#, ["[2,1]"], ["[]", "[2]"]),
            (#"{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}"#, ["[1,1]"], ["[1]", "[1,1,1,1]"]),
            (#"{"contains": {"const": 1}, "minContains": 0}"#, ["[]"], []),
            (
                #"{"prefixItems": [{"type": "string"}, {"type": "number"}]}"#, [#"["a",1]"#, "[]"],
                ["[1]", #"["a","b"]"#]
            ),
            (
                #"{"allOf": [{"not": {"const": null}}, {"anyOf": [{"maximum": 2}, {"multipleOf": 5}]}]}"#, ["1", "15"],
                ["7"]
            ),
            (#"{"not": {"oneOf": [{"enum": [1, 2]}, {"enum": [2, 3]}]}}"#, ["2", "4"], ["1", "3"]),
            (#"{"not": {"minimum": 3, "exclusiveMinimum": true}}"#, ["3", "1"], ["4"]),
            (
                #"{"not": {"additionalProperties": false, "properties": {"a": true}}}"#, [#"{"b":1}"#],
                [#"{"a":1}"#, "{}"]
            ),
            (
                #"{"properties": {"const": {"pattern": "^a"}, "pattern": {"patternProperties": {"^b": {"const": 1}}}}}"#,
                [#"{"const":"ab","pattern":{"b":1,"c":2}}"#], [#"{"const":"b"}"#, #"{"pattern":{"b":2}}"#]
            ),
            (#"{"type": "integer"}"#, ["1e3", "1.0", "1e1000000"], ["1.5", "1e-1"]),
            (#"{"minimum": 9007199254740993}"#, ["9007199254740993"], ["9007199254740992"]),
            (#"{"enum": [1.0, 9007199254740993]}"#, ["1", "10e-1"], ["9007199254740992"]),
            (#"{"not": {"uniqueItems": true, "minItems": 2}}"#, ["[1,1]", "[1]"], ["[1,2]"]),
        ] as [(String, [String], [String])])
    func aCheckTellsItsValues(checks: String, right: [String], wrong: [String]) throws {
        let checks = try value(checks)
        let check = ConstraintCheck(patterns: PatternBook(checks: checks))
        for text in right { #expect(check.brokenKeyword(of: checks, by: try value(text)) == nil, "\(text)") }
        for text in wrong { #expect(check.brokenKeyword(of: checks, by: try value(text)) != nil, "\(text)") }
    }

    /// What other keywords have looked at is not what `unevaluatedProperties` and `unevaluatedItems` speak of.
    @Test(
        arguments: [
            (
                #"{"properties": {"a": true}, "patternProperties": {"^x": true}, "unevaluatedProperties": false}"#,
                ["{}", #"{"a":1,"xy":2}"#, "7"], [#"{"b":1}"#]
            ),
            (#"{"additionalProperties": {"type": "integer"}, "unevaluatedProperties": false}"#, [#"{"b":1}"#], []),
            (
                #"{"properties": {"a": true}, "unevaluatedProperties": {"type": "integer"}}"#,
                [#"{"a":"x","b":1}"#], [#"{"b":"x"}"#]
            ),
            (
                #"{"allOf": [{"properties": {"a": true}}, {"allOf": [{"properties": {"b": true}}]}], "unevaluatedProperties": false}"#,
                [#"{"a":1,"b":1}"#], [#"{"a":1,"c":1}"#]
            ),
            // Only alternatives that fit have looked at anything.
            (
                #"{"anyOf": [{"required": ["a"], "properties": {"a": true}}, {"required": ["b"], "properties": {"b": {"type": "integer"}}}], "unevaluatedProperties": false}"#,
                [#"{"a":1}"#, #"{"a":1,"b":1}"#], [#"{"a":1,"b":"x"}"#, #"{"c":1}"#]
            ),
            (
                #"{"oneOf": [{"properties": {"k": {"const": 1}, "a": true}}, {"properties": {"k": {"const": 2}, "b": true}}], "unevaluatedProperties": false}"#,
                [#"{"k":1,"a":1}"#, #"{"k":2,"b":1}"#], [#"{"k":1,"b":1}"#, #"{"k":3}"#]
            ),
            // A condition that fits has looked too; one that does not leaves its branch alone.
            (
                #"{"if": {"required": ["k"], "properties": {"k": true}}, "then": {"properties": {"a": true}}, "else": {"properties": {"b": true}}, "unevaluatedProperties": false}"#,
                [#"{"k":1,"a":1}"#, #"{"b":1}"#, "{}"], [#"{"k":1,"b":1}"#, #"{"a":1}"#]
            ),
            (
                #"{"properties": {"a": true}, "dependentSchemas": {"a": {"properties": {"b": true}}}, "unevaluatedProperties": false}"#,
                [#"{"a":1,"b":1}"#], [#"{"b":1}"#]
            ),
            // `not` never fits where it counts.
            (
                #"{"not": {"not": {"properties": {"a": true}}}, "unevaluatedProperties": false}"#, ["{}"], [#"{"a":1}"#]
            ),
            // A schema sees what lies in it, not what stands beside it.
            (
                #"{"allOf": [{"properties": {"a": true}}, {"unevaluatedProperties": false}]}"#, ["{}"], [#"{"a":1}"#]
            ),
            (
                #"{"allOf": [{"properties": {"a": true}, "unevaluatedProperties": true}], "unevaluatedProperties": false}"#,
                [#"{"a":1,"b":2}"#], []
            ),
            (
                #"{"properties": {"in": {"anyOf": [{"properties": {"x": {"type": "integer"}}}], "unevaluatedProperties": false}}, "unevaluatedProperties": {"properties": {"y": true}, "unevaluatedProperties": false}}"#,
                [#"{"in":{"x":1},"out":{"y":1}}"#], [#"{"in":{"y":1}}"#, #"{"out":{"x":1}}"#]
            ),
            // A keyword looks at what is in the value itself, not at what is in its members.
            (
                #"{"properties": {"in": {"properties": {"x": true}}}, "unevaluatedProperties": false}"#,
                [#"{"in":{"x":1}}"#], [#"{"in":{},"x":1}"#]
            ),
            (#"{"prefixItems": [true, true], "unevaluatedItems": false}"#, ["[1,2]", "[]", "{}"], ["[1,2,3]"]),
            (
                #"{"prefixItems": [true], "unevaluatedItems": {"type": "string"}}"#, [#"[1,"a"]"#], ["[1,2]"]
            ),
            (#"{"items": true, "unevaluatedItems": false}"#, ["[1,2]"], []),
            (#"{"contains": {"type": "string"}, "unevaluatedItems": false}"#, [#"["a","b"]"#], [#"["a",1]"#, "[]"]),
            (
                #"{"contains": {"type": "string"}, "minContains": 0, "unevaluatedItems": {"minimum": 5}}"#,
                [#"["a",7]"#, "[]"], ["[1]"]
            ),
            (
                #"{"anyOf": [{"prefixItems": [{"const": 1}]}, {"prefixItems": [true, {"const": 2}]}], "unevaluatedItems": false}"#,
                ["[1]", "[1,2]", "[7,2]"], ["[1,3]", "[1,2,3]"]
            ),
        ] as [(String, [String], [String])])
    func whatNobodyLookedAtIsDemandedToBe(checks: String, right: [String], wrong: [String]) throws {
        try aCheckTellsItsValues(checks: checks, right: right, wrong: wrong)
    }

    @Test(.timeLimit(.minutes(1)))
    func whatLiesInItselfIsLookedAtOnce() throws {
        var text = #"{"properties": {"a": true}}"#
        for _ in 0..<30 { text = #"{"anyOf": [\#(text)], "unevaluatedProperties": false}"# }
        let deep = try value(text)
        let check = ConstraintCheck(patterns: PatternBook(checks: deep))
        #expect(check.fits(deep, try value(#"{"a":1}"#)))
        #expect(!check.fits(deep, try value(#"{"b":1}"#)))
    }

    @Test func whatIsLeftIsBlamedByItsOwnName() throws {
        let checks = try value(#"{"allOf": [{"properties": {"a": true}, "unevaluatedProperties": false}]}"#)
        let check = ConstraintCheck(patterns: PatternBook(checks: checks))
        #expect(check.brokenKeyword(of: checks, by: try value(#"{"b":1}"#)) == "unevaluatedProperties")
    }
}
