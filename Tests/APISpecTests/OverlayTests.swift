import Diagnostics
import Testing

@testable import APISpec

@Suite("Overlays")
struct OverlayTests {
    private func apply(_ actions: String, to text: String = SpecSample.text) throws -> OverlayResult {
        let file = try SpecSample.read(text)
        let overlay = try OverlayReader().read(Array("overlay: 1\nactions:\n\(actions)".utf8), file: "o.yaml")
        return try overlay.apply(to: file.document, locations: file.locations)
    }

    private func problems(_ actions: String) -> [String] {
        do {
            return try apply(actions).findings.map(\.description)
        } catch let error as DiagnosticError {
            return error.diagnostics.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    private func revision(_ result: OverlayResult, _ version: String) throws -> Revision {
        try #require(result.document.operations.first?.revisions.first { $0.versions.contains(version) })
    }

    @Test("A confirmation takes the mark away and keeps the reason")
    func confirm() throws {
        let result = try apply(
            "  - {target: operations/listBeds/*/request, confirm: true, schema: Bed, reason: The example says so.}\n")
        let revision = try revision(result, "1.0")
        #expect(result.findings == [])
        #expect(revision.request?.recovered == [])
        #expect(revision.request?.confirmed == "The example says so.")
        #expect(revision.versions == ["1.1", "1.0"])
        let text = SpecWriter().write(result.document)
        #expect(text.contains("confirmed: The example says so."))
        #expect(try SpecSample.read(text).document == result.document)
    }

    @Test("An action for one version takes its entry apart; equal entries come together again")
    func oneVersion() throws {
        let split = try apply("  - {target: operations/listBeds/1.0/request, confirm: true, reason: Seen.}\n")
        #expect(split.document.operations[0].revisions.map(\.versions) == [["1.1"], ["1.0"]])
        let both = try apply(
            "  - {target: operations/listBeds/1.0/request, confirm: true, reason: Seen.}\n"
                + "  - {target: operations/listBeds/1.1/request, confirm: true, reason: Seen.}\n")
        #expect(both.document.operations[0].revisions.map(\.versions) == [["1.1", "1.0"]])
    }

    @Test("A confirmation of an operation confirms all below it")
    func confirmAll() throws {
        let result = try apply("  - {target: operations/listBeds, confirm: true, reason: Seen.}\n")
        #expect(try revision(result, "1.1").request?.confirmed == "Seen.")
    }

    @Test("An update of a type takes the place of the old type, and keeps the rest")
    func updateType() throws {
        let result = try apply(
            "  - {target: schemas/Bed/kind, update: {type: integer, description: A kind}, reason: x}\n")
        let property = try #require(result.document.schemas[0].properties.first { $0.name == "kind" })
        #expect(property.schema.kind == .integer(format: nil))
        #expect(property.schema.description == "A kind")
        #expect(property.schema.defaultValue == .string("RAISED"))
    }

    @Test("An update adds a property, a parameter, an answer and a request")
    func add() throws {
        let result = try apply(
            """
              - {target: schemas/Tag/key, update: {type: string, required: true}, reason: x}
              - {target: operations/listBeds/*/parameters/page, update: {in: query, type: integer}, reason: x}
              - {target: operations/listBeds/*/responses/409, update: {description: Conflict}, reason: x}
              - {target: operations/listBeds/1.0/request, remove: true, reason: x}
              - {target: operations/listBeds/1.0/request, update: {schema: Tag}, reason: x}

            """)
        #expect(result.findings == [])
        #expect(result.document.schemas[1].properties.map(\.name) == ["key"])
        #expect(result.document.schemas[1].isLost == false)
        let revision = try revision(result, "1.0")
        #expect(revision.parameters.map(\.name) == ["bed_id", "size", "page"])
        #expect(revision.responses.map(\.status) == [200, 404, 409])
        #expect(revision.request?.schema.kind == .reference("Tag"))
    }

    @Test("Removals")
    func remove() throws {
        let result = try apply(
            """
              - {target: schemas/Bed/paths, remove: true, reason: x}
              - {target: operations/listBeds/*/parameters/size, remove: true, reason: x}
              - {target: operations/listBeds/*/responses/404, remove: true, reason: x}
              - {target: operations/listBeds/1.0, remove: true, reason: x}
              - {target: versions/1.0, remove: true, reason: x}

            """)
        #expect(result.findings == [])
        #expect(result.document.schemas[0].properties.map(\.name) == ["name", "kind", "planted_at", "tags"])
        #expect(result.document.operations[0].revisions.map(\.versions) == [["1.1"]])
        #expect(result.document.operations[0].revisions[0].parameters.map(\.name) == ["bed_id"])
        #expect(result.document.versions.map(\.id) == ["1.1"])
    }

    @Test("Service, versions and titles can be updated")
    func others() throws {
        let result = try apply(
            """
              - {target: service, update: {title: Glasshouse}, reason: x}
              - {target: versions/1.0, update: {status: supported}, reason: x}
              - {target: operations/listBeds, update: {title: List All Beds}, reason: x}
              - {target: operations/listBeds/*, update: {description: All of them.}, reason: x}

            """)
        #expect(result.findings == [])
        #expect(result.document.service.title == "Glasshouse")
        #expect(result.document.versions[1].status == .supported)
        #expect(result.document.operations[0].title == "List All Beds")
        #expect(result.document.operations[0].revisions.map(\.description) == ["All of them."])
    }

    @Test("What an action does not find, finds done, or finds otherwise is a finding")
    func findings() {
        #expect(
            problems("  - {target: operations/listPots/*/request, confirm: true, reason: x}\n") == [
                "o.yaml:3:5: warning: nothing matches `operations/listPots/*/request` [overlay-no-match]"
            ])
        #expect(
            problems("  - {target: operations/listBed/*, confirm: true, reason: x}\n") == [
                "o.yaml:3:5: warning: nothing matches `operations/listBed/*`; did you mean `operations/listBeds/*`? "
                    + "[overlay-no-match]"
            ])
        #expect(
            problems("  - {target: operations/listBeds/*/responses/200, confirm: true, reason: x}\n") == [
                "o.yaml:3:5: warning: nothing at `operations/listBeds/*/responses/200` is recovered: the page says it by "
                    + "itself [overlay-redundant]"
            ])
        #expect(
            problems("  - {target: schemas/Bed/kind, update: {default: RAISED}, reason: x}\n") == [
                "o.yaml:3:5: warning: `schemas/Bed/kind` is so already [overlay-redundant]"
            ])
        #expect(
            problems("  - {target: operations/listBeds/*/request, confirm: true, schema: Pot, reason: x}\n") == [
                "o.yaml:3:5: warning: `operations/listBeds/*/request` confirms `Pot` and `Bed` was recovered "
                    + "[overlay-conflict]"
            ])
    }

    @Test("A correction of something that has left the page is a finding, not the end of the import")
    func vanished() {
        for action in [
            "{target: schemas/Bed/colour, update: {nullable: true}, reason: x}",
            "{target: operations/listBeds/*/parameters/page, update: {type: integer}, reason: x}",
            "{target: operations/listBeds/0.9/request, update: {required: false}, reason: x}",
        ] {
            let found = problems("  - \(action)\n")
            #expect(found.count == 1 && found.first?.hasSuffix("[overlay-no-match]") == true, "\(found)")
        }
    }

    @Test("An update for every version corrects the versions that have the part")
    func everyVersion() throws {
        let result = try apply(
            """
              - {target: operations/listBeds/1.0/request, remove: true, reason: x}
              - {target: operations/listBeds/*/request, update: {schema: Tag}, reason: x}

            """)
        #expect(try revision(result, "1.1").request?.schema.kind == .reference("Tag"))
        #expect(try revision(result, "1.0").request == nil)
    }

    @Test("Mistakes are told with their place")
    func mistakes() {
        #expect(
            problems("  - {target: schemas/Bed, confrim: true, reason: x}\n") == [
                "o.yaml:3:5: error: an action has one of `confirm: true`, `update: {…}` and `remove: true`",
                "o.yaml:3:27: error: an action has no key `confrim`; did you mean `confirm`?",
            ])
        #expect(
            problems("  - {target: schemas/Bed, remove: true}\n") == ["o.yaml:3:5: error: an action lacks `reason`"])
        #expect(
            problems("  - {target: ../etc, remove: true, reason: x}\n").first?.hasPrefix(
                "o.yaml:3:14: error: `../etc` is not a target; ") == true)
        #expect(
            problems("  - {target: schemas/Bed, confirm: true, schema: Bed, reason: x}\n") == [
                "o.yaml:3:50: error: `schema` goes with `confirm` of a request or a response"
            ])
        #expect(
            problems("  - {target: schemas/Bed/kind, update: {type: intger}, reason: x}\n") == [
                "o.yaml:3:5: error: `schemas/Bed/kind` cannot be updated: `intger` is not a type; did you mean `integer`? A "
                    + "schema of this document is named by `schema:`"
            ])
        #expect(
            problems("  - {target: schemas/Tag, remove: true, reason: x}\n") == [
                "o.yaml:3:5: error: with this action, there is no schema `Tag`; it can be `Bed` [missing-schema]"
            ])
    }

    @Test("Something else than an overlay is refused")
    func noOverlay() {
        for text in ["", "[]", "overlay: 2\n", "apidoc: 1\n", "overlay: 1\n", "overlay: 1\nactions: 3\n"] {
            #expect(throws: DiagnosticError.self) { try OverlayReader().read(Array(text.utf8), file: "o.yaml") }
        }
    }
}
