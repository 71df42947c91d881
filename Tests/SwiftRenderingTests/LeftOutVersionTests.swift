import APISpec
import Testing

@testable import SwiftRendering

@Suite("Versions that are left out, and ids that say what they are")
struct LeftOutVersionTests {
    private func render(_ version: String, leftOut: [String] = []) throws -> String {
        let revision = Revision(
            versions: [version], method: "GET", path: "/buoys",
            responses: [Response(status: 204, description: "None.")])
        let document = SpecDocument(
            service: Service(id: "buoy", title: "Buoy", server: .init(url: "https://buoy.example.com")),
            versions: [APIVersion(id: version, status: .deprecated)],
            operations: [APISpec.Operation(id: "listBuoys", title: "List Buoys", revisions: [revision])], schemas: [])
        var options = RenderingOptions()
        options.leftOutVersions = leftOut
        let service = try SwiftRenderer(templates: RenderingSample.templates, options: options)
            .render(document, specFile: "buoy.yaml")
        return (service.module.files + service.tests.files).map(\.text).joined()
    }

    @Test("Two that have one name are one type, which tells of both; what is generated keeps its name")
    func oneName() throws {
        let text = try render("2.0", leftOut: ["1", "v1", "2-0", "3"])
        #expect(text.ranges(of: "enum V1 {").count == 1)
        #expect(text.contains("leaves out version 1 and version v1\""))
        #expect(text.ranges(of: "struct V2_0: ServiceClient {").count == 1)
        #expect(text.ranges(of: "enum V3 {").count == 1)
    }

    @Test("No sentence says it twice")
    func words() throws {
        let text = try render("Version 39.1", leftOut: ["Version 38"])
        #expect(text.lowercased().ranges(of: "version version").isEmpty)
        #expect(text.contains("/// Version 39.1 of Buoy: "))
        #expect(text.contains("leaves out Version 38\""))
        #expect(try render("1.2").contains("/// Version 1.2 of Buoy: "))
        #expect(VersionWords.title("version 2") == "Version 2")
    }
}
