import Diagnostics
import Testing

@testable import APISpec

@Suite("What selects a version, in the spec")
struct VersionSelectorTests {
    private func spec(_ selector: String, service: String = "", versions: String = "'1': {status: current}") -> String {
        """
        apidoc: 1
        service:
          id: quay
          title: Quay
          server: {url: 'https://quay.example'}
        \(service)  selector: \(selector)
        versions:
          \(versions)
        operations:
          list:
            title: List
            method: GET
            path: /berths
            revisions:
              - versions: ['1']
                parameters:
                  - {name: api-version, in: query, type: string, required: true, enum: ['1']}
                responses: {'204': {description: OK}}

        """
    }

    private func read(_ text: String) throws -> SpecDocument {
        try SpecReader().read(Array(text.utf8), file: "spec.yaml").document
    }

    @Test("A spec without it is read as before: the header of every request tells")
    func old() throws {
        let document = try read(SpecSample.text)
        #expect(document.service.selector == nil)
        #expect(
            document.service.versionSelector
                == VersionSelector(
                    .header, name: "Scp-Api-Version", pattern: "greenhouse {version}", isRequired: false))
        #expect(document.withoutSelector == document)
    }

    @Test("What it says is written again")
    func roundTrip() throws {
        let document = try read(
            spec(
                "{by: query, name: api-version, pattern: 'v{version}', omittedBy: [list], required: false, accepted: ['0.9'], confidence: high, recovered: "
                    + "[varies-with-version], confirmed: Seen.}", versions: "'1': {status: current, selected: '1.0'}"))
        #expect(document.service.selector?.omittedBy == ["list"])
        #expect(document.service.selector?.isRequired == false)
        #expect(document.service.selector?.accepted == ["0.9"])
        #expect(document.versions[0].selectorValue == "1.0")
        #expect(try read(SpecWriter().write(document)) == document)
    }

    @Test(
        "What cannot be is refused with its place",
        arguments: [
            ("{by: cookie}", "`cookie` is no `by`"), ("{by: query}", "lacks `name`"),
            ("{by: path, name: x, pattern: '/v{version}'}", "has no `name`"),
            ("{by: header, name: X, pattern: v1}", "0 times"),
            ("{by: path, pattern: 'v{version}/'}", "begins with `/`"),
            ("{by: header, name: X, nam: Y}", "nam"),
            ("{by: path, pattern: '/v{version}', required: false}", "has no `required`"),
        ])
    func refused(_ selector: String, _ words: String) {
        let error = #expect(throws: DiagnosticError.self) { try read(spec(selector)) }
        let text = error.map { "\($0.diagnostics)" } ?? ""
        #expect(text.contains(words), "\(text)")
        #expect(error?.diagnostics.first?.location?.line == 6)
    }

    @Test("An overlay states another one, and the parameter that it was is none any more")
    func overlay() throws {
        let text = """
            overlay: 1
            actions:
              - target: service
                reason: Seen on the wire.
                update: {selector: {by: query, name: api-version}}

            """
        let plain = spec("{by: none}")
        let overlay = try OverlayReader().read(Array(text.utf8), file: "overlay.yaml")
        let file = try SpecReader().read(Array(plain.utf8), file: "spec.yaml")
        let result = try overlay.apply(to: file.document, locations: file.locations)
        #expect(result.document.service.selector?.name == "api-version")
        #expect(result.document.operations[0].revisions[0].parameters.isEmpty)
        #expect(result.document.selecting(by: nil).operations == file.document.operations)
    }

    @Test("What it has to be, and what is taken besides, goes back into the parameter")
    func parameter() throws {
        let document = try read(
            spec("{by: query, name: version, required: false, accepted: ['0.9']}").replacing("api-version", with: "v"))
        let parameter = document.service.selector?.parameter(of: "list", value: "1")
        #expect(parameter?.isRequired == false)
        #expect(parameter?.schema == Schema(.enumeration(["1", "0.9"])))
    }

    @Test("Services of a platform that answers without a version may be called without one")
    func platform() throws {
        var document = try read(SpecSample.text)
        document.service.authentication = .scpHMAC
        #expect(document.service.versionSelector?.isRequired == false)
        document.service.authentication = nil
        #expect(document.service.versionSelector?.isRequired == true)
    }

    @Test("Media types with a version and a schema in them")
    func mediaTypes() {
        let selector = VersionSelector(.mediaType, pattern: "application/vnd.quay.{schema}+json;version={version}")
        #expect(selector.value(inMediaType: "application/vnd.quay.berth+json; version=37.2") == "37.2")
        #expect(selector.value(inMediaType: "application/json") == nil)
        #expect(
            selector.template(of: "application/vnd.quay.berth+json;version=2", value: "2")
                == "application/vnd.quay.berth+json;version={version}")
        let early = VersionSelector(.mediaType, pattern: "application/vnd.quay.v{version}.{schema}+json")
        #expect(early.value(inMediaType: "application/vnd.quay.v3.raw+json") == "3")
    }
}
