import APISpec
import Foundation
import JSONSchemaChecking
import Testing

/// Every file that the tool writes or reads holds to its published schema.
@Suite("Published JSON Schemas")
struct WrittenFileTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    private func schema(_ name: String) throws -> JSONSchema {
        try JSONSchema(file: Self.root.appending(path: "spec/apidoc-\(name).schema.json"))
    }

    private static func files(_ folder: String, _ isMeant: (String) -> Bool) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []
        return names.filter(isMeant).sorted().map { "\(folder)/\($0)" }
    }

    private static func isSpec(_ name: String) -> Bool {
        name.hasSuffix(".yaml") && !name.hasSuffix(".names.yaml") && !name.hasSuffix(".overlay.yaml")
            && !name.hasSuffix(".ignore.yaml")
    }

    static let specs = files("spec", isSpec) + files("Tests/Services/spec", isSpec)
    static let overlays = files("spec") { $0.hasSuffix(".overlay.yaml") }
    static let configurations = ["Tests/Services/apidoc.yaml"]
    static let documents =
        files("Tests/OpenAPIInteropTests/Fixtures") { _ in true } + files("Tests/Contract/documents") { _ in true }

    @Test("Specs", arguments: specs)
    func specHolds(path: String) throws {
        #expect(try schema("spec").problems(JSONSchema.value(file: Self.root.appending(path: path))) == [])
    }

    @Test("Overlays", arguments: overlays)
    func overlayHolds(path: String) throws {
        #expect(try schema("overlay").problems(JSONSchema.value(file: Self.root.appending(path: path))) == [])
    }

    @Test("Configurations", arguments: configurations)
    func configurationHolds(path: String) throws {
        #expect(try schema("config").problems(JSONSchema.value(file: Self.root.appending(path: path))) == [])
    }

    @Test("What is imported, and what is found on the way", arguments: documents + ["spec of the sample page"])
    func imports(path: String) throws {
        let tool = try Tool()
        let page = Self.documents.contains(path) ? Self.root.appending(path: path).path() : Tool.sample
        let run = try tool.run("import", page, "-o", "written.yaml", "--findings", "findings.json")
        #expect(run.status == 0)
        let spec = try JSONSchema.value(file: URL(filePath: tool.path("written.yaml")))
        #expect(try schema("spec").problems(spec) == [])
        let findings = try JSONSchema.value(file: URL(filePath: tool.path("findings.json")))
        #expect(try schema("findings").problems(findings) == [])
    }

    @Test("Every key of the format, one document with all of them")
    func everyKey() throws {
        let text = """
            apidoc: 1
            service:
              id: a
              title: A
              provider: P
              description: D
              server:
                url: 'https://{stage}.a.example'
                description: D
                pairs: [{environment: e, region: r}, {environment: f}]
                variables: {stage: {default: live, values: [live, test], description: D}}
                alternatives: [{url: 'https://b.example', description: D}]
              headers: {X-Version: 'a {version}'}
              security:
                key: {type: apiKey, name: k, in: query, description: D}
                token: {type: bearer, format: JWT}
                login: {type: basic}
                other: {type: oauth2, definition: {flows: {}}}
              requirements: [{key: []}, {other: [read]}]
            sources:
              - page: p.html
                sha256: \(String(repeating: "a0", count: 32))
                etag: '"x"'
                lastModified: Sun, 01 Mar 2026 00:00:00 GMT
                foundOn: index.html
                dialect: widdershins
              - {page: a.overlay.yaml, sha256: \(String(repeating: "a1", count: 32)), overlay: true}
              - {page: b.yaml, sha256: \(String(repeating: "a2", count: 32)), version: '2'}
            versions:
              '2':
                status: current
                server: {url: 'https://two.a.example'}
                security: {key: {type: apiKey, name: k, in: header}}
                requirements: [{key: []}]
              '1': {status: deprecated, notBefore: 2026-03-31}
            operations:
              listThings:
                title: List Things
                description: D
                method: GET
                path: /things/{box}
                source: [p.html, q.html]
                revisions:
                  - versions: ['2', '1']
                    operationId: list_things
                    deprecated: true
                    tags: [t]
                    security: [{key: []}]
                    state: ACTIVE
                    parameters:
                      - {name: box, in: path, type: string, encoding: base64, required: true}
                      - {name: page, in: query, type: integer, style: form, explode: true, confirmed: yes it is}
                      - {name: filter, in: query, type: object, mediaType: application/json, recovered: [an example]}
                    request:
                      mediaType: multipart/form-data
                      schema: Thing
                      required: true
                      parts: {image: {contentType: image/png, style: form, explode: false, headers: {X-A: {type: string}}}}
                    responses:
                      '200': {description: D, schema: Thing, headers: {X-B: {type: string, required: true}}}
                      4XX: {mediaType: application/problem+json, type: unknown}
                    lost: [parameters]
                    example:
                      path: /things/a
                      headers: {X-Version: a 2}
                      request: {a: 1}
                      status: 200
                      response: [null]
            schemas:
              Thing:
                title: T
                description: D
                deprecated: true
                recovered: [an example]
                properties:
                  text: {type: string, format: date-time, nullable: true, required: true, default: null, pattern: x, minLength: 1, maxLength: 2, title: T, description: D, deprecated: true, readOnly: true, example: a}
                  count: {type: integer, minimum: 1, maximum: 2, multipleOf: 1, writeOnly: true}
                  share: {type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}
                  list: {type: array, items: {type: integer, enum: [1, 2]}, minItems: 1, maxItems: 2, uniqueItems: true}
                  map: {type: object, additionalProperties: {type: boolean}, minProperties: 1, maxProperties: 2}
                  one: {oneOf: [{schema: Other}, {schema: Thing}], discriminator: {property: kind, mapping: {o: Other}}}
                  any: {anyOf: [{type: string}, {type: 'null'}]}
                additionalProperties: {type: string}
                example: {text: a}
              Other: {lost: true, confirmed: seen}
              Word: {type: string, enum: [a, b]}
            resources:
              thing:
                collection: /things/{box}
                member: /things/{box}/{id}
                create: c
                list: listThings
                show: s
                updates: [u]
                delete: d
                items: things
                paging: {by: page, position: page, size: size, first: 1, next: next, nextHeader: Link, last: id, more: more, count: count, countHeader: X-Count, inferred: [names]}
                envelope: thing
                identifier: {property: id, inferred: [names]}
                state: state
                inferred: [paths]
            """
        let value = try JSONSchema.value(Array(text.utf8), file: "all.yaml")
        let problems = try schema("spec").problems(value)
        #expect(problems == [], "\(problems)")
        // And what is not a key of the format is none of the schema.
        let wrong = text.replacing("foundOn: index.html", with: "found: index.html")
        #expect(try schema("spec").problems(JSONSchema.value(Array(wrong.utf8), file: "wrong.yaml")) != [])
    }

    @Test("Reports of updates: nothing new, something new, less, and no page at all")
    func updates() throws {
        let tool = try Tool()
        let page = try String(contentsOfFile: Tool.sample, encoding: .utf8)
        _ = try tool.write(page, to: "page.txt")
        #expect(try tool.run("import", "page.txt", "-o", "g.yaml").status == 0)
        let schema = try schema("update")
        var states: [String] = []
        func update(_ text: String?) throws {
            if let text { _ = try tool.write(text, to: "page.txt") }
            let run = try tool.run("update", "g.yaml", "page.txt", "--dry-run", "--format", "json")
            let report = try JSONSchema.value(Array(run.output.utf8), file: "report.json")
            #expect(schema.problems(report) == [])
            if case .array(let specs)? = report["specs"], case .string(let state)? = specs.first?["state"] {
                states.append(state)
            }
        }
        try update(nil)
        try update(page.replacing("LOAM", with: "CLAY"))
        try update(String(page.prefix(page.count / 2)))
        try update("nothing of the kind")
        #expect(Set(states).isSuperset(of: ["unchanged", "changed", "failed"]), "\(states)")
    }
}
