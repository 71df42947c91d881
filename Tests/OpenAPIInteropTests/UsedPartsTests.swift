import APISpec
import OpenAPIInterop
import Testing

@Suite("What a document uses without referring to it")
struct UsedPartsTests {
    private func read(_ schemas: String) throws -> OpenAPIImport {
        let text = """
            openapi: 3.1.0
            info: {title: Buoy, version: '1'}
            paths: {}
            components:
              schemas:
            \(schemas)
            """
        return try OpenAPIImporter().read(Array(text.utf8), file: "buoy.yaml")
    }

    @Test("Schemas that others are made of by allOf are parts")
    func parts() throws {
        let result = try read(
            """
                Base: {type: object, properties: {id: {type: string}}}
                Buoy: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {colour: {type: string}}}]}
                Lone: {type: object, properties: {id: {type: string}}}
            """)
        #expect(result.partNames == ["Base"])
    }

    @Test(
        "Alternatives that are put together with members are parts too; those of a union are types",
        arguments: [
            "allOf: [{oneOf: [{$ref: '#/components/schemas/Lit'}]}]",
            "properties: {id: {type: string}}, anyOf: [{$ref: '#/components/schemas/Lit'}]",
            "allOf: [{type: object}], oneOf: [{$ref: '#/components/schemas/Lit'}]",
        ])
    func alternatives(buoy: String) throws {
        let result = try read(
            """
                Lit: {type: object, required: [lamp], properties: {lamp: {type: string}}}
                Dark: {type: object, properties: {colour: {type: string}}}
                Mark: {oneOf: [{$ref: '#/components/schemas/Dark'}, {type: string}]}
                Buoy: {\(buoy)}
            """)
        #expect(result.partNames == ["Lit"])
    }

    @Test(
        "A string with a media type that is not text is bytes",
        arguments: [
            ("contentMediaType: image/png", "binary"), ("contentMediaType: application/octet-stream", "binary"),
            ("contentMediaType: image/png, contentEncoding: base64", "byte"), ("contentEncoding: base64", "byte"),
            ("contentMediaType: text/csv", nil), ("contentMediaType: application/problem+json", nil),
            ("contentMediaType: image/png, format: uri", "uri"),
            ("contentMediaType: image/png, contentEncoding: quoted-printable", nil),
        ])
    func media(keywords: String, format: String?) throws {
        let result = try read("    Buoy: {type: object, properties: {file: {type: string, \(keywords)}}}")
        #expect(result.document.schemas.first?.properties.first?.schema.kind == .string(format: format))
    }
}
