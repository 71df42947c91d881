import Diagnostics
import Testing

@testable import APISpec

@Suite("A spec is written and read back")
struct SpecRoundTripTests {
    @Test("The text of a document that was read is the text that was read")
    func textIsStable() throws {
        #expect(SpecWriter().write(try SpecSample.read().document) == SpecSample.text)
    }

    @Test("A document survives writing and reading")
    func documentIsStable() throws {
        let document = try SpecSample.read().document
        let again = try SpecSample.read(SpecWriter().write(document)).document
        #expect(again == document)
    }

    @Test("What the sample says arrives in the document")
    func content() throws {
        let document = try SpecSample.read().document
        let revision = try #require(document.operations.first?.revisions.first)
        #expect(document.versions.last?.notBefore == CalendarDate(year: 2026, month: 3, day: 31))
        #expect(revision.versions == ["1.1", "1.0"])
        #expect(revision.parameters.last?.schema.defaultValue == .number("20"))
        #expect(revision.request?.recovered == ["request-example"])
        #expect(revision.lost == [.parameters])
        #expect(revision.responses.map(\.schema?.kind) == [.reference("Bed"), nil])
        #expect(
            document.schemas.first?.properties[2].schema.kind
                == .union([Schema(.array(Schema(.string(format: nil)))), Schema(.string(format: nil))]))
    }

    @Test("Texts that look like something else stay texts")
    func trickyTexts() throws {
        for text in ["yes", "1.0", "~", "09:00:00", "2026-03-31", "", " x ", "a: b", "- c", "\u{1F331}", "l1\nl2", "#"]
        {
            var document = try SpecSample.read().document
            document.schemas[0].description = text
            document.schemas[0].properties[0].schema.example = .string(text)
            document.schemas[0].properties[1].schema.kind = .enumeration([text, "B"])
            let again = try SpecSample.read(SpecWriter().write(document)).document
            #expect(again == document)
        }
    }

    @Test(
        "Places of parts are known",
        arguments: [
            (["operations", "listBeds", "1.0", "parameters", "size"], 31),
            (["schemas", "Bed", "paths"], 47),
            (["operations", "listBeds", "1.1", "example", "response"], 41),
        ])
    func places(steps: [String], line: Int) throws {
        #expect(try SpecSample.read().locations[SpecPath(steps)].line == line)
    }
}
