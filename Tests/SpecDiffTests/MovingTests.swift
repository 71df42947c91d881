import APISpec
import Diagnostics
import Foundation
import SpecDiff
import Testing

@Suite("Moving between versions")
struct MovingTests {
    @Test("What each step costs")
    func costs() throws {
        let steps = try MoveCost.steps(of: Specs.read("backup.yaml"))
        #expect(steps.map { "\($0.from) → \($0.to)" } == ["1.1 → 1.2", "1.0 → 1.1"])
        #expect(steps[0].wire == [.breaking: 1, .info: 14])
        #expect(steps[0].source == [.breaking: 2, .info: 6])
        #expect(steps[0].addedOperations == ["listFilesystemPath"] && steps[0].removedOperations == [])
        #expect(steps[1].wire == [.info: 6] && steps[1].source == [:])
        #expect(steps[1].addedOperations == [] && steps[1].removedOperations == [])
    }

    @Test("A spec with one version has no steps")
    func noSteps() throws {
        var document = LibrarySample.document
        document.versions.removeLast()
        #expect(try MoveCost.steps(of: Specs.file(document)) == [])
    }

    /// Names as Swift might have them.
    private struct Naming: SwiftNaming {
        func namespace(version: String) -> String { "Backup.V\(version.replacing(".", with: "_"))" }
        func method(operation: String, version: String) -> String { operation }
        func argument(
            parameter: String, in location: Parameter.Location, operation: String, version: String
        ) -> String {
            camel(parameter)
        }
        func type(schema: String, version: String) -> String { VersionedName(schema).base }
        func member(property: String, schema: String, version: String) -> String { camel(property) }
        func type(of schema: Schema, named name: String, version: String) -> String {
            if case .enumeration = schema.kind { return camel("_" + name) }
            return DocumentationNaming().type(of: schema, named: name, version: version).capitalized
        }
        private func camel(_ name: String) -> String {
            let words = name.split(separator: "_", omittingEmptySubsequences: false)
            return (words.first.map(String.init) ?? "") + words.dropFirst().map(\.capitalized).joined()
        }
    }

    @Test("The guide from one version of Backup to another")
    func guide() throws {
        let guide = MigrationGuide(try Specs.read("backup.yaml"), from: "1.0", to: "1.2", naming: Naming())
        try Snapshot.expect(guide.text(), "guide.md")
    }

    @Test("The guide backwards, in the names of the documentation")
    func guideBackwards() throws {
        let guide = MigrationGuide(try Specs.read("backup.yaml"), from: "1.2", to: "1.1")
        try Snapshot.expect(guide.text(), "guide-backwards.md")
    }

    @Test("Versions that say the same")
    func nothing() throws {
        let text = try MigrationGuide(Specs.file(LibrarySample.document), from: "1.1", to: "1.2").text()
        #expect(
            text == """
                # Moving from 1.1 to 1.2

                What changes for code that calls Library.

                Make the client of `version 1.2` in place of the one of `version 1.1`. No operation asks for more \
                than that.

                """)
    }

    @Test("A version that is not there")
    func missing() throws {
        #expect(throws: DiagnosticError.self) {
            try MigrationGuide(Specs.file(LibrarySample.document), from: "9", to: "1.2").text()
        }
    }
}
