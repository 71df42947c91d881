import APIModel
import APISpec
import Templates

@testable import SwiftRendering

extension SwiftRenderer {
    /// Renders what a spec says.
    func render(
        _ document: SpecDocument, specFile: String, keeping known: NameRecord = NameRecord()
    ) throws -> RenderedService {
        try render(
            APIModel(document), specification: SpecWriter().write(document), specFile: specFile, keeping: known)
    }
}

/// Services to render.
enum RenderingSample {
    static let templates = BuiltInTemplates.all.map {
        TemplateSource(name: $0.name, file: "templates/\($0.name).mustache", text: $0.text)
    }

    static func render(_ document: SpecDocument, specFile: String = "sample.yaml") throws -> RenderedService {
        try SwiftRenderer(templates: templates).render(document, specFile: specFile)
    }

    /// A service in which `text` stands wherever text of a page can stand.
    static func document(everywhere text: String) -> SpecDocument {
        let property = NamedSchema.Property(
            name: text, isRequired: true,
            schema: Schema(
                .enumeration([text, "B"]), description: text, defaultValue: .string(text), example: .string(text),
                pattern: text))
        let plain = NamedSchema.Property(
            name: "plain", isRequired: false,
            schema: Schema(.object, isNullable: true, description: text, example: .object([.init(text, .string(text))]))
        )
        let revision = Revision(
            versions: [text], method: "POST", path: "/v1/\(text)/{id}", description: text, state: text,
            parameters: [
                Parameter(
                    name: "id", location: .path, isRequired: true,
                    schema: Schema(.string(format: nil), description: text, example: .string(text))),
                Parameter(
                    name: text, location: .query, isRequired: false,
                    schema: Schema(.string(format: nil), description: text, example: .string(text)), recovered: [text]),
                Parameter(name: text, location: .header, isRequired: true, schema: Schema(.string(format: nil))),
            ],
            request: RequestBody(isRequired: true, schema: Schema(.reference(text)), recovered: [text]),
            responses: [
                Response(status: 200, description: text, schema: Schema(.reference(text)), recovered: [text]),
                Response(status: 400, description: text),
            ],
            lost: [.parameters, .responses],
            example: CallExample(
                path: "/v1/\(text)", requestBody: .object([.init(text, .string(text))]), status: 200,
                responseBody: .object([.init(text, .string(text))])))
        return SpecDocument(
            service: Service(
                id: text, title: text, provider: text, description: text,
                server: .init(
                    url: "https://\(text).{region}.{environment}", pairs: [.init(environment: text, region: text)]),
                headers: [.init("X-\(text)", text)], authentication: .scpHMAC),
            versions: [
                APIVersion(id: text, status: .deprecated, notBefore: CalendarDate(year: 2026, month: 1, day: 2)),
                APIVersion(id: text + "2", status: .current),
            ],
            operations: [APISpec.Operation(id: text, title: text, revisions: [revision])] + keeping(text),
            schemas: [
                NamedSchema(name: text, description: text, properties: [property, plain], recovered: [text]),
                NamedSchema(
                    name: text + "List",
                    properties: [
                        .init(name: text, isRequired: false, schema: Schema(.array(Schema(.reference(text))))),
                        .init(name: "count", isRequired: false, schema: Schema(.integer(format: nil))),
                    ]),
            ], resources: [resource(text)])
    }

    /// A list in pages, a call that shows one, and one that deletes one.
    private static func keeping(_ text: String) -> [APISpec.Operation] {
        func parameter(_ name: String, _ location: Parameter.Location, _ kind: Schema.Kind) -> Parameter {
            Parameter(name: name, location: location, isRequired: location == .path, schema: Schema(kind))
        }
        let list = Revision(
            versions: [text], method: "GET", path: "/v2/\(text)",
            parameters: [
                parameter("page", .query, .integer(format: nil)), parameter("size", .query, .integer(format: nil)),
                parameter(text, .query, .enumeration([text])),
            ], responses: [Response(status: 200, schema: Schema(.reference(text + "List")))])
        let one = { (method: String, response: Schema?) in
            Revision(
                versions: [text], method: method, path: "/v2/\(text)/{policy}",
                parameters: [parameter("policy", .path, .string(format: nil))],
                responses: [Response(status: 200, schema: response)])
        }
        return [
            APISpec.Operation(id: text + "List", title: text, revisions: [list]),
            APISpec.Operation(id: text + "Show", title: text, revisions: [one("GET", Schema(.reference(text)))]),
            APISpec.Operation(id: text + "Delete", title: text, revisions: [one("DELETE", nil)]),
        ]
    }

    private static func resource(_ text: String) -> Resource {
        var resource = Resource(name: text, collection: "/v2/\(text)", member: "/v2/\(text)/{policy}")
        resource.list = text + "List"
        resource.show = text + "Show"
        resource.delete = text + "Delete"
        resource.items = text
        resource.state = Resource.Mark(text, inferred: [text])
        return resource
    }
}
