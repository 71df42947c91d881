import APIModel
import APISpec
import OpenAPIExport
import OpenAPIInterop
import Testing

/// An export promises what the documentation keeps, no more and no less.
struct ExportPromiseTests {
    private func document(_ body: String) throws -> SpecDocument {
        let head = """
            apidoc: 1
            service:
              id: cellar
              title: Cellar
              server: {url: 'https://cellar.example.com'}
              headers: {X-Version: 'cellar {version}', X-Client: shop}
            versions: {'1': {status: current}}

            """
        return try SpecReader().read(Array((head + body).utf8), file: "cellar.yaml").document
    }

    private func jar(
        _ property: String, more: String = "",
        others: String = "Lid: {properties: {turns: {type: integer}}}\n  Cork: {properties: {width: {type: integer}}}\n"
            + "  Wood: {type: string, enum: [oak, ash]}"
    ) throws -> SpecDocument {
        try document(
            """
            operations:
              showJar:
                title: Show Jar
                method: GET
                path: /jar
                revisions:
                  - versions: ['1']
                    responses: {'200': {schema: Jar}}
            \(more)
            schemas:
              Jar: {properties: {odd: {\(property)}}}
              \(others)
            """)
    }

    private func export(_ document: SpecDocument, _ dialect: OpenAPIDialect) throws -> JSONValue {
        try OpenAPIExporter(dialect: dialect, zonelessAsText: true).document(APIModel(document), version: "1")
    }

    private func odd(_ document: SpecDocument, _ dialect: OpenAPIDialect) throws -> String? {
        try export(document, dialect).at("components", "schemas", "Jar", "properties", "odd")?.line
    }

    @Test(arguments: [
        ("type: 'null'", "{type: null}", "{enum: [null]}"),
        ("type: string, format: byte", "{type: string, contentEncoding: base64}", "{type: string, format: byte}"),
        (
            "type: string, format: date-time, example: '2026-03-01T07:30:00'",
            "{type: string, x-apidoc-format: date-time, examples: [2026-03-01T07:30:00]}",
            "{type: string, x-apidoc-format: date-time, example: 2026-03-01T07:30:00}"
        ),
        (
            "type: string, format: date-time, example: '2026-03-01T07:30:00+09:00'",
            "{type: string, format: date-time, examples: [2026-03-01T07:30:00+09:00]}",
            "{type: string, format: date-time, example: 2026-03-01T07:30:00+09:00}"
        ),
        (
            "schema: Wood, nullable: true, default: null",
            "{anyOf: [{$ref: #/components/schemas/Wood}, {type: null}], default: null}",
            "{allOf: [{$ref: #/components/schemas/Wood}], type: string, nullable: true, default: null}"
        ),
        (
            "oneOf: [{schema: Lid}, {schema: Cork}], discriminator: {property: kind}",
            "{oneOf: [{$ref: #/components/schemas/Lid}, {$ref: #/components/schemas/Cork}], discriminator: {propertyName: "
                + "kind, mapping: {Lid: #/components/schemas/Lid, Cork: #/components/schemas/Cork}, x-apidoc-implied: "
                + "[Lid, Cork]}}",
            "{oneOf: [{$ref: #/components/schemas/Lid}, {$ref: #/components/schemas/Cork}], discriminator: {propertyName: "
                + "kind, mapping: {Lid: #/components/schemas/Lid, Cork: #/components/schemas/Cork}, x-apidoc-implied: "
                + "[Lid, Cork]}}"
        ),
    ])
    func membersAreWhatTheyAre(property: String, v31: String, v30: String) throws {
        let document = try jar(property)
        #expect(try odd(document, .v3_1) == v31)
        #expect(try odd(document, .v3_0) == v30)
        for dialect in OpenAPIDialect.allCases {
            let text = OpenAPIText.yaml(try export(document, dialect))
            let back = try OpenAPIImporter().read(Array(text.utf8), file: "export.yaml").document
            #expect(back.schemas == document.schemas, "what was exported is read back")
        }
    }

    @Test func timesWithoutZoneOfCallsCount() throws {
        let more = """
                    example: {status: 200, response: {odd: [{at: '2026-03-01T07:30:00'}]}}
            """
        let turns = "Turn: {properties: {at: {type: string, format: date-time}, by: {type: string, format: date-time}}}"
        let document = try jar("type: array, items: {schema: Turn}", more: more, others: turns)
        let turn = try export(document, .v3_1).at("components", "schemas", "Turn", "properties")
        #expect(turn?["at"]?.line == "{type: string, x-apidoc-format: date-time}")
        let kept = try OpenAPIExporter(dialect: .v3_1).document(APIModel(document), version: "1")
            .at("components", "schemas", "Turn", "properties", "at")
        #expect(kept?.line == "{type: string, format: date-time}", "the word of the documentation")
        #expect(turn?["by"]?.line == "{type: string, format: date-time}", "nothing shows one without a zone")
    }

    /// Four definitions on each of twelve levels, each of them one of the four below it: four to the power of twelve ways.
    @Test(.timeLimit(.minutes(1))) func definitionsThatMeetAgainAreLookedAtOnce() throws {
        let levels = (0..<12).map { level in
            (0..<4).map { number in
                let below = (0..<4).map { "{schema: U\(level + 1)x\($0)}" }.joined(separator: ", ")
                return "U\(level)x\(number): {anyOf: [\(below)]}\n"
            }.joined(separator: "  ")
        }.joined(separator: "  ")
        let ends = (0..<4).map { "U12x\($0): {properties: {at: {type: string, format: date-time}}}" }.joined(
            separator: "\n  ")
        let more = "        example: {status: 200, response: {odd: {at: '2026-03-01T07:30:00'}}}"
        let document = try jar("schema: U0x0", more: more, others: levels + "  " + ends)
        let end = try export(document, .v3_1).at("components", "schemas", "U12x3", "properties", "at")
        #expect(end?.line == "{type: string, x-apidoc-format: date-time}")
    }

    @Test func anIdStandsOnce() throws {
        let text = """
            operations:
              showJar:
                title: Show Jar
                method: GET
                path: /jar
                revisions: [{versions: ['1'], operationId: jar, responses: {'204': {}}}]
              dropJar:
                title: Drop Jar
                method: DELETE
                path: /jar
                revisions: [{versions: ['1'], operationId: jar, responses: {'204': {}}}]
            """
        let path = try export(try document(text), .v3_1).at("paths", "/jar")
        #expect(path?.at("get", "operationId") == .string("showJar"))
        #expect(path?.at("delete", "operationId") == .string("dropJar"))
    }

    @Test(arguments: [
        ("headers: {X-Version: 'cellar {version}'}", true),
        ("headers: {X-Version: 'cellar {version}'}\n  authentication: scp-hmac", false),
        ("selector: {by: header, name: X-Version, pattern: 'cellar {version}'}", true),
        ("selector: {by: header, name: X-Version, pattern: 'cellar {version}', required: false}", false),
    ])
    func theVersionMayBeLeftOutWhereTheSpecSaysSo(service: String, isRequired: Bool) throws {
        let text = """
            apidoc: 1
            service:
              id: cellar
              title: Cellar
              server: {url: 'https://cellar.example.com'}
              \(service)
            versions: {'1': {status: current, selected: one}}
            operations:
              showJar:
                title: Show Jar
                method: GET
                path: /jar
                revisions: [{versions: ['1'], responses: {'204': {}}}]
            """
        let document = try SpecReader().read(Array(text.utf8), file: "cellar.yaml").document
        let exported = try export(document, .v3_1)
        let parameter =
            exported.at("components", "parameters", "X-Version")
            ?? exported.at("paths", "/jar", "get", "parameters").flatMap { list in
                if case .array(let items) = list { items.first } else { nil }
            }
        #expect(parameter?["required"] == (isRequired ? .bool(true) : nil))
        #expect(parameter?.at("schema", "enum")?.line == "[cellar one]")
    }
}
