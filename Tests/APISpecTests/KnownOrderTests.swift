import APISpec
import Diagnostics
import Testing

@Suite("What is known keeps its order")
struct KnownOrderTests {
    private func document(
        operations: [String] = ["a", "b", "c"], parameters: [String] = ["x", "y", "z"],
        values: [String] = ["ON", "OFF"]
    ) -> SpecDocument {
        let parameters = parameters.map {
            Parameter(
                name: $0, location: .query, isRequired: false, schema: Schema(.array(Schema(.enumeration(values)))))
        }
        return SpecDocument(
            service: Service(id: "s", title: "S", server: .init(url: "https://s.example.com")),
            versions: [APIVersion(id: "1", status: .current)],
            operations: operations.map { id in
                Operation(
                    id: id, title: id,
                    revisions: [Revision(versions: ["1"], method: "GET", path: "/\(id)", parameters: parameters)])
            },
            schemas: [
                NamedSchema(
                    name: "M",
                    properties: parameters.map {
                        .init(name: $0.name, isRequired: true, schema: $0.schema)
                    })
            ])
    }

    @Test("Rows that moved are no change")
    func moved() {
        let old = document()
        let new = document(operations: ["c", "a", "b"], parameters: ["z", "x", "y"], values: ["OFF", "ON"])
        #expect(KnownOrder(old).applied(to: new) == old)
        #expect(KnownOrder(old).applied(to: old) == old)
    }

    @Test("New parameters, members and values follow; new operations stand where the page has them")
    func new() {
        let new = document(
            operations: ["n", "c", "m", "a"], parameters: ["n", "z", "x"], values: ["WAIT", "OFF", "ON"])
        let ordered = KnownOrder(document()).applied(to: new)
        #expect(ordered.operations.map(\.id) == ["n", "a", "c", "m"])
        #expect(ordered.operations[1].revisions[0].parameters.map(\.name) == ["x", "z", "n"])
        #expect(ordered.schemas[0].properties.map(\.name) == ["x", "z", "n"])
        #expect(ordered.schemas[0].properties[0].schema.kind == .array(Schema(.enumeration(["ON", "OFF", "WAIT"]))))
    }

    @Test("A page that lost nothing but what was announced is not degraded")
    func announced() {
        var old = document()
        old.versions.append(APIVersion(id: "0", status: .deprecated))
        old.operations[0].revisions[0].versions.append("0")
        let place = SpecLocations(whole: .init(file: "p")).whole
        #expect(PageDegradation().findings(from: old, to: document(), at: place).isEmpty)
        old.versions[1].status = .supported
        #expect(PageDegradation().findings(from: old, to: document(), at: place).count == 1)
        old.versions[1].notBefore = CalendarDate("2026-01-31")
        let (before, after) = (CalendarDate("2026-01-30"), CalendarDate("2026-01-31"))
        #expect(PageDegradation().findings(from: old, to: document(), at: place, asOf: before).count == 1)
        #expect(PageDegradation().findings(from: old, to: document(), at: place, asOf: after).isEmpty)
    }
}
