import Diagnostics
import Testing

@testable import APISpec

@Suite("Resources in specs and overlays")
struct ResourceTests {
    private func apply(_ actions: String) throws -> OverlayResult {
        let file = try SpecSample.read()
        let overlay = try OverlayReader().read(Array("overlay: 1\nactions:\n\(actions)".utf8), file: "o.yaml")
        return try overlay.apply(to: file.document, locations: file.locations)
    }

    private func problems(_ old: String, _ new: String) -> [String] {
        do {
            _ = try SpecSample.read(SpecSample.text.replacing(old, with: new))
            return []
        } catch let error as DiagnosticError {
            return error.diagnostics.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("Evidence and statements are told apart")
    func marks() throws {
        let resource = try #require(try SpecSample.read().document.resources.first)
        #expect(resource.identifier == Resource.Mark("name"))
        #expect(resource.state == Resource.Mark("kind", inferred: ["property-name", "enumeration"]))
        #expect(resource.inferred == ["method-and-path"])
        #expect(resource.roles.map(\.role) == ["list", "show", "updates"])
    }

    @Test("An overlay states another state, takes one out, removes and adds resources")
    func overlay() throws {
        let stated = try apply("  - {target: resources/bed, update: {state: name}, reason: Seen.}\n")
        #expect(stated.document.resources[0].state == Resource.Mark("name"))
        #expect(stated.document.resources[0].inferred == ["method-and-path"])
        let none = try apply("  - {target: resources/bed, update: {state: null}, reason: Seen.}\n")
        #expect(none.document.resources[0].state == nil)
        let removed = try apply("  - {target: resources/bed, remove: true, reason: Seen.}\n")
        #expect(removed.document.resources == [])
        let added = try apply(
            "  - {target: resources/pot, update: {collection: /v1/pots, list: listBeds}, reason: Seen.}\n")
        #expect(added.document.resources.map(\.name) == ["bed", "pot"])
        let confirmed = try apply("  - {target: resources/bed, confirm: true, reason: Seen.}\n")
        #expect(confirmed.document.resources[0].state == Resource.Mark("kind"))
        #expect(confirmed.document.resources[0].inferred == [])
    }

    @Test("An action on a resource that is gone is a finding; a mistake in one is an error at the action")
    func overlayMistakes() throws {
        #expect(
            try apply("  - {target: resources/pot, update: {state: name}, reason: Seen.}\n").findings.map(\.rule)
                == ["overlay-no-match"])
        do {
            _ = try apply("  - {target: resources/bed, update: {state: colour}, reason: Seen.}\n")
            Issue.record("no error")
        } catch let error as DiagnosticError {
            #expect(
                error.diagnostics.map(\.description) == [
                    "o.yaml:3:5: error: with this action, no answer of `listBeds` has a property `colour` "
                        + "[missing-resource-property]"
                ])
        }
    }

    @Test("Actions on resources can be applied apart from the others")
    func parts() throws {
        let overlay = try OverlayReader().read(
            Array(
                """
                overlay: 1
                actions:
                  - {target: resources/bed, remove: true, reason: Seen.}
                  - {target: schemas/Tag, remove: true, reason: Seen.}

                """.utf8), file: "o.yaml")
        #expect(overlay.onResources.actions.map(\.target.description) == ["resources/bed"])
        #expect(overlay.onDocumentation.actions.map(\.target.description) == ["schemas/Tag"])
    }

    @Test(
        "What is wrong in a resource is told at its place",
        arguments: [
            (
                "list: listBeds", "list: listBed",
                "bed.yaml:56:11: error: there is no operation `listBed`; did you mean `listBeds`? [missing-operation]"
            ),
            (
                "member: /v1/beds/{bed_id}", "member: /v2/beds/{bed_id}",
                "bed.yaml:55:13: error: `/v2/beds/{bed_id}` is not a member of `/v1/beds`; write it as `/v1/beds/{name}` "
                    + "[invalid-path]"
            ),
            (
                "identifier: name", "identifier: nome",
                "bed.yaml:60:17: error: no answer of `listBeds` has a property `nome` [missing-resource-property]"
            ),
            (
                "state: {property: kind, inferred", "state: {propertee: kind, inferred",
                "bed.yaml:61:13: error: `state` has no key `propertee`; did you mean `property`?"
            ),
            (
                "    collection: /v1/beds\n", "",
                "bed.yaml:54:5: error: resource `bed` lacks `collection`"
            ),
        ])
    func mistakes(old: String, new: String, message: String) {
        #expect(problems(old, new).contains(message), "\(problems(old, new))")
    }
}

@Suite("Sources of a spec")
struct SourceTests {
    @Test("What a site said of a page's age is kept")
    func validators() throws {
        var document = try SpecSample.read().document
        document.sources.append(
            Source(
                page: "https://docs.example.com/x/", sha256: String(repeating: "0", count: 64), etag: "W/\"5: f\"",
                lastModified: "Tue, 24 Nov 2026 09:00:00 GMT"))
        #expect(try SpecSample.read(SpecWriter().write(document)).document == document)
    }
}
