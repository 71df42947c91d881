import Diagnostics
import Testing

@testable import APISpec

@Suite("Overlays: corrections, places and hostile input")
struct OverlayEdgeTests {
    private func apply(_ actions: String, to text: String = SpecSample.withoutResources) throws -> OverlayResult {
        let file = try SpecSample.read(text)
        return try read(actions).apply(to: file.document, locations: file.locations)
    }

    private func read(_ actions: String) throws -> Overlay {
        try OverlayReader().read(Array("overlay: 1\nactions:\n\(actions)".utf8), file: "o.yaml")
    }

    private func problems(_ work: () throws -> Void) -> [String] {
        do {
            try work()
            return []
        } catch let error as DiagnosticError {
            return error.diagnostics.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("A correction of the type takes the mark away and keeps the reason")
    func correctionIsConfirmed() throws {
        let result = try apply("  - {target: operations/listBeds/*/request, update: {schema: Tag}, reason: Seen.}\n")
        let request = try #require(result.document.operations[0].revisions[0].request)
        #expect(request.recovered == [])
        #expect(request.confirmed == "Seen.")
        #expect(request.isRequired)
    }

    @Test("A correction of something else leaves the type recovered")
    func partialCorrection() throws {
        let result = try apply(
            "  - {target: operations/listBeds/*/request, update: {required: false}, reason: Seen.}\n")
        let request = try #require(result.document.operations[0].revisions[0].request)
        #expect(request.recovered == ["request-example"])
        #expect(request.confirmed == nil)
        #expect(!request.isRequired)
    }

    @Test("null takes a key out")
    func null() throws {
        let result = try apply(
            """
              - {target: schemas/Bed/name, update: {pattern: null, maxLength: null, description: null}, reason: x}
              - {target: schemas/Bed/kind, update: {default: null}, reason: x}
              - {target: versions/1.0, update: {notBefore: ~}, reason: x}

            """)
        let properties = result.document.schemas[0].properties
        #expect(properties[0].schema.pattern == nil)
        #expect(properties[0].schema.maxLength == nil)
        #expect(properties[0].schema.minLength == 1)
        #expect(properties[0].schema.description == nil)
        #expect(properties[1].schema.defaultValue == nil)
        #expect(result.document.versions[1].notBefore == nil)
        #expect(result.findings == [])
    }

    @Test("The error of a broken result stands at the action that broke it")
    func culprit() {
        #expect(
            problems {
                _ = try apply(
                    """
                      - {target: service, update: {title: Glasshouse}, reason: x}
                      - {target: schemas/Tag, remove: true, reason: x}
                      - {target: schemas/Bed/name, update: {description: Name}, reason: x}

                    """)
            } == ["o.yaml:4:5: error: with this action, there is no schema `Tag`; it can be `Bed` [missing-schema]"])
    }

    @Test("A result that is broken on the way and whole at the end is accepted")
    func brokenOnTheWay() throws {
        let result = try apply(
            """
              - {target: schemas/Tag, remove: true, reason: x}
              - {target: schemas/Bed/tags, remove: true, reason: x}

            """)
        #expect(result.document.schemas.map(\.name) == ["Bed"])
    }

    @Test("An operation without a version is gone; what is left can be written and read")
    func lastRevision() throws {
        let result = try apply("  - {target: operations/listBeds/*, remove: true, reason: x}\n")
        #expect(result.document.operations == [])
        #expect(try SpecSample.read(SpecWriter().write(result.document)).document == result.document)
    }

    @Test("Properties of a lost schema make it known")
    func lostSchema() throws {
        let result = try apply(
            "  - {target: schemas/Tag, update: {properties: {key: {type: string}}}, reason: x}\n")
        #expect(result.document.schemas[1].properties.map(\.name) == ["key"])
        #expect(!result.document.schemas[1].isLost)
    }

    @Test(
        "Keys that a target does not have are told when the overlay is read",
        arguments: [
            (
                "schemas/Bed/name, update: {minLenght: 2}",
                "41: error: the update of a property has no key `minLenght`; did you mean `minLength`?"
            ),
            (
                "operations/listBeds/*/request, update: {recovered: []}",
                "54: error: the update of a request has no key `recovered`; "
                    + "see the documentation for the words that exist"
            ),
            (
                "operations/listBeds/*/responses/200, update: {required: true}",
                "60: error: the update of a response has no key `required`; "
                    + "see the documentation for the words that exist"
            ),
            (
                "operations/listBeds, update: {titel: x}",
                "44: error: the update of an operation has no key `titel`; did you mean `title`?"
            ),
            ("schemas/Bed/name, update: {}", "40: error: `update` has no keys"),
            (
                "schemas/Bed/name, confirm: true",
                "14: error: a property has no mark of its own; confirm `schemas/Bed` as a whole"
            ),
            ("service, confirm: true", "14: error: nothing of `service` is ever recovered"),
            ("versions/1.0, confirm: true", "14: error: nothing of `versions/1.0` is ever recovered"),
            ("service, remove: true", "14: error: `service` can only be updated"),
        ])
    func misplaced(action: String, message: String) {
        let found = problems { _ = try read("  - {target: \(action), reason: x}\n") }
        #expect(found == ["o.yaml:3:\(message)"])
    }

    @Test(
        "Targets that are none",
        arguments: [
            "..", "schemas/..", "schemas//x", "/schemas/Bed", "operations/listBeds/*/responses/abc",
            "operations/listBeds/*/responses/0200", "operations/listBeds/*/responses/99", "operations", "schemas",
            "versions",
            "operations/listBeds/*/parameters", "operations/listBeds/*/examples", "service/title", "thing/x",
        ])
    func noTarget(target: String) {
        let found = problems { _ = try read("  - {target: '\(target)', remove: true, reason: x}\n") }
        #expect(found.first?.hasPrefix("o.yaml:3:14: error: `\(target)` is not a target; ") == true, "\(found)")
    }

    @Test("A reason has words")
    func blankReason() {
        #expect(
            problems { _ = try read("  - {target: schemas/Bed, remove: true, reason: ' '}\n") } == [
                "o.yaml:3:49: error: `reason` is empty"
            ])
        #expect(
            problems { _ = try read("  - {target: '', remove: true, reason: x}\n") } == [
                "o.yaml:3:14: error: `target` is empty"
            ])
    }

    @Test("Two verbs, none, and false")
    func verbs() {
        let expected = "o.yaml:3:5: error: an action has one of `confirm: true`, `update: {…}` and `remove: true`"
        #expect(
            problems { _ = try read("  - {target: schemas/Bed, remove: true, confirm: true, reason: x}\n") } == [
                expected
            ])
        #expect(problems { _ = try read("  - {target: schemas/Bed, reason: x}\n") } == [expected])
        #expect(
            problems { _ = try read("  - {target: schemas/Bed, remove: false, reason: x}\n") } == [
                "o.yaml:3:35: error: `remove` is `true` or left out"
            ])
    }

    @Test("A deep value is an error at its action")
    func deepValue() {
        let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        #expect(
            problems {
                _ = try apply(
                    """
                      - {target: service, update: {title: Glasshouse}, reason: x}
                      - {target: operations/listBeds/*, update: {example: {response: \(deep)}}, reason: x}

                    """)
            }.allSatisfy { $0.hasPrefix("o.yaml:4:") })
    }

    @Test("A bomb of aliases is refused")
    func bomb() {
        var text = "overlay: 1\nactions:\n  - target: schemas/Bed/name\n    reason: x\n    update:\n      default:\n"
        text += "        a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefghi", "abcdefgh") {
            let aliases = Array(repeating: "*\(before)", count: 10).joined(separator: ", ")
            text += "        \(name): &\(name) [\(aliases)]\n"
        }
        #expect(throws: DiagnosticError.self) { try OverlayReader().read(Array(text.utf8), file: "o.yaml") }
    }

    @Test(
        "Texts of an overlay stay texts in the spec",
        arguments: [
            "\u{85}", "a\u{2028}b", "*/", "\\(x)", "\"\"\"", "{{{x}}}", "::error::", "\u{202E}", "' # '", "l1\nl2\n",
            "null",
        ])
    func hostileText(text: String) throws {
        let value = text.unicodeScalars.map {
            "\\U" + String(repeating: "0", count: 8 - String($0.value, radix: 16).count)
                + String($0.value, radix: 16)
        }.joined()
        let result = try apply(
            """
              - {target: schemas/Bed/name, update: {description: "x\(value)"}, reason: "y\(value)"}
              - {target: operations/listBeds/*/request, confirm: true, reason: "y\(value)"}

            """)
        #expect(result.document.schemas[0].properties[0].schema.description == "x" + text)
        #expect(result.document.operations[0].revisions[0].request?.confirmed == "y" + text)
        #expect(try SpecSample.read(SpecWriter().write(result.document)).document == result.document)
    }

    @Test("A second application changes nothing")
    func idempotent() throws {
        let file = try SpecSample.read(SpecSample.withoutResources)
        let overlay = try read(
            """
              - {target: operations/listBeds/1.0/request, confirm: true, schema: Bed, reason: Seen.}
              - {target: operations/listBeds/1.1/request, update: {schema: Tag}, reason: Seen.}
              - {target: operations/listBeds/*/responses/409, update: {description: Conflict}, reason: x}
              - {target: operations/listBeds/1.1/parameters/size, remove: true, reason: x}
              - {target: schemas/Bed/paths, update: {type: string, enum: [A, B]}, reason: x}
              - {target: schemas/Bed/kind, remove: true, reason: x}

            """)
        let once = try overlay.apply(to: file.document, locations: file.locations)
        let twice = try overlay.apply(to: once.document, locations: file.locations)
        #expect(once.document != file.document)
        #expect(twice.document == once.document)
    }

    @Test("An overlay without actions changes nothing")
    func empty() throws {
        let file = try SpecSample.read(SpecSample.withoutResources)
        let overlay = try OverlayReader().read(Array("overlay: 1\nactions: []\n".utf8), file: "o.yaml")
        let result = try overlay.apply(to: file.document, locations: file.locations)
        #expect(result.document == file.document)
        #expect(result.findings == [])
    }
}
