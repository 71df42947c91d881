import APIModel
import APISpec
import Testing

@testable import SwiftRendering

@Suite("What a test expects on the wire")
struct WireTextTests {
    private let model: APIModel

    init() throws {
        let text = """
            apidoc: 1
            service: {id: post, title: Post, server: {url: 'https://post.example'}}
            versions:
              '1': {status: current}
            operations: {}
            schemas:
              Point:
                properties:
                  y: {type: integer}
                  x: {type: number}
              Tree: {type: object, additionalProperties: {schema: Tree}}
              Upload:
                properties:
                  file: {type: string, format: binary}
                  point: {schema: Point}
                  notes: {type: array, items: {type: string}}
            """
        model = APIModel(try SpecReader().read(Array(text.utf8), file: "post.yaml").document)
    }

    private var wire: WireText { WireText(model: model) }
    private let list = JSONValue.array([.number("1"), .number("2")])
    private let point = JSONValue.object([.init("x", .number("1.0")), .init("y", .number("2"))])
    private let listType = Schema(.array(Schema(.integer(format: nil))))
    private let pointType = Schema(.reference("Point"))

    private func parameter(
        _ location: Parameter.Location, _ schema: Schema, _ style: Parameter.Style? = nil, explode: Bool? = nil,
        mediaType: String? = nil
    ) -> Parameter {
        Parameter(
            name: "p", location: location, isRequired: true, schema: schema, style: style, explode: explode,
            mediaType: mediaType)
    }

    @Test("Paths and headers, members in the order of their type")
    func texts() {
        #expect(wire.text(of: parameter(.path, listType, .label), list) == ".1,2")
        #expect(wire.text(of: parameter(.path, listType, .label, explode: true), list) == ".1.2")
        #expect(wire.text(of: parameter(.path, listType, .matrix), list) == ";p=1,2")
        #expect(wire.text(of: parameter(.path, listType, .matrix, explode: true), list) == ";p=1;p=2")
        #expect(wire.text(of: parameter(.path, pointType, .matrix, explode: true), point) == ";y=2;x=1")
        #expect(wire.text(of: parameter(.path, pointType), point) == "y,2,x,1")
        #expect(wire.text(of: parameter(.header, pointType, explode: true), point) == "y=2,x=1")
        #expect(wire.text(of: parameter(.header, pointType, mediaType: MediaType.json), point) == #"{"x":1,"y":2}"#)
    }

    private func pairs(_ parameter: Parameter, _ value: JSONValue) -> [String] {
        wire.pairs(of: parameter, value).map { "\($0)=\($1)" }
    }

    @Test("Queries and cookies")
    func queries() {
        #expect(pairs(parameter(.query, listType), list) == ["p=1", "p=2"])
        #expect(pairs(parameter(.query, listType, explode: false), list) == ["p=1,2"])
        #expect(pairs(parameter(.query, listType, .spaceDelimited), list) == ["p=1 2"])
        #expect(pairs(parameter(.query, listType, .pipeDelimited), list) == ["p=1|2"])
        #expect(pairs(parameter(.query, pointType), point) == ["y=2", "x=1"])
        #expect(pairs(parameter(.query, pointType, .deepObject), point) == ["p[y]=2", "p[x]=1"])
        #expect(pairs(parameter(.cookie, pointType, explode: false), point) == ["p=y,2,x,1"])
    }

    @Test("Forms and parts")
    func bodies() {
        let value = JSONValue.object([
            .init("notes", .array([.string("a"), .string("b")])), .init("point", point), .init("file", .string("xyz!")),
        ])
        func body(_ type: String, _ parts: [RequestBody.Part] = []) -> RequestBody {
            RequestBody(isRequired: true, schema: Schema(.reference("Upload")), mediaType: type, parts: parts)
        }
        let form = wire.fields(value, body("application/x-www-form-urlencoded"))
        #expect(
            form.map { "\($0)=\($1)" } == ["file=xyz!", "point[y]=2", "point[x]=1", "notes=a", "notes=b"])
        let parts = wire.parts(value, body("multipart/form-data", [.init(name: "notes", contentType: "text/csv")]))
        #expect(
            parts.map { "\($0.name) \($0.contentType ?? "-") \($0.text)" } == [
                "file - xyz!", #"point application/json {"x":1,"y":2}"#, "notes text/csv a", "notes text/csv b",
            ])
    }

    @Test("A type that holds itself ends")
    func recursion() {
        // A map that comes again is empty: nothing that cannot be read, such as null, stands in it.
        #expect(WireText.json(wire.example(of: Schema(.reference("Tree")))) == #"{"key":{}}"#)
    }
}
