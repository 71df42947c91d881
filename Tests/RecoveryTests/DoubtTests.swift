import APISpec
import Diagnostics
import Recovery
import Testing

@Suite struct DoubtTests {
    @Test func whatNothingTellsStaysUnknown() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer("showItem", "Show Item", "/v1/items", body: Documents.object("id", "weight"))
                ],
                schemas: [Documents.schema("ItemShowResponse", "id", "name", "colour")]))
        #expect(outcome.answer("showItem")?.schema == Schema(.unknown))
        #expect(outcome.answer("showItem")?.recovered == ["example-status"])
        #expect(
            outcome.messages("unresolved") == [
                "showItem 1.1, 1.0: nothing tells the type of the body of answer 200; name its schema in the overlay"
            ])
    }

    @Test func anOperationWithoutAnyTraceHasNoAnswers() {
        let operation = Operation(
            id: "go", title: "Go",
            revisions: [Revision(versions: ["1.1"], method: "GET", path: "/v1/go", lost: [.responses])])
        let outcome = Documents.recover(Documents.document(operations: [operation], schemas: []))
        #expect(outcome.revision("go")?.responses == [])
        #expect(
            outcome.messages("unresolved") == [
                "go 1.1: nothing tells which answers there are; state them in the overlay"
            ])
    }

    @Test func schemasThatFitAlikeAreListed() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer("look", "Look", "/v1/look", body: Documents.object("id", "name", "colour"))
                ],
                schemas: [
                    Documents.schema("FirstResponse", "id", "name", "colour"),
                    Documents.schema("SecondResponse", "id", "name", "colour"),
                ]))
        #expect(outcome.answerName("look") == "FirstResponse")
        let findings = outcome.findings.filter { $0.rule == "ambiguous-recovery" }
        #expect(findings.map(\.severity) == [.warning])
        #expect(
            findings.map(\.message) == [
                "look 1.1, 1.0: the body of answer 200 is FirstResponse by response-example, example-status, "
                    + "unused-schema, but SecondResponse would fit as well; confirm or correct it in the overlay"
            ])
        #expect(outcome.messages("recovered-binding").isEmpty)
    }

    @Test func anEmptyAnswerIsBelievedWhereThePageShowsThemSo() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated("a", "Delete A", "/v1/a", method: "DELETE", status: 202, schema: nil),
                    Documents.lostAnswer("b", "Delete B", "/v1/b", method: "DELETE", status: 202, body: nil),
                ],
                schemas: [Documents.schema("BShowResponse", "id")]))
        let answer = outcome.answer("b", status: 202)
        #expect(answer != nil)
        #expect(answer?.schema == nil)
        #expect(answer?.recovered == ["response-example", "example-status", "sibling-operations"])
        #expect(
            outcome.messages("recovered-binding") == [
                "b 1.1, 1.0: the body of answer 202 is empty, recovered from response-example, example-status, "
                    + "sibling-operations"
            ])
    }

    @Test func anEmptyAnswerIsNotBelievedWhereThePageLosesExamples() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated("a", "Show A", "/v1/a", schema: "AShowResponse"),
                    Documents.lostAnswer("b", "Stop B", "/v1/b", method: "PUT", body: nil),
                ],
                schemas: [Documents.schema("AShowResponse", "id")]))
        #expect(outcome.answer("b")?.schema == Schema(.unknown))
    }

    @Test func anEmptyAnswerIsNotBelievedWhereASchemaHasTheVeryName() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.stated("a", "Delete A", "/v1/a", method: "DELETE", schema: nil),
                    Documents.stated(
                        "b", "Create Item", "/v1/items", method: "POST", schema: "ItemShowResponse",
                        body: Documents.object("id")),
                    Documents.lostAnswer("c", "Show Item", "/v1/items/{id}", body: nil),
                ],
                schemas: [Documents.schema("ItemShowResponse", "id")]))
        #expect(outcome.answer("c")?.schema == Schema(.unknown))
    }

    @Test func schemasOfNewerVersionsAndOfRequestsAreNoCandidates() {
        let outcome = Documents.recover(
            Documents.document(
                operations: [
                    Documents.lostAnswer(
                        "showItem", "Show Item", "/v1/items/{id}", versions: ["1.0"],
                        body: Documents.object("id", "name", "colour"))
                ],
                schemas: [
                    Documents.schema("ItemShowResponse1Dot1", "id", "name", "colour"),
                    Documents.schema("ItemShowRequest", "id", "name", "colour"),
                ]))
        #expect(outcome.answer("showItem", "1.0")?.schema == Schema(.unknown))
    }

    @Test func aTableIsNeverOverruled() {
        let document = Documents.document(
            operations: [
                Documents.stated(
                    "a", "Show A", "/v1/a", schema: "BShowResponse", body: Documents.object("id", "name")),
                Documents.lostAnswer("b", "Show B", "/v1/b", body: Documents.object("size", "weight", "id")),
            ],
            schemas: [
                Documents.schema("AShowResponse", "id", "name"),
                Documents.schema("BShowResponse", "size", "weight", "id"),
            ])
        let outcome = Documents.recover(document)
        #expect(outcome.document.operations[0] == document.operations[0])
        #expect(outcome.document.schemas == document.schemas)
    }

    @Test func whatAPersonHasStatedStays() {
        var operation = Documents.lostAnswer("a", "Show A", "/v1/a", body: Documents.object("id", "name", "size"))
        operation.revisions[0].responses = [Response(status: 200, schema: Schema(.reference("Other")))]
        let document = Documents.document(
            operations: [operation],
            schemas: [Documents.schema("AShowResponse", "id", "name", "size"), Documents.schema("Other", "x")])
        let outcome = Documents.recover(document)
        #expect(outcome.document == document)
        #expect(outcome.findings.isEmpty)
    }

    @Test func aSecondRecoveryChangesNothing() {
        let document = Documents.document(
            operations: [
                Documents.lostAnswer(
                    "showItem", "Show Item", "/v1/items/{id}", body: Documents.object("id", "name", "size"))
            ],
            schemas: [Documents.schema("ItemShowResponse", "id", "name", "size")])
        let once = Documents.recover(document)
        let twice = Documents.recover(once.document)
        #expect(twice.document == once.document)
        #expect(twice.findings == once.findings)
    }

    @Test func anUndamagedDocumentComesBackAsItIs() {
        let document = Documents.document(
            operations: [Documents.stated("a", "Show A", "/v1/a", schema: "A")], schemas: [Documents.schema("A", "id")])
        let outcome = Documents.recover(document)
        #expect(outcome.document == document)
        #expect(outcome.findings.isEmpty)
    }

    @Test func rulesHaveIdsOfTheirOwn() {
        let rules = RecoveryRules.all + ExampleRules.all
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(rules.allSatisfy { !$0.meaning.isEmpty && !$0.remedy.isEmpty })
    }
}
