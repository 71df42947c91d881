import APISpec
import Testing

@Suite struct AnswerRecoveryTests {
    @Test func anExampleFindsTheSchemaWithTheSameKeys() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer(
                        "showItem", "Show Item", "/v1/items/{id}", body: Documents.object("id", "name", "colour"))
                ],
                schemas: [
                    Documents.schema("ItemShowResponse", "id", "name", "colour"),
                    Documents.schema("OrderShowResponse", "id", "name", "price"),
                ]))
        #expect(outcome.answerName("showItem") == "ItemShowResponse")
        #expect(
            outcome.answer("showItem")?.recovered == ["response-example", "example-status", "unused-schema", "name"])
        #expect(outcome.revision("showItem")?.lost == [.responses])
        #expect(
            outcome.messages("recovered-binding") == [
                "showItem 1.1, 1.0: the body of answer 200 is ItemShowResponse, recovered from response-example, "
                    + "example-status, unused-schema, name"
            ])
        #expect(
            outcome.messages("recovered-responses") == [
                "showItem 1.1, 1.0: the answers 200 were recovered from response-example, example-status, "
                    + "unused-schema, name"
            ])
    }

    @Test func theVersionSuffixTellsVersionsApart() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer(
                        "showItem", "Show Item", "/v1/items/{id}", body: Documents.object("id", "name", "colour"))
                ],
                schemas: [
                    Documents.schema("ItemShowResponse", "id", "name", "colour"),
                    Documents.schema("ItemShowResponse1Dot1", "id", "name", "colour"),
                    Documents.schema("ItemShowResponse1Dot10", "id", "name", "colour"),
                ]))
        #expect(outcome.answerName("showItem", "1.1") == "ItemShowResponse1Dot1")
        #expect(outcome.answerName("showItem", "1.0") == "ItemShowResponse")
        #expect(outcome.document.operations[0].revisions.map(\.versions) == [["1.1"], ["1.0"]])
        #expect(outcome.answer("showItem", "1.1")?.recovered.contains("version-suffix") == true)
    }

    @Test func nestedKeysDecide() {
        func owner(_ name: String, _ part: String) -> NamedSchema {
            NamedSchema(
                name: name,
                properties: [
                    Documents.property("count", .integer(format: nil)),
                    Documents.property("contents", .array(Schema(.reference(part)))),
                ])
        }
        let body = JSONValue.object([
            .init("count", .string("")), .init("contents", .array([Documents.object("id", "size")])),
        ])
        let outcome = Documents.recover(
            Documents.document(
                operations: [Documents.lostAnswer("find", "Find", "/v1/things", body: body)],
                schemas: [
                    owner("AListResponse", "A"), owner("BListResponse", "B"), Documents.schema("A", "id", "colour"),
                    Documents.schema("B", "id", "size"),
                ]))
        #expect(outcome.answerName("find") == "BListResponse")
    }

    @Test func withoutAnExampleUnusedSchemasFindTheOperationsOfTheirName() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer("checkItemName", "Check Item Name Duplicate", "/v1/items/check", body: nil),
                    Documents.lostAnswer(
                        "checkItemOrderName", "Check Item Order Name Duplicate", "/v1/orders/check", body: nil),
                    Documents.lostAnswer(
                        "checkFileSystem", "Check Filesystem Path Duplication", "/v1/check-filesystem-duplication",
                        body: nil),
                ],
                schemas: [
                    Documents.schema("CheckFileSystemDuplicationResponse", "result"),
                    Documents.schema("ItemOrderNameDuplicateResponse", "result"),
                    Documents.schema("ItemNameDuplicateResponse", "result"),
                ]))
        #expect(outcome.answerName("checkItemName") == "ItemNameDuplicateResponse")
        #expect(outcome.answerName("checkItemOrderName") == "ItemOrderNameDuplicateResponse")
        #expect(outcome.answerName("checkFileSystem") == "CheckFileSystemDuplicationResponse")
        #expect(outcome.answer("checkFileSystem")?.recovered == ["example-status", "unused-schema", "name"])
    }

    @Test func anotherVersionOfTheOperationTellsMostOfAll() {
        let body = Documents.object("id", "name", "colour")
        var operation = Documents.stated(
            "show", "Show", "/v1/items/{id}", versions: ["1.1"], schema: "PlainResponse1Dot1", body: body,
            failures: [404])
        operation.revisions +=
            Documents.lostAnswer(
                "show", "Show", "/v1/items/{id}", versions: ["1.0"], body: body
            ).revisions
        let outcome = Documents.recover(
            Documents.document(
                operations: [operation],
                schemas: [
                    Documents.schema("ShowItemResponse", "id", "name", "colour"),
                    Documents.schema("PlainResponse", "id", "name", "colour"),
                    Documents.schema("PlainResponse1Dot1", "id", "name", "colour"),
                ]))
        #expect(outcome.answerName("show", "1.0") == "PlainResponse")
        let recovered = outcome.answer("show", "1.0")
        #expect(recovered?.description == "Fine")
        #expect(recovered?.recovered.contains("sibling-revision") == true)
        #expect(
            outcome.answer("show", "1.0", status: 404)
                == Response(status: 404, description: "Bad 404", recovered: ["sibling-revision"]))
    }

    @Test func theStatusTellsSchemasOfOneShapeApart() {
        let body = Documents.object("request_id", "resource", "link")
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated(
                        "a", "Delete A", "/v1/a", method: "DELETE", status: 202, schema: "LaterResponse", body: body),
                    Documents.stated(
                        "b", "Delete B", "/v1/b", method: "DELETE", status: 202, schema: "LaterResponse", body: body),
                    Documents.stated(
                        "c", "Delete C", "/v1/c", method: "DELETE", status: 200, schema: "NowResponse", body: body),
                    Documents.stated(
                        "d", "Delete D", "/v1/d", method: "DELETE", status: 200, schema: "NowResponse", body: body),
                    Documents.lostAnswer("e", "Delete E", "/v1/e", method: "DELETE", status: 202, body: body),
                    Documents.lostAnswer("f", "Delete F", "/v1/f", method: "DELETE", status: 200, body: body),
                ],
                schemas: [
                    Documents.schema("LaterResponse", "request_id", "resource", "link"),
                    Documents.schema("NowResponse", "request_id", "resource", "link"),
                ]))
        #expect(outcome.answerName("e", status: 202) == "LaterResponse")
        #expect(outcome.answerName("f", status: 200) == "NowResponse")
        #expect(outcome.answer("e", status: 202)?.recovered.contains("sibling-operations") == true)
        #expect(outcome.answer("e", status: 202)?.description == "Fine")
    }

    @Test func ofSchemasThatFitAlikeTheUnusedOneIsMeant() {
        let body = Documents.object("id", "name", "colour")
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated("other", "Other", "/v1/other", schema: "FirstResponse", body: body),
                    Documents.lostAnswer("look", "Look", "/v1/look", body: body),
                ],
                schemas: [
                    Documents.schema("FirstResponse", "id", "name", "colour"),
                    Documents.schema("SecondResponse", "id", "name", "colour"),
                ]))
        #expect(outcome.answerName("look") == "SecondResponse")
        #expect(outcome.answer("look")?.recovered == ["response-example", "example-status", "unused-schema"])
    }

    @Test func failuresThatAllTablesStateAreTaken() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated("a", "Show A", "/v1/a", schema: nil, failures: [401, 404]),
                    Documents.stated("b", "Show B", "/v1/b", schema: nil, failures: [401, 404]),
                    Documents.stated("c", "Show C", "/v1/c", schema: nil, failures: [401]),
                    Documents.lostAnswer("d", "Show D", "/v1/d", body: nil),
                ],
                schemas: []))
        #expect(outcome.revision("d")?.responses.map(\.status) == [200, 401])
        #expect(
            outcome.answer("d", status: 401)
                == Response(status: 401, description: "Bad 401", recovered: ["sibling-operations"]))
    }

    @Test func aListOfASchemaIsFound() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer(
                        "listItems", "List Items", "/v1/items",
                        body: .array([Documents.object("id", "name", "colour")]))
                ],
                schemas: [Documents.schema("ItemResponse", "id", "name", "colour")]))
        #expect(outcome.answer("listItems")?.schema == Schema(.array(Schema(.reference("ItemResponse")))))
    }
}
