import APIModel
import APISpec
import OpenAPIInterop
import Testing

struct OperationExportTests {
    @Test func pathParametersThatNoTableStatesAreImplied() throws {
        let document = Sample.document([
            Sample.revision(
                "/a/{b}/c/{d}",
                parameters: [
                    Parameter(name: "q", location: .query, isRequired: false, schema: Schema(.unknown)),
                    Parameter(
                        name: "d", location: .path, isRequired: false, schema: Schema(.integer(format: nil)),
                        recovered: ["path"]),
                    Parameter(name: "e", location: .path, isRequired: true, schema: Schema(.boolean)),
                ])
        ])
        let operation = try #require(try Sample.export(document).at("paths", "/a/{b}/c/{d}", "get"))
        #expect(
            operation["parameters"]?.line
                == "[{name: b, in: path, required: true, schema: {type: string}, x-apidoc-implied: true}, "
                + "{name: q, in: query, schema: {x-apidoc-unknown: true}}, "
                + "{name: d, in: path, required: true, x-apidoc-optional: true, schema: {type: integer}, "
                + "x-apidoc-recovered: [path]}]")
        #expect(
            operation["x-apidoc-unplaced-parameters"]?.line
                == "[{name: e, in: path, required: true, schema: {type: boolean}, x-apidoc-position: 2}]")
    }

    @Test func parametersAreUnique() throws {
        let header = Parameter(name: "scp-clienttype", location: .header, isRequired: false, schema: Schema(.boolean))
        let query = Parameter(name: "q", location: .query, isRequired: false, schema: Schema(.boolean))
        var document = Sample.document([Sample.revision(parameters: [header, query, query])])
        document.service.headers = [.init("Scp-ClientType", "Openapi"), .init("SCP-clienttype", "x")]
        let exported = try Sample.export(document)
        #expect(
            exported.at("paths", "/x", "get", "parameters")?.line
                == "[{name: scp-clienttype, in: header, schema: {type: boolean}}, "
                + "{name: q, in: query, schema: {type: boolean}}]")
        #expect(exported.at("components", "parameters")?.names == ["Scp-ClientType"])
    }

    @Test func responsesGetStandardWords() throws {
        let statuses = [200, 204, 299, 404, 418, 503, 599]
        let document = Sample.document([Sample.revision(responses: statuses.map { Response(status: $0) })])
        let responses = try #require(try Sample.export(document).at("paths", "/x", "get", "responses"))
        #expect(
            responses.line
                == ("{200: {description: OK}, 204: {description: No Content}, 299: {description: Successful}, "
                + "404: {description: Not Found}, 418: {description: Client Error}, "
                + "503: {description: Service Unavailable}, 599: {description: Server Error}}")
                .replacing("},", with: ", x-apidoc-undescribed: true},")
                .replacing("}}", with: ", x-apidoc-undescribed: true}}"))
    }

    @Test func lostTablesAreNamed() throws {
        let document = Sample.document([Sample.revision(lost: [.responses, .parameters])])
        let operation = try #require(try Sample.export(document).at("paths", "/x", "get"))
        #expect(
            operation["responses"]?.line
                == "{default: {description: The documentation does not say what the service answers., "
                + "x-apidoc-unknown: true}}")
        #expect(operation["x-apidoc-lost"]?.line == "[parameters, responses]")
    }

    @Test func aBodyThatOnlyAnExampleShowsIsUnknown() throws {
        let example = CallExample(requestBody: .object(["a": .null]))
        let document = Sample.document([Sample.revision(method: "POST", lost: [.parameters], example: example)])
        #expect(
            try Sample.export(document).at("paths", "/x", "post", "requestBody")?.line
                == "{required: true, content: {application/json: {schema: {x-apidoc-unknown: true}, "
                + "example: {a: null}}}, x-apidoc-implied: true}")
    }

    @Test func whatAnExampleShowsIsKept() throws {
        let example = CallExample(
            path: "/x?q=1", requestBody: .number("1"), status: 500, responseBody: .string("broken"),
            headers: [.init("Accept", "text/plain")])
        let answer = Response(status: 200, schema: Schema(.unknown), recovered: ["example"])
        let document = Sample.document([Sample.revision(responses: [answer], example: example)])
        let operation = try #require(try Sample.export(document).at("paths", "/x", "get"))
        #expect(
            operation["x-apidoc-example"]?.line
                == "{path: /x?q=1, headers: {Accept: text/plain}, requestBody: 1, status: 500, responseBody: broken}")
        #expect(
            operation["responses"]?.line
                == "{200: {description: OK, x-apidoc-undescribed: true, content: {application/json: {schema: {x-apidoc-unknown: true}}}, "
                + "x-apidoc-recovered: [example]}}")
    }

    @Test func anExampleWithoutStatusBelongsToTheOnlySuccess() throws {
        let body = Schema(.object)
        let example = CallExample(path: "/x", responseBody: .object([]))
        let answers = [Response(status: 200, schema: body), Response(status: 400, schema: body)]
        let document = Sample.document([Sample.revision(responses: answers, example: example)])
        let operation = try #require(try Sample.export(document).at("paths", "/x", "get"))
        #expect(operation.at("responses", "200", "content", "application/json", "example") == .object([]))
        #expect(operation.at("responses", "400", "content", "application/json", "example") == nil)
        #expect(operation["x-apidoc-example"]?.line == "{path: /x}")
    }

    @Test func versionsInTheirLastDaysAreDeprecated() throws {
        let old = try Sample.export(Sample.backup, version: "1.0")
        #expect(old.at("info", "x-apidoc-status") == .string("deprecated"))
        #expect(old.at("info", "x-apidoc-not-before") == .string("2026-03-31"))
        #expect(old.at("paths", "/v1/backups/{backup_id}", "delete", "deprecated") == .bool(true))
        #expect(old["paths"]?.names == ["/v1/backups/{backup_id}"])
        #expect(old.at("components", "schemas")?.names == ["Agent"], "no version reaches it")
    }
}
