import APIModel
import APISpec
import Testing

@testable import SwiftRendering

/// Versions in names and in sentences.
@Suite struct VersionNameTests {
    private func text(versions: [String], leftOut: [String]) throws -> String {
        var document = SpecDocument(
            service: Service(id: "locks", title: "Locks", server: .init(url: "https://locks.example")),
            versions: versions.map { APIVersion(id: $0, status: .current) })
        document.operations = [
            Operation(
                id: "listLocks", title: "List",
                revisions: [
                    Revision(
                        versions: versions, method: "GET", path: "/locks",
                        responses: [Response(status: 204)])
                ])
        ]
        var options = RenderingOptions()
        options.leftOutVersions = leftOut
        let service = try SwiftRenderer(templates: RenderingSample.templates, options: options)
            .render(document, specFile: "locks.yaml")
        return service.module.files.map(\.text).joined()
    }

    @Test func versionsOfOneNameAreLeftOutTogether() throws {
        let text = try text(versions: ["2"], leftOut: ["1.0", "1-0", "0.9", "v2"])
        #expect(text.ranges(of: "enum V1_0 {").count == 1)
        #expect(text.contains("leaves out versions 1.0 and 1-0\""))
        #expect(text.contains("leaves out version 0.9\""))
        #expect(text.ranges(of: "enum V2 {").count == 1, "the name is taken")
    }

    @Test func theWordStandsOnce() throws {
        let text = try text(versions: ["Version 2", "version"], leftOut: ["Version 1"])
        #expect(!text.lowercased().contains("version version 2"))
        #expect(text.contains("/// Version 2. The current version."))
        #expect(text.contains("of version 2"))
        #expect(text.contains("leaves out version 1\""))
        #expect(text.contains("/// Version version. The current version."), "an id of the word alone stays")
        #expect(text.contains("version: \"Version 2\""), "what is sent stays")
    }
}
