import APISpec
import Testing

@Suite struct SchemaRebuildTests {
    private func list(_ name: String, of part: String) -> NamedSchema {
        NamedSchema(
            name: name,
            properties: [
                NamedSchema.Property(
                    name: "contents", isRequired: true,
                    schema: Schema(.array(Schema(.reference(part))), isNullable: true, description: "Contents")),
                NamedSchema.Property(
                    name: "count", isRequired: false,
                    schema: Schema(.integer(format: nil), description: "Count", example: .number("1"))),
            ])
    }

    private func listBody(_ element: JSONValue) -> JSONValue {
        .object([.init("contents", .array([element])), .init("count", .number("1"))])
    }

    @Test func aLostListIsRebuiltFromItsExampleAndOtherLists() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer(
                        "listItems", "List Items", "/v1/items", body: listBody(Documents.object("id", "colour"))),
                    Documents.stated(
                        "listOrders", "List Orders", "/v1/orders", schema: "OrderListResponse",
                        body: listBody(Documents.object("id", "price"))),
                ],
                schemas: [
                    Documents.lost("ItemListResponse"), Documents.schema("ItemResponse", "id", "colour"),
                    list("OrderListResponse", of: "OrderResponse"), Documents.schema("OrderResponse", "id", "price"),
                ]))
        #expect(outcome.answerName("listItems") == "ItemListResponse")
        let schema = outcome.schema("ItemListResponse")
        #expect(schema?.isLost == false)
        #expect(schema?.recovered == ["response-example", "sibling-schemas"])
        #expect(schema?.properties == list("", of: "ItemResponse").properties)
        #expect(
            outcome.messages("recovered-schema") == [
                "ItemListResponse: the members contents, count were recovered from response-example, sibling-schemas"
            ])
    }

    @Test func aLostRequestIsRebuiltWithTheSchemaOfItsElements() {
        let operation = Operation(
            id: "setSchedules", title: "Set Schedules",
            revisions: [
                Revision(
                    versions: ["1.1"], method: "PUT", path: "/v1/schedules",
                    request: RequestBody(isRequired: true, schema: Schema(.reference("SchedulesRequest"))),
                    responses: [Response(status: 200)],
                    example: CallExample(
                        requestBody: .object([
                            .init("schedules", .array([Documents.object("day", "week")])), .init("active", .bool(true)),
                        ])))
            ])
        let outcome = Documents.recover(
            Documents.document(
                operations: [operation],
                schemas: [
                    Documents.lost("SchedulesRequest"), Documents.schema("ScheduleCreateRequest", "day", "week"),
                    Documents.schema("ScheduleResponse", "day", "week", "id"),
                ]))
        let properties = outcome.schema("SchedulesRequest")?.properties
        #expect(properties?.map(\.name) == ["schedules", "active"])
        #expect(properties?.first?.schema == Schema(.array(Schema(.reference("ScheduleCreateRequest")))))
        #expect(properties?.last?.schema == Schema(.boolean, example: .bool(true)))
    }

    @Test func anotherVersionOfTheSchemaComesFirst() {
        var older = Documents.schema("ItemResponse", "id")
        older.properties[0].isRequired = false
        older.properties[0].schema = Schema(.string(format: "uuid"), isNullable: true)
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated(
                        "showItem", "Show Item", "/v1/items/{id}", versions: ["1.1"], schema: "ItemResponse1Dot1",
                        body: Documents.object("id", "colour"))
                ],
                schemas: [
                    older, Documents.lost("ItemResponse1Dot1"), Documents.schema("A", "id"),
                    Documents.schema("B", "id"),
                ]))
        let schema = outcome.schema("ItemResponse1Dot1")
        #expect(schema?.recovered == ["response-example", "version-suffix"])
        #expect(schema?.properties.first == older.properties[0])
        #expect(schema?.properties.last?.name == "colour")
    }

    @Test func lostSchemasInsideLostSchemasAreRebuiltToo() {
        let outer = JSONValue.object([.init("item", Documents.object("id", "colour")), .init("mark", .string("x"))])
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated(
                        "showItem", "Show Item", "/v1/items/{id}", versions: ["1.1"], schema: "ItemShowResponse1Dot1",
                        body: outer)
                ],
                schemas: [
                    NamedSchema(
                        name: "ItemShowResponse",
                        properties: [
                            Documents.property("item", .reference("Item")),
                            Documents.property("mark", .string(format: nil)),
                        ]),
                    Documents.lost("ItemShowResponse1Dot1"), Documents.lost("Item"),
                ]))
        #expect(outcome.schema("Item")?.properties.map(\.name) == ["id", "colour"])
        #expect(outcome.schema("Item")?.isLost == false)
    }

    @Test func aSchemaThatNothingShowsStaysLost() {
        let outcome = Documents.recover(
            Documents.document(operations: [], schemas: [Documents.lost("ItemResponse")]))
        #expect(outcome.schema("ItemResponse")?.isLost == true)
        #expect(
            outcome.messages("unresolved") == ["ItemResponse: nothing tells its members; state them in the overlay"])
    }
}

@Suite struct RebuiltDefaultTests {
    private func rebuilt(_ first: JSONValue?, _ second: JSONValue?) -> Schema? {
        func schema(_ name: String, _ value: JSONValue?) -> NamedSchema {
            var schema = Documents.schema(name, "mode", "mark")
            schema.properties[0].schema.defaultValue = value
            return schema
        }
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated(
                        "showItem", "Show Item", "/v1/items/{id}", schema: "ItemResponse",
                        body: Documents.object("mode"))
                ],
                schemas: [Documents.lost("ItemResponse"), schema("AResponse", first), schema("BResponse", second)]))
        return outcome.schema("ItemResponse")?.properties.first?.schema
    }

    @Test func noDefaultIsMadeUp() {
        #expect(rebuilt(.string("slow"), .string("slow"))?.kind == .string(format: nil))
        #expect(rebuilt(.string("slow"), .string("slow"))?.defaultValue == nil)
        #expect(rebuilt(.string("slow"), .string("fast"))?.defaultValue == nil)
        #expect(rebuilt(.string("slow"), nil)?.defaultValue == nil)
    }
}

/// Tables of which rows are left: what they state stays, the rest is recovered and marked.
@Suite struct PartlyLostTests {
    @Test func membersWhoseRowsAreLostComeFromTheExample() throws {
        var part = Documents.schema("ItemResponse", "id")
        part.isLost = true
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated(
                        "showItem", "Show Item", "/v1/items", schema: "ItemResponse",
                        body: Documents.object("colour", "id"))
                ], schemas: [part]))
        let schema = try #require(outcome.schema("ItemResponse"))
        #expect(schema.isLost)
        #expect(schema.properties.map(\.name) == ["id", "colour"])
        #expect(schema.properties.first == part.properties.first)
        #expect(!schema.recovered.isEmpty)
        #expect(outcome.messages("recovered-schema").first?.contains("the members colour were recovered") == true)
    }

    @Test func nothingTellsMore() throws {
        var part = Documents.schema("ItemResponse", "id")
        part.isLost = true
        let outcome = Documents.recover(Documents.document(operations: [], schemas: [part]))
        #expect(outcome.schema("ItemResponse") == part)
        #expect(outcome.messages("unresolved").first?.contains("the members whose rows are lost") == true)
    }

    @Test func rowsOfOperationsStay() throws {
        var operation = Documents.stated("showItem", "Show Item", "/v1/{shop}/items/{id}", schema: "ItemResponse")
        let stated = Parameter(name: "id", location: .path, isRequired: true, schema: Schema(.integer(format: nil)))
        operation.revisions[0].parameters = [stated]
        operation.revisions[0].lost = [.parameters, .responses]
        operation.revisions[0].example = CallExample(path: "/v1/{shop}/items/{id}", status: 200)
        let outcome = Documents.recover(
            Documents.document(operations: [operation], schemas: [Documents.schema("ItemResponse", "id")]))
        let revision = try #require(outcome.revision("showItem"))
        #expect(revision.parameters.map(\.name) == ["id", "shop"])
        #expect(revision.parameters.first == stated)
        #expect(revision.parameters.last?.recovered.isEmpty == false)
        #expect(revision.responses == operation.revisions[0].responses)
        #expect(revision.lost == [.parameters, .responses])
    }
}
