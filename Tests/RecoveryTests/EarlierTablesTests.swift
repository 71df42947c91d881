import APISpec
import Testing

@testable import Recovery

@Suite("What a lost table said at the last import is kept")
struct EarlierTablesTests {
    private let evidence = [Evidence.earlierTable.rawValue]

    private func document(_ revisions: [Revision], _ schema: NamedSchema = Documents.schema("Book", "title", "author"))
        -> SpecDocument
    {
        Documents.document(
            operations: [Operation(id: "listBooks", title: "List Books", revisions: revisions)], schemas: [schema])
    }

    private func parameter(_ name: String, _ location: Parameter.Location = .query) -> Parameter {
        Parameter(name: name, location: location, isRequired: location == .path, schema: Schema(.string(format: nil)))
    }

    private func stated(_ versions: [String], _ parameters: [Parameter]) -> Revision {
        Revision(
            versions: versions, method: "GET", path: "/books", parameters: parameters,
            responses: [Response(status: 200, schema: Schema(.reference("Book")))])
    }

    @Test("Of one version only, where only that has lost its table")
    func oneVersion() {
        let old = document([stated(["1.1", "1.0"], [parameter("size"), parameter("page")])])
        let new = document([stated(["1.1"], [parameter("size"), parameter("page")]), stated(["1.0"], [])])
        let kept = EarlierTables(old).kept(in: new)
        #expect(kept.operations[0].revisions.map(\.versions) == [["1.1"], ["1.0"]])
        #expect(kept.operations[0].revisions[0] == new.operations[0].revisions[0])
        let lost = kept.operations[0].revisions[1]
        #expect(lost.lost == [.parameters])
        #expect(lost.parameters.map(\.name) == ["size", "page"])
        #expect(lost.parameters.allSatisfy { $0.recovered == evidence })
        // Again and again, as long as the page has no table; and no longer.
        #expect(EarlierTables(kept).kept(in: new) == kept)
        #expect(EarlierTables(kept).kept(in: old) == old)
    }

    @Test("Answers and members are kept as parameters are, and better than an example tells them")
    func answersAndMembers() {
        let old = document([stated(["1.0"], [])])
        var guessed = stated(["1.0"], [])
        guessed.lost = [.responses]
        guessed.responses = [Response(status: 200, schema: Schema(.unknown), recovered: ["response-example"])]
        let new = document([guessed], Documents.lost("Book"))
        let kept = EarlierTables(old).kept(in: new)
        #expect(kept.operations[0].revisions[0].responses.map(\.schema) == [Schema(.reference("Book"))])
        #expect(kept.operations[0].revisions[0].responses.map(\.recovered) == [evidence])
        #expect(!kept.schemas[0].isLost)
        #expect(kept.schemas[0].recovered == evidence)
        #expect(kept.schemas[0].properties == old.schemas[0].properties)
    }

    @Test("What was a guess before stays what the guess is now; parameters of another path are not kept")
    func otherwise() {
        var before = stated(["1.0"], [parameter("size")])
        before.lost = [.parameters]
        before.parameters[0].recovered = ["path"]
        var now = stated(["1.0"], [])
        now.lost = [.parameters]
        #expect(EarlierTables(document([before])).kept(in: document([now])) == document([now]))

        var moved = now
        moved.path = "/books/{id}"
        moved.parameters = [parameter("id", .path)]
        moved.parameters[0].recovered = ["path"]
        let old = stated(["1.0"], [parameter("book", .path), parameter("size")])
        let kept = EarlierTables(document([old])).kept(in: document([moved]))
        #expect(kept.operations[0].revisions[0].parameters.map(\.name) == ["size", "id"])
    }
}
