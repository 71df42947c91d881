import APIModel
import APISpec
import Diagnostics
import Testing

@testable import SwiftRendering

@Suite("Names that were given once are kept")
struct NameRecordTests {
    private func document(schemas: [String], operations: [String] = ["showBed"]) -> SpecDocument {
        SpecDocument(
            service: Service(id: "dc", title: "DC", server: .init(url: "https://dc.example.com")),
            versions: [APIVersion(id: "1.1", status: .current), APIVersion(id: "1.0", status: .deprecated)],
            operations: operations.enumerated().map { index, id in
                APISpec.Operation(
                    id: id, title: id,
                    revisions: [
                        Revision(
                            versions: ["1.1", "1.0"], method: "GET", path: "/v1/\(index)",
                            parameters: [
                                Parameter(
                                    name: "bed_id", location: .query, isRequired: true,
                                    schema: Schema(.string(format: nil)))
                            ],
                            responses: [Response(status: 200, schema: Schema(.reference(schemas[0])))])
                    ])
            },
            schemas: schemas.map { name in
                NamedSchema(
                    name: name,
                    properties: [.init(name: "bed_name", isRequired: true, schema: Schema(.enumeration(["ON", "on"])))])
            })
    }

    private func render(_ document: SpecDocument, keeping record: NameRecord = NameRecord()) throws -> RenderedService {
        try SwiftRenderer(templates: RenderingSample.templates)
            .render(document, specFile: "dc.yaml", keeping: record)
    }

    private func reread(_ record: NameRecord) throws -> NameRecord {
        try NameRecord(reading: Array(record.text(specFile: "dc.yaml").utf8), file: "dc.names.yaml")
    }

    private func source(_ service: RenderedService) -> String { service.module.files.map(\.text).joined() }

    @Test("Rendering again with the names of the first time gives the same bytes and the same names")
    func idempotent() throws {
        let document = document(schemas: ["a_b", "aB", "AB"], operations: ["show-bed", "showBed"])
        let first = try render(document)
        let record = try reread(first.names)
        let second = try render(document, keeping: record)
        #expect(second.module == first.module)
        #expect(second.tests == first.tests)
        #expect(second.names == first.names)
        #expect(record.scopes.count == first.names.scopes.count)
    }

    @Test("A new schema that comes first does not take an old one's name")
    func newSchema() throws {
        let old = try render(document(schemas: ["BedRoom"]))
        let new = try render(document(schemas: ["bed_room", "BedRoom"]), keeping: old.names)
        #expect(old.names.name(of: "BedRoom", in: ["types", "shared"]) == "BedRoom")
        #expect(new.names.name(of: "BedRoom", in: ["types", "shared"]) == "BedRoom")
        #expect(new.names.name(of: "bed_room", in: ["types", "shared"]) == "BedRoom2")
        // Without the record the new one would have taken it.
        let forgetful = try render(document(schemas: ["bed_room", "BedRoom"]))
        #expect(forgetful.names.name(of: "bed_room", in: ["types", "shared"]) == "BedRoom")
    }

    @Test("A new operation that comes first does not take an old one's name")
    func newOperation() throws {
        let old = try render(document(schemas: ["Bed"], operations: ["show_bed"]))
        let new = try render(document(schemas: ["Bed"], operations: ["showBed", "show_bed"]), keeping: old.names)
        #expect(new.names.name(of: "show_bed", in: ["operations"]) == "showBed")
        #expect(new.names.name(of: "showBed", in: ["operations"]) == "showBed2")
    }

    @Test("A name that a person changed is used everywhere")
    func chosen() throws {
        let document = document(schemas: ["Bed"])
        var text = try render(document).names.text(specFile: "dc.yaml")
        text = text.replacing("bed_name: bedName", with: "bed_name: label")
            .replacing("showBed: showBed", with: "showBed: bed").replacing("bed_id: bedID", with: "bed_id: number")
            .replacing("'ON': 'on'", with: "'ON': isOn")
        let record = try NameRecord(reading: Array(text.utf8), file: "dc.names.yaml")
        let source = source(try render(document, keeping: record))
        #expect(source.contains("public var label: "))
        #expect(source.contains("label = try fields.required(\"bed_name\")"))
        #expect(source.contains("public func bed(number: String)"))
        #expect(source.contains("public static let isOn = Self(rawValue: \"ON\")"))
    }

    @Test("A name that Swift cannot have, or that hides what generated code uses, is not kept")
    func reserved() throws {
        var record = NameRecord()
        record.add("self", for: "bed_name", in: ["members", "Bed"])
        let service = try render(document(schemas: ["Bed"]), keeping: record)
        #expect(service.names.name(of: "bed_name", in: ["members", "Bed"]) == "bedName")
        let finding = try #require(service.findings.first { $0.rule == "name-not-kept" })
        #expect(
            finding.message
                == "`Bed.bed_name` was called `self`, which is reserved or taken here; it is called `bedName` now")
    }

    @Test(
        "What is wrong with a file of names is told at its place",
        arguments: [
            ("names: 2\n", "n.yaml:1:1: error: a file of names begins with `names: 1`"),
            (
                "names: 1\nmembres: {}\n",
                "n.yaml:2:1: error: a file of names has no key `membres`; it has `operations`, `pages`, "
                    + "`headerTypes`, `environments`, `regionTypes`, `addresses`, `types`, `members`, `values`, "
                    + "`alternatives`, `parameters`, `headers`, `regions`, `variables`"
            ),
            (
                "names: 1\noperations:\n  a: 'x y'\n",
                "n.yaml:3:6: error: this is not a name in Swift; write ASCII letters, digits and underscores, a letter first"
            ),
            (
                "names: 1\noperations: {a: x, b: x}\n",
                "n.yaml:2:23: error: `a` is called `x` already; choose another name"
            ),
            (
                "names: 1\nmembers: {Bed: 3}\n",
                "n.yaml:2:16: error: `members/Bed` is a mapping of names to names in Swift"
            ),
        ])
    func mistakes(text: String, message: String) throws {
        do {
            _ = try NameRecord(reading: Array(text.utf8), file: "n.yaml")
            Issue.record("no error")
        } catch let error as DiagnosticError {
            #expect(error.diagnostics.map(\.description) == [message])
        }
    }

    @Test(
        "Hostile names of the documentation survive the file",
        arguments: ["a: b", "'", "\u{2028}", "#", "null", "{", ""])
    func hostile(name: String) throws {
        var record = NameRecord()
        record.add("x", for: name, in: ["members", name])
        #expect(try reread(record) == record)
    }
}
