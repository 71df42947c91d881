import APISpec
import Testing

@testable import APIModel

@Suite("The model resolves a document")
struct APIModelTests {
    private func document(_ schemas: [NamedSchema], operations: [APISpec.Operation] = []) -> SpecDocument {
        SpecDocument(
            service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
            versions: [APIVersion(id: "1.1", status: .current), APIVersion(id: "1.0", status: .deprecated)],
            operations: operations, schemas: schemas)
    }

    private func property(_ name: String, _ kind: Schema.Kind, required: Bool = true) -> NamedSchema.Property {
        NamedSchema.Property(name: name, isRequired: required, schema: Schema(kind))
    }

    private func show(_ versions: [String], _ schema: String) -> Revision {
        Revision(
            versions: versions, method: "GET", path: "/v1/beds/{bed_id}",
            responses: [Response(status: 200, schema: Schema(.reference(schema))), Response(status: 404)])
    }

    @Test("A revision for several versions becomes a call in each")
    func callsPerVersion() {
        let operation = APISpec.Operation(
            id: "showBed", title: "Show Bed", revisions: [show(["1.1"], "Bed1Dot1"), show(["1.0"], "Bed")])
        let model = APIModel(
            document([NamedSchema(name: "Bed"), NamedSchema(name: "Bed1Dot1")], operations: [operation]))
        #expect(model.operations[0].calls.map(\.version) == ["1.1", "1.0"])
        #expect(model.calls(in: "1.0").map(\.operation) == ["showBed"])
        #expect(model.calls(in: "1.0").first?.pathParameters.map(\.name) == ["bed_id"])
        #expect(model.schema(named: "Bed")?.versions == ["1.0"])
        #expect(model.schema(named: "Bed1Dot1")?.versions == ["1.1"])
        #expect(model.schema(named: "Bed1Dot1")?.isReceived == true)
        #expect(model.schema(named: "Bed1Dot1")?.isSent == false)
    }

    @Test("Use goes through references, also in lists and unions")
    func useIsTransitive() {
        let operation = APISpec.Operation(id: "showBed", title: "Show Bed", revisions: [show(["1.0"], "Bed")])
        let model = APIModel(
            document(
                [
                    NamedSchema(name: "Bed", properties: [property("tags", .array(Schema(.reference("Tag"))))]),
                    NamedSchema(
                        name: "Tag",
                        properties: [property("owner", .union([Schema(.reference("Owner")), Schema(.boolean)]))]),
                    NamedSchema(name: "Owner"), NamedSchema(name: "Unused"),
                ], operations: [operation]))
        #expect(model.schemas.filter { $0.versions == ["1.0"] }.map(\.name) == ["Bed", "Tag", "Owner"])
        #expect(model.schema(named: "Unused")?.versions == [])
    }

    @Test("Schemas of one base name and structure are equal, through references")
    func equality() {
        let model = APIModel(
            document([
                NamedSchema(name: "Bed", properties: [property("tag", .reference("Tag"))]),
                NamedSchema(name: "Bed1Dot1", properties: [property("tag", .reference("Tag1Dot1"))]),
                NamedSchema(name: "Bed1Dot2", properties: [property("tag", .reference("Tag1Dot2"))]),
                NamedSchema(name: "Tag", properties: [property("key", .string(format: nil))]),
                NamedSchema(name: "Tag1Dot1", properties: [property("key", .string(format: nil))]),
                NamedSchema(name: "Tag1Dot2", properties: [property("key", .integer(format: nil))]),
                NamedSchema(name: "Pot", properties: [property("key", .string(format: nil))]),
            ]))
        #expect(model.schemas.map(\.equalTo) == ["Bed", "Bed", "Bed1Dot2", "Tag", "Tag", "Tag1Dot2", "Pot"])
    }

    @Test("Recursive schemas that are equal stay together")
    func recursiveEquality() {
        let model = APIModel(
            document([
                NamedSchema(name: "Node", properties: [property("next", .reference("Node"), required: false)]),
                NamedSchema(
                    name: "Node1Dot1", properties: [property("next", .reference("Node1Dot1"), required: false)]),
            ]))
        #expect(model.schemas.map(\.equalTo) == ["Node", "Node"])
        #expect(model.schemas.map(\.recursiveProperties) == [["next"], ["next"]])
    }

    @Test("Lists and unions break a cycle")
    func recursion() {
        let model = APIModel(
            document([
                NamedSchema(name: "A", properties: [property("b", .reference("B")), property("x", .boolean)]),
                NamedSchema(
                    name: "B", properties: [property("a", .union([Schema(.reference("A")), Schema(.boolean)]))]),
                NamedSchema(name: "C", properties: [property("cs", .array(Schema(.reference("C"))))]),
                NamedSchema(name: "D", properties: [property("e", .reference("E"))]),
                NamedSchema(name: "E", definition: Schema(.reference("D"))),
            ]))
        #expect(model.schemas.map(\.recursiveProperties) == [[], [], [], ["e"], []])
    }

    @Test(
        "Version suffixes",
        arguments: [
            ("Bed1Dot2", "Bed", "1.2"), ("Bed12Dot10", "Bed", "12.10"), ("Bed", "Bed", nil), ("1Dot2", "1Dot2", nil),
            ("BedDot2", "BedDot2", nil), ("Bed1Dot", "Bed1Dot", nil), ("", "", nil),
        ] as [(String, String, String?)])
    func suffixes(name: String, base: String, version: String?) {
        #expect(VersionedName(name).base == base)
        #expect(VersionedName(name).version == version)
    }

    @Test("Paths are taken apart")
    func paths() {
        #expect(PathTemplate("/v1/beds/{bed_id}/pots/{pot_id}").parameterNames == ["bed_id", "pot_id"])
        #expect(PathTemplate("/v1/{a}{b}").parts == [.literal("/v1/"), .parameter("a"), .parameter("b")])
        #expect(PathTemplate("/v1/{open").parts == [.literal("/v1/{open")])
        #expect(PathTemplate("").parts == [])
    }

    @Test("What a call gives")
    func results() {
        func result(_ responses: [Response], lost: Set<Revision.LostTable> = []) -> String {
            let revision = Revision(versions: ["1.0"], method: "GET", path: "/", responses: responses, lost: lost)
            let operation = APISpec.Operation(id: "o", title: "O", revisions: [revision])
            let model = APIModel(document([], operations: [operation]))
            return model.calls(in: "1.0").first.map { "\($0.result)".prefix { $0 != "(" } }.map(String.init) ?? "none"
        }
        #expect(result([Response(status: 200, schema: Schema(.boolean))]) == "body")
        #expect(result([Response(status: 204), Response(status: 404)]) == "empty")
        #expect(result([], lost: [.responses]) == "unknown")
        #expect(result([Response(status: 200, schema: Schema(.boolean)), Response(status: 202)]) == "several")
    }

    @Test func aPathTellsWhatItsValuesLookLike() throws {
        let path = PathTemplate("/v1/{name=shelves/*/books/*}:move")
        #expect(path.parts == [.literal("/v1/"), .parameter("name"), .literal(":move")])
        #expect(path.parameterNames == ["name"])
        let pattern = try #require(path.patterns["name"])
        #expect(pattern.regularExpression == "^shelves/[^/]+/books/[^/]+$")
        #expect(pattern.matches(pattern.sample))
        for text in ["shelves/1", "shelves/1/books/", "shelves/1/books/2/x", "racks/1/books/2", ""] {
            #expect(!pattern.matches(text), "\(text)")
        }
        #expect(PathPattern("**")?.matches("a/b") == true)
        #expect(PathPattern("**")?.matches("") == false)
        #expect(PathTemplate("/v1/{name=*}").patterns.isEmpty)
        for text in ["", "a//b", "**/a", "a*", "a=b", "/a"] { #expect(PathPattern(text) == nil, "\(text)") }
        #expect(PathTemplate.unknownPatterns(in: "/a/{x=**/y}/{z=*}/{w}") == ["x=**/y"])
        #expect(PathTemplate("/a/{x=**/y}").parts == [.literal("/a/"), .parameter("x")])
    }

    @Test func pathsAreToldApartByWhatIsSent() {
        #expect(PathShape("/v1/{name=shelves/*}") == PathShape("/v1/shelves/{id}"))
        #expect(PathShape("/v1/{name=shelves/*}") != PathShape("/v1/{name=racks/*}"))
        #expect(PathShape("/v1/{name=**}") != PathShape("/v1/{name}"))
        #expect(PathShape("/v1/{name=*}") == PathShape("/v1/{id}"))
    }
}
