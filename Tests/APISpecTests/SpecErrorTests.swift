import Diagnostics
import Testing

@testable import APISpec

@Suite("Mistakes in a hand-edited spec are told with their place")
struct SpecErrorTests {
    private func problems(_ old: String, _ new: String) -> [String] {
        let edited = SpecSample.text.replacing(old, with: new, maxReplacements: 1)
        guard edited != SpecSample.text else { return ["the sample does not contain \(old)"] }
        do {
            _ = try SpecSample.read(edited)
            return []
        } catch let error as DiagnosticError {
            return error.diagnostics.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("An unknown key, with the nearest word")
    func unknownKey() {
        #expect(
            problems("minLength", "minLenght") == [
                "bed.yaml:45:65: error: property `name` has no key `minLenght`; did you mean `minLength`?"
            ])
    }

    @Test("A duplicate key, with the line of the first")
    func duplicateKey() {
        let found = problems("  Tag:\n", "  Bed:\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("bed.yaml:50:3: error: ") == true)
        #expect(found.first?.contains("line 43") == true)
    }

    @Test("A misspelt type")
    func misspeltType() {
        #expect(
            problems("type: integer", "type: intger") == [
                "bed.yaml:31:43: error: `intger` is not a type; did you mean `integer`? A schema of this document is named by "
                    + "`schema:`"
            ])
    }

    @Test("A reference to a missing schema")
    func missingSchema() {
        #expect(
            problems("items: {schema: Tag}", "items: {schema: Tga}") == [
                "bed.yaml:49:7: error: there is no schema `Tga`; did you mean `Tag`? [missing-schema]"
            ])
    }

    @Test("A wrong indentation")
    func wrongIndentation() {
        let found = problems("    title: List Beds", "     title: List Beds")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("bed.yaml:24:") == true)
    }

    @Test("A version that is not listed")
    func missingVersion() {
        #expect(
            problems("versions: ['1.1', '1.0']", "versions: ['1.1', '0.9']") == [
                "bed.yaml:28:9: error: `versions` does not list version `0.9` [missing-version]"
            ])
    }

    @Test("A status that does not exist")
    func unknownStatus() {
        #expect(
            problems("status: deprecated", "status: depreciated") == [
                "bed.yaml:20:19: error: `depreciated` is no `status`; did you mean `deprecated`?"
            ])
    }

    @Test("A day that the calendar lacks")
    func unknownDay() {
        #expect(
            problems("2026-03-31", "2026-02-30") == [
                "bed.yaml:20:42: error: `notBefore` is a day of the calendar, written yyyy-mm-dd"
            ])
    }

    @Test("Two ways to tell a type")
    func twoTypes() {
        #expect(
            problems("{schema: Bed, required: true", "{schema: Bed, type: string, required: true") == [
                "bed.yaml:32:27: error: request has both `type` and `schema`; keep one of them"
            ])
    }

    @Test("A type that is missing")
    func noType() {
        #expect(
            problems("kind: {type: string, enum: [RAISED, FLAT], ", "kind: {") == [
                "bed.yaml:46:13: error: property `kind` lacks its type; it has `type`, `schema`, `anyOf` or `oneOf`"
            ])
    }

    @Test("A newer format")
    func newerFormat() {
        #expect(
            problems("apidoc: 1\n", "apidoc: 2\n") == [
                "bed.yaml:2:9: error: this spec is of format `2`; this version of apidoc reads format 1"
            ])
    }

    @Test("Something else than a spec")
    func noSpec() {
        #expect(throws: DiagnosticError.self) { try SpecSample.read("openapi: 3.1.0\n") }
        #expect(throws: DiagnosticError.self) { try SpecSample.read("- 1\n") }
        #expect(throws: DiagnosticError.self) { try SpecSample.read("") }
    }

    @Test("Several mistakes are told at once, in the order of the file")
    func several() {
        let edited = SpecSample.text.replacing("type: integer", with: "type: intger").replacing(
            "status: current", with: "status: x")
        do {
            _ = try SpecSample.read(edited)
            Issue.record("the spec was accepted")
        } catch let error as DiagnosticError {
            #expect(error.diagnostics.map { $0.location?.line } == [19, 31])
        } catch {
            Issue.record(error)
        }
    }
}
