import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Two documents of one version each")
struct ComparingVersionsTests {
    private func recognised(
        _ service: VersionedService, _ edit: (String, String) -> String = { text, _ in text }
    ) throws -> (old: SpecDocument, new: SpecDocument, findings: [Diagnostic])? {
        let both = try ["1.0", "2.0"].map { version in
            let read = try OpenAPIImporter().read(
                Array(edit(service.text(version), version).utf8), file: "\(version).yaml")
            return VersionedDocument(id: version, document: read.document, locations: read.locations)
        }
        return OpenAPIImporter().recognisingVersions(between: both[0], and: both[1])
    }

    @Test("What selects the version is not a difference", arguments: VersionedService.Way.allCases)
    func selector(_ way: VersionedService.Way) throws {
        let found = try #require(try recognised(VersionedService(way: way)))
        #expect(found.old.operations.map(\.id) == found.new.operations.map(\.id))
        #expect(found.old.operations.flatMap(\.revisions).map(\.path) == ["/berths", "/berths"])
        #expect(found.old.service == found.new.service)
        #expect(found.findings.map(\.rule) == ["version-selector-found"])
    }

    @Test("Another value of a parameter that is not a name of the version is a change")
    func parameters() throws {
        #expect(
            try recognised(VersionedService(way: .query)) { text, version in
                text.replacing("enum: ['\(version)']", with: "enum: ['\(version == "1.0" ? "json" : "xml")']")
                    .replacing("api-version", with: "form")
            } == nil)
    }
}

extension ComparingVersionsTests {
    @Test("What the service keeps lies below the same path")
    func resources() throws {
        let both = try ["1.0", "2.0"].map { version in
            var document = try VersionedService(way: .path).document(version)
            let path = "/v\(version.prefix(1))/berths"
            document.document.resources = [Resource(name: "berth", collection: path, member: "\(path)/{id}")]
            return document
        }
        let found = try #require(OpenAPIImporter().recognisingVersions(between: both[0], and: both[1]))
        #expect(found.old.resources == found.new.resources)
        #expect(found.new.resources.map(\.member) == ["/berths/{id}"])
    }

    @Test("Documents of one version, or that say already what selects it, are as they are")
    func others() throws {
        let one = try VersionedService(way: .path).document("1.0")
        #expect(OpenAPIImporter().recognisingVersions(between: one, and: one) == nil)
        var known = try VersionedService(way: .path).document("2.0")
        known.document.service.selector = VersionSelector(.none)
        #expect(OpenAPIImporter().recognisingVersions(between: one, and: known) == nil)
    }
}
