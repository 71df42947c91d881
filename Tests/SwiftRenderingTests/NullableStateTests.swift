import APISpec
import Testing

@testable import SwiftRendering

/// A member that tells absent from null is read through `wrapped` wherever generated code reads answers.
@Suite struct NullableStateTests {
    @Test func aStateThatMayBeNullIsUnwrapped() throws {
        let states = Schema(.enumeration(["OPEN", "SHUT"]), isNullable: true)
        var document = SpecDocument(
            service: Service(id: "locks", title: "Locks", server: .init(url: "https://locks.example")),
            versions: [APIVersion(id: "1.0", status: .current)])
        document.schemas = [
            NamedSchema(
                name: "Lock",
                properties: [
                    .init(name: "id", isRequired: true, schema: Schema(.string(format: nil))),
                    .init(name: "state", isRequired: false, schema: states),
                ])
        ]
        func revision(_ method: String, _ path: String, request: Bool = false) -> Revision {
            var revision = Revision(versions: ["1.0"], method: method, path: path)
            if path.contains("{") {
                revision.parameters = [
                    Parameter(name: "id", location: .path, isRequired: true, schema: Schema(.string(format: nil)))
                ]
            }
            if request { revision.request = RequestBody(isRequired: true, schema: Schema(.reference("Lock"))) }
            revision.responses = [Response(status: 200, schema: Schema(.reference("Lock")))]
            return revision
        }
        document.operations = [
            Operation(id: "createLock", title: "Create", revisions: [revision("POST", "/locks", request: true)]),
            Operation(id: "showLock", title: "Show", revisions: [revision("GET", "/locks/{id}")]),
        ]
        var resource = Resource(name: "lock", collection: "/locks", member: "/locks/{id}")
        resource.create = "createLock"
        resource.show = "showLock"
        resource.identifier = .init("id")
        resource.state = .init("state")
        document.resources = [resource]
        let service = try SwiftRenderer(templates: RenderingSample.templates).render(document, specFile: "locks.yaml")
        let client = service.module.files.map(\.text).joined()
        #expect(client.contains("state: { $0.state?.wrapped }"))
    }
}
