import APISpec
import OpenAPIInterop
import Testing

struct SelectionTests {
    private func schema(_ name: String, refersTo names: String...) -> NamedSchema {
        NamedSchema(
            name: name,
            properties: names.map { .init(name: $0, isRequired: true, schema: Schema(.array(Schema(.reference($0))))) })
    }

    private func exported(_ revision: Revision, _ schemas: [NamedSchema]) throws -> [String] {
        // A document of one version says all.
        var document = Sample.document([revision], schemas: schemas)
        document.versions.append(APIVersion(id: "0.1", status: .deprecated))
        return try Sample.export(document).at("components", "schemas")?.names ?? []
    }

    private func answering(_ name: String, lost: Set<Revision.LostTable> = []) -> Revision {
        Sample.revision(responses: [Response(status: 200, schema: Schema(.reference(name)))], lost: lost)
    }

    @Test func whatTheVersionReachesAndWhatNoneDoes() throws {
        let schemas = [schema("C"), schema("Loop", refersTo: "Loop", "B"), schema("B"), schema("D", refersTo: "Loop")]
        #expect(try exported(answering("Loop"), schemas) == ["C", "Loop", "B", "D"], "nobody else has C and D")
    }

    @Test func whatNoVersionReachesStays() throws {
        let schemas = [schema("A"), schema("Plain", refersTo: "Part1Dot2"), schema("Part1Dot2"), schema("Old0Dot9")]
        #expect(
            try exported(answering("A", lost: [.parameters]), schemas) == ["A", "Plain", "Part1Dot2", "Old0Dot9"])
    }

    @Test func whatOnlyAnotherVersionReachesIsLeftOut() throws {
        var document = Sample.document(
            [answering("A", lost: [.parameters])], schemas: [schema("A"), schema("Other"), schema("Nobody")])
        document.versions.append(APIVersion(id: "0.1", status: .deprecated))
        var other = answering("Other")
        other.versions = ["0.1"]
        document.operations.append(Operation(id: "older", title: "Older", revisions: [other]))
        #expect(try Sample.export(document).at("components", "schemas")?.names == ["A", "Nobody"])
    }

    @Test func aDocumentOfOneVersionSaysAll() throws {
        let document = Sample.document([answering("A")], schemas: [schema("A"), schema("B")])
        #expect(try Sample.export(document).at("components", "schemas")?.names == ["A", "B"])
    }

    @Test func aLostSchemaMayReferToAnything() throws {
        let lost = NamedSchema(name: "A", isLost: true)
        #expect(try exported(answering("A"), [lost, schema("B")]) == ["A", "B"])
    }
}
