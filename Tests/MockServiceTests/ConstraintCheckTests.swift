import APISpec
import Foundations
import Testing

@testable import MockService

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
}
