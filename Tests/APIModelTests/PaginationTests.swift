import APISpec
import Testing

@testable import APIModel

@Suite("Lists and resources in the model")
struct PaginationTests {
    private func model(
        page: Schema = Schema(.integer(format: nil)), size: Schema = Schema(.integer(format: nil)),
        answer: [NamedSchema.Property] = PaginationTests.answer, resources: [Resource] = []
    ) -> APIModel {
        let list = Revision(
            versions: ["1.0"], method: "GET", path: "/v1/beds",
            parameters: [
                Parameter(name: "page", location: .query, isRequired: false, schema: page),
                Parameter(name: "size", location: .query, isRequired: false, schema: size),
            ], responses: [Response(status: 200, schema: Schema(.reference("BedList")))])
        return APIModel(
            SpecDocument(
                service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
                versions: [APIVersion(id: "1.0", status: .current)],
                operations: [APISpec.Operation(id: "listBeds", title: "List Beds", revisions: [list])],
                schemas: [NamedSchema(name: "BedList", properties: answer), NamedSchema(name: "Bed")],
                resources: resources))
    }

    private static func property(_ name: String, _ kind: Schema.Kind) -> NamedSchema.Property {
        NamedSchema.Property(name: name, isRequired: true, schema: Schema(kind))
    }

    private static let answer = [
        property("contents", .array(Schema(.reference("Bed")))), property("sort", .array(Schema(.string(format: nil)))),
        property("count", .integer(format: nil)),
    ]

    private func pagination(_ model: APIModel) -> Pagination? {
        model.call("listBeds", in: "1.0").flatMap { model.pagination(of: $0) }
    }

    @Test("A page number, a size and one list of objects make pages")
    func pages() throws {
        let pages = try #require(self.pagination(model()))
        #expect(pages.items?.property.name == "contents")
        #expect(pages.item.kind == .reference("Bed"))
        #expect(pages.count?.property.name == "count")
        #expect(pages.firstPage == 0)
        #expect(pages.defaultSize == nil)
    }

    @Test("Documented defaults are used")
    func defaults() throws {
        let pages = try #require(
            pagination(
                model(
                    page: Schema(.integer(format: nil), defaultValue: .number("1")),
                    size: Schema(.integer(format: nil), defaultValue: .number("20")))))
        #expect(pages.firstPage == 1)
        #expect(pages.defaultSize == 20)
    }

    @Test("Without whole numbers, or with several lists, there are none")
    func none() {
        #expect(pagination(model(page: Schema(.string(format: nil)))) == nil)
        let two = [
            Self.property("a", .array(Schema(.reference("Bed")))),
            Self.property("b", .array(Schema(.reference("Bed")))),
        ]
        #expect(pagination(model(answer: two)) == nil)
        #expect(pagination(model(answer: [Self.property("count", .integer(format: nil))])) == nil)
    }

    @Test("A resource says which of several lists holds the items")
    func stated() throws {
        let two = [
            Self.property("a", .array(Schema(.reference("Bed")))),
            Self.property("b", .array(Schema(.reference("Bed")))),
        ]
        var resource = Resource(name: "bed", collection: "/v1/beds")
        resource.list = "listBeds"
        resource.items = "b"
        #expect(pagination(model(answer: two, resources: [resource]))?.items?.property.name == "b")
    }

    @Test("A resource belongs to the one whose member holds its collection")
    func parents() {
        let resources = [
            Resource(name: "bed", collection: "/v1/beds", member: "/v1/beds/{bed_id}"),
            Resource(
                name: "plant", collection: "/v1/beds/{bed_id}/plants", member: "/v1/beds/{bed_id}/plants/{plant_id}"),
            Resource(name: "leaf", collection: "/v1/beds/{bed_id}/plants/{plant_id}/leaves"),
            Resource(name: "bedding", collection: "/v1/beddings"),
        ]
        #expect(model(resources: resources).resources.map(\.parent) == [nil, "bed", "plant", nil])
    }
}
