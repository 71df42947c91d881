import APIModel
import APISpec
import Testing

@Suite("Parts of a service")
struct SpecSelectionTests {
    private func operation(_ id: String, _ versions: [String], answers schema: String) -> APISpec.Operation {
        APISpec.Operation(
            id: id, title: id,
            revisions: [
                Revision(
                    versions: versions, method: "GET", path: "/\(id)",
                    responses: [Response(status: 200, schema: Schema(.reference(schema)))])
            ])
    }

    private var document: SpecDocument {
        func schema(_ name: String, holding other: String? = nil) -> NamedSchema {
            NamedSchema(
                name: name,
                properties: [
                    NamedSchema.Property(
                        name: "a", isRequired: true,
                        schema: other.map { Schema(.array(Schema(.reference($0)))) } ?? Schema(.boolean))
                ])
        }
        return SpecDocument(
            service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
            versions: [APIVersion(id: "1.1", status: .current), APIVersion(id: "1.0", status: .deprecated)],
            operations: [
                operation("listBeds", ["1.1", "1.0"], answers: "BedList"),
                operation("showTool", ["1.1"], answers: "Tool"), operation("oldCall", ["1.0"], answers: "Old"),
            ],
            schemas: [schema("BedList", holding: "Bed"), schema("Bed"), schema("Tool"), schema("Old"), schema("Spare")])
    }

    @Test("Without choices everything is kept, schemas that nothing uses among it")
    func everything() {
        let selected = SpecSelection().apply(to: document)
        #expect(selected.document == document)
        #expect(selected.omitted.isEmpty)
    }

    @Test("Operations by pattern, with all that they need")
    func operations() {
        let selected = SpecSelection(operations: NamePatterns(include: ["list*"])).apply(to: document)
        #expect(selected.document.operations.map(\.id) == ["listBeds"])
        #expect(selected.document.schemas.map(\.name) == ["BedList", "Bed"])
        #expect(selected.omitted.operations == ["showTool", "oldCall"])
        #expect(selected.omitted.schemas == ["Tool", "Old", "Spare"])
    }

    @Test("A version, and schemas beyond what its operations reach")
    func versions() {
        let selected = SpecSelection(versions: ["1.1"], schemas: NamePatterns(include: ["Sp*e"])).apply(to: document)
        #expect(selected.document.versions.map(\.id) == ["1.1"])
        #expect(selected.document.operations.map(\.id) == ["listBeds", "showTool"])
        #expect(selected.document.operations[0].revisions[0].versions == ["1.1"])
        #expect(selected.document.schemas.map(\.name) == ["BedList", "Bed", "Tool", "Spare"])
        #expect(selected.omitted.versions == ["1.0"])
        #expect(selected.omitted.operations == ["oldCall"])
    }

    @Test(
        "A star stands for any characters",
        arguments: [
            ("listBeds", "list*", true), ("listBeds", "*Beds", true), ("listBeds", "l*B*s", true),
            ("listBeds", "*", true),
            ("listBeds", "listBed", false), ("listBeds", "list*Tools", false), ("aba", "ab*ba", false),
            ("a", "a*a", false),
        ])
    func patterns(_ name: String, _ pattern: String, _ matches: Bool) {
        #expect(NamePatterns.matches(name, pattern) == matches)
    }

    @Test("What is excluded is left out of what is included")
    func exclusion() {
        let patterns = NamePatterns(include: ["list*"], exclude: ["*Tools"])
        #expect(patterns.admits("listBeds") && !patterns.admits("listTools") && !patterns.admits("showBed"))
    }
}
