import AbacusAPI
import Foundation
import ServiceRuntime
import ServiceTesting
import Testing

private typealias Version = Abacus.V1_0

@Suite("Types that are named, hold themselves, or are told apart by a member")
struct AbacusTests {
    private func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONCoding().decode(type, from: Data(json.utf8))
    }

    private func json(_ value: some Encodable) throws -> JSONValue { try JSONValue(json: JSONCoding().encode(value)) }

    @Test("A union is read by the member that tells its types apart")
    func discriminator() throws {
        let text = #"{"op":"plus","left":{"op":"Literal","value":1},"right":{"op":"Call","arguments":[]}}"#
        let expression = try decode(Version.Expr.self, text)
        guard case .sum(let sum) = expression, case .literal(let left) = sum.left, case .call(let right) = sum.right
        else {
            Issue.record("\(expression)")
            return
        }
        #expect(sum.op == "plus" && left.value == .integer(1) && right.op == .call && right.arguments == [])
        #expect(try json(expression) == JSONValue(json: text))
    }

    @Test("What tells the types apart is sent though the type has no such member")
    func missingDiscriminator() throws {
        #expect(
            try json(Version.Expr.literal(.init(value: .integer(2))))
                == JSONValue(json: #"{"op":"Literal","value":2}"#))
    }

    @Test("An unknown name keeps its JSON, even where the rest would fit a type")
    func unknownName() throws {
        let text = #"{"op":"divide","left":{"op":"Literal","value":1},"right":{"op":"Literal","value":2}}"#
        let expression = try decode(Version.Expr.self, text)
        #expect(try expression == .undocumented(JSONValue(json: text)))
        #expect(try json(expression) == JSONValue(json: text))
    }

    @Test("Lists, maps and unions that hold themselves are types")
    func recursion() throws {
        #expect(try decode(Version.Tree.self, #"{"a":{},"b":{"c":{}}}"#).value["b"]?.value.keys.sorted() == ["c"])
        let matrix = Version.Matrix([Version.Matrix([]), Version.Matrix([Version.Matrix([])])])
        #expect(try json(matrix) == JSONValue(json: "[[],[[]]]"))
        #expect(try decode(Version.Matrix.self, "[[],[[]]]") == matrix)
        let text = #"{"list":[1,"two",[3.5]],"text":"x"}"#
        let value = try decode(Version.Json.self, text)
        guard case .map(let members) = value else {
            Issue.record("\(value)")
            return
        }
        #expect(members["list"] == .array([.number(1), .string("two"), .array([.number(3.5)])]))
        #expect(try json(value) == JSONValue(json: text))
    }

    @Test("An enumeration is one type wherever it is named, and numbers are enumerations too")
    func enumerations() throws {
        let text = #"""
            {"color":"red","accent":"dark blue","palette":["green","mauve"],"maybe":null,"level":-1,"size":2,
            "ratio":1.5,"json":[],"x":"y"}
            """#
        let result = try decode(Version.ResultModel.self, text)
        let colors: [Version.Color] = [result.color] + (result.palette ?? [])
        #expect(colors == [.red, .green, Version.Color(rawValue: "mauve")])
        #expect(result.accent == .darkBlue && result.maybe == nil)
        #expect(result.level == .minus1 && result.size == .value2 && result.ratio == .value1Point5)
        #expect(result.level?.isDocumented == true && Version.Level(rawValue: 7).isDocumented == false)
        #expect(result.additionalProperties == ["x": .y])
        #expect(try json(result) == JSONValue(json: text))
    }

    @Test("A member that travels one way only is not asked for on the other")
    func oneWay() throws {
        let literal = try decode(Version.Literal.self, #"{"value":null}"#)
        #expect(literal == Version.Literal(value: nil))
    }

    @Test("Each call takes the security schemes that it asks for, and header fields are typed")
    func securityAndHeaders() async throws {
        let transport = RecordingTransport(
            headers: ["X-Level": "5", "X-Rate": "1, 2", "X-Color": "green"],
            body: #"{"color":"red","maybe":"a","json":1}"#)
        let client = Version.Client(
            endpoint: .standard,
            authentication: .schemes([
                "key": try .apiKey("X-Key", in: .header, "secret"), "user": try .basic("ann", "pass"),
            ]), transport: transport)
        let (body, headers) = try await client.evaluateWithHeaders(body: .literal(.init(value: .integer(1))))
        #expect(body.color == .red && headers.xLevel == .value5 && headers.xRate == [1, 2])
        #expect(headers.xColor == .green)
        #expect(transport.requests[0].header("X-Key") == "secret")
        #expect(transport.requests[0].header("Authorization")?.hasPrefix("Basic ") == true)

        let open = RecordingTransport(status: 200, body: "{}")
        let visitor = Version.Client(endpoint: .standard, authentication: try .bearer("token"), transport: open)
        _ = try await visitor.listExprs(level: .value0, colors: [.red, .darkBlue])
        #expect(open.requests[0].header("Authorization") == nil)
        #expect(open.requests[0].query.map(\.value) == ["0", "red", "dark blue"])
    }

    @Test("A call whose security schemes are not given is not sent")
    func missingSchemes() async throws {
        let transport = RecordingTransport(status: 200, body: "{}")
        let client = Version.Client(
            endpoint: .standard, authentication: .schemes(["key": try .apiKey("X-Key", in: .header, "secret")]),
            transport: transport)
        let error = await #expect(throws: ServiceError.self) {
            try await client.evaluate(body: .literal(.init(value: nil)))
        }
        #expect(error?.description.contains("the call needs the security scheme token, or key with user") == true)
        #expect(transport.requests.isEmpty)
    }
}
