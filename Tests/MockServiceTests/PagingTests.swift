import APIModel
import APISpec
import Foundation
import HTTPTypes
import ResourceInference
import ServiceRuntime
import Testing

@testable import MockService

/// Lists of what was created, page by page in every way that documentation has.
@Suite struct PagingTests {
    /// Jars that are listed by these parameters and answers.
    private func caller(_ parameters: String, _ answer: String, headers: String = "{}") throws -> Caller {
        let text =
            Cellar.jars(
                list: "parameters: \(parameters), responses: {'200': {\(answer), headers: \(headers)}}",
                add: "request: {schema: NewJar, required: true}, responses: {'201': {schema: Jar}}",
                drop: "responses: {'204': {}}")
                + """
                schemas:
                  NewJar: {properties: {label: {type: string, required: true}}}
                  Jar:
                    properties:
                      id: {type: string, required: true}
                      label: {type: string, required: true}
                  Marked:
                    properties:
                      jars: {type: array, items: {schema: Jar}, required: true}
                      next_marker: {type: string, nullable: true}
                  Strict:
                    properties:
                      jars: {type: array, items: {schema: Jar}, required: true}
                      next_marker: {type: string, required: true}
                  Nested:
                    properties:
                      jars: {type: array, items: {schema: Jar}, required: true}
                      meta: {schema: Meta}
                  Meta:
                    properties:
                      next_cursor: {type: string}
                      total: {type: integer}
                      has_more: {type: boolean, required: true}
                  Django:
                    properties:
                      count: {type: integer, required: true}
                      next: {type: string, format: uri, nullable: true, required: true}
                      results: {type: array, items: {schema: Jar}, required: true}
                """
        let document = try Cellar.document(text)
        let inferred = ResourceInference().infer(document)
        #expect(inferred.resources.first?.paging.isEmpty == false)
        let caller = Caller(APIModel(inferred))
        for number in 1...5 {
            #expect(try caller.call("POST", "/jars", #"{"label": "\#(number)"}"#).status == 201)
        }
        return caller
    }

    private let limit = "{name: limit, in: query, type: integer}"

    /// Follows what `next` finds from page to page, until it finds nothing; at most ten pages.
    private func labels(
        _ caller: Caller, _ first: String, items: String? = "jars",
        next: (Caller.Outcome) throws -> String?
    ) throws -> [String] {
        var pages: [String] = []
        var target: String? = first
        while let asked = target, pages.count < 10 {
            let outcome = try caller.call("GET", asked)
            #expect(outcome.status == 200, "\(asked): \(outcome.details)")
            let list = items.map { outcome[$0] } ?? outcome.json
            pages.append((list?.elements ?? []).compactMap { $0["label"]?.text }.joined())
            target = try next(outcome)
        }
        return pages
    }

    private func path(_ address: String) throws -> String {
        let prefix = "http://service.example"
        #expect(address.hasPrefix(prefix + "/"))
        return String(address.dropFirst(prefix.count))
    }

    @Test func markersAreNullAtTheEnd() throws {
        let caller = try caller("[\(limit), {name: marker, in: query, type: string}]", "schema: Marked")
        let pages = try labels(caller, "/jars?limit=2") { outcome in
            if outcome["next_marker"] == .null { return nil }
            return try "/jars?limit=2&marker=" + #require(outcome["next_marker"]?.text)
        }
        #expect(pages == ["12", "34", "5"])
        #expect(try caller.call("GET", "/jars?limit=2&marker=nonsense").status == 400)
        #expect(try caller.call("GET", "/jars?limit=-1")["jars"]?.elements?.count == 5)
    }

    @Test func aMarkerStaysRightWhenItsItemGoes() throws {
        let caller = try caller("[\(limit), {name: marker, in: query, type: string}]", "schema: Marked")
        let first = try caller.call("GET", "/jars?limit=2")
        for jar in first["jars"]?.elements ?? [] {
            #expect(try caller.call("DELETE", "/jars/\(jar["id"]?.text ?? "")").status == 204)
        }
        let marker = try #require(first["next_marker"]?.text)
        let second = try caller.call("GET", "/jars?limit=2&marker=\(marker)")
        #expect(second["jars"]?.elements?.compactMap { $0["label"]?.text } == ["3", "4"])
    }

    @Test func aMarkerThatMustBeThereIsEmptyAtTheEnd() throws {
        let caller = try caller("[\(limit), {name: marker, in: query, type: string}]", "schema: Strict")
        let pages = try labels(caller, "/jars?limit=3") { outcome in
            let marker = try #require(outcome["next_marker"]?.text)
            return marker.isEmpty ? nil : "/jars?limit=3&marker=\(marker)"
        }
        #expect(pages == ["123", "45"])
    }

    @Test func markersOfADocumentedFormAreIds() throws {
        let caller = try caller(
            "[\(limit), {name: marker, in: query, type: string, pattern: '^[0-9a-f]+$'}]", "schema: Marked")
        let pages = try labels(caller, "/jars?limit=4") { outcome in
            outcome["next_marker"]?.text.map { "/jars?limit=4&marker=\($0)" }
        }
        #expect(pages == ["1234", "5"])
    }

    @Test func whatTellsThePageMayStandDeeper() throws {
        let caller = try caller("[\(limit), {name: cursor, in: query, type: string}]", "schema: Nested")
        let pages = try labels(caller, "/jars?limit=2") { outcome in
            let next = outcome["meta", "next_cursor"]?.text
            #expect(outcome["meta", "has_more"] == .bool(next != nil))
            #expect(outcome["meta", "total"] == .number("5"))
            return next.map { "/jars?limit=2&cursor=\($0)" }
        }
        #expect(pages == ["12", "34", "5"])
    }

    @Test func numbersBeginWhereTheyAreSaidTo() throws {
        let caller = try caller(
            "[{name: per_page, in: query, type: integer}, {name: page, in: query, type: integer, minimum: 1}]",
            "type: array, items: {schema: Jar}", headers: "{Link: {type: string}, X-Total-Count: {type: integer}}")
        let pages = try labels(caller, "/jars?per_page=2&page=1", items: nil) { outcome in
            #expect(outcome.header("X-Total-Count") == "5")
            return try outcome.header("Link").map { link in
                #expect(link.hasPrefix("<") && link.hasSuffix(#">; rel="next""#))
                return try path(String(link.dropFirst().prefix { $0 != ">" }))
            }
        }
        #expect(pages == ["12", "34", "5"])
    }

    @Test func negativeNumbersMeanTheBeginning() throws {
        let caller = try caller(
            "[\(limit), {name: offset, in: query, type: integer}]", "type: array, items: {schema: Jar}")
        for query in ["limit=2&offset=-1", "limit=2", "limit=2&offset=0"] {
            let outcome = try caller.call("GET", "/jars?\(query)")
            #expect(outcome.json?.elements?.compactMap { $0["label"]?.text } == ["1", "2"])
        }
        let end = try caller.call("GET", "/jars?limit=2&offset=9223372036854775807")
        #expect(end.json == .array([]))
    }

    @Test(arguments: ["[]", "[{name: limit, in: query, type: integer, default: 2}]"])
    func addressesAreTheMocksOwn(_ parameters: String) throws {
        let caller = try caller(parameters, "schema: Django")
        if parameters == "[]" {
            for number in 6...30 { try caller.call("POST", "/jars", #"{"label": "\#(number)"}"#) }
        }
        var seen = 0
        let pages = try labels(caller, "/jars", items: "results") { outcome in
            seen += outcome["results"]?.elements?.count ?? 0
            if seen == 30 || (seen == 5 && parameters != "[]") { #expect(outcome["next"] == .null) }
            return try outcome["next"]?.text.map(path)
        }
        #expect(pages.count == (parameters == "[]" ? 2 : 3))
        #expect(pages.joined() == (1...seen).map(String.init).joined())
    }

    @Test func aParameterInBase64IsDecoded() throws {
        let text = """
            operations:
              dropJar:
                title: Drop Jar
                method: DELETE
                path: /jars/{name}
                revisions:
                  - versions: ['1']
                    parameters: [{name: name, in: path, encoding: base64url, type: string, maxLength: 4, required: true}]
                    responses: {'204': {}}
              showJar:
                title: Show Jar
                method: GET
                path: /jars/{name}
                revisions:
                  - versions: ['1']
                    parameters: [{name: name, in: path, encoding: base64url, type: string, maxLength: 4, required: true}]
                    responses: {'200': {schema: Jar}}
            schemas:
              Jar: {properties: {name: {type: string, required: true}}}
            resources:
              jar:
                collection: /jars
                member: /jars/{name}
                show: showJar
                delete: dropJar
                identifier: name
            """
        let caller = Caller(APIModel(try Cellar.document(text)))
        _ = try caller.engine.put("jar", ["name": .string("a?>~")], under: [])
        for path in ["YT8-fg==", "YT8-fg%3D%3D", "YT8-fg"] {
            #expect(try caller.call("GET", "/jars/\(path)")["name"] == .string("a?>~"))
        }
        #expect(
            try caller.call("GET", "/jars/a").details == ["path.name: must be a text in Base64 for URLs (RFC 4648)"])
        #expect(try caller.call("GET", "/jars/YT8-fn5-").status == 400, "the text is longer than allowed")
        #expect(try caller.call("DELETE", "/jars/YT8-fg").status == 204)
        #expect(try caller.call("GET", "/jars/YT8-fg").status == 404)
    }

    @Test func aListOfExamplesEndsToo() throws {
        let text = """
            operations:
              listJars:
                title: List Jars
                method: GET
                path: /jars
                revisions:
                  - versions: ['1']
                    parameters: [\(limit), {name: cursor, in: query, type: string}]
                    responses:
                      '200': {schema: Jars}
                    example:
                      status: 200
                      response: {jars: [{label: '1'}, {label: '2'}, {label: '3'}], cursor: abc}
            schemas:
              Jar: {properties: {label: {type: string, required: true}}}
              Jars:
                properties:
                  jars: {type: array, items: {schema: Jar}, required: true}
                  cursor: {type: string}
            """
        let document = try Cellar.document(text)
        let caller = Caller(APIModel(ResourceInference().infer(document)))
        let pages = try labels(caller, "/jars?limit=2") { outcome in
            outcome["cursor"]?.text.map { "/jars?limit=2&cursor=\($0)" }
        }
        #expect(pages == ["12", "3"])
    }
}

/// What leads back.
@Suite struct PagesBeforeTests {
    @Test func bothEndsAreTold() throws {
        let text =
            Cellar.jars(
                id: "type: integer",
                list: """
                    parameters: [{name: limit, in: query, type: integer, default: 2}, {name: offset, in: query, type: integer}], \
                    responses: {'200': {schema: JarPage}}
                    """,
                add: "request: {schema: JarForm, required: true}, responses: {'201': {schema: Jar}}",
                show: "responses: {'200': {schema: Jar}}")
                + """
                schemas:
                  JarForm: {properties: {label: {type: string, required: true}}}
                  Jar: {properties: {id: {type: integer, required: true}, label: {type: string, required: true}}}
                  JarPage:
                    properties:
                      count: {type: integer, required: true}
                      next: {type: string, format: uri, nullable: true}
                      previous: {type: string, format: uri, nullable: true}
                      results: {type: array, items: {schema: Jar}, required: true}
                """
        let caller = Caller(APIModel(ResourceInference().infer(try Cellar.document(text))))
        for _ in 0..<5 { _ = try caller.call("POST", "/jars", #"{"label":"a"}"#) }
        var target: String? = "/jars"
        var seen: [Int] = []
        var before: [String?] = []
        while let here = target, before.count < 9 {
            let page = try caller.call("GET", here.replacing("http://service.example", with: ""))
            seen += (page["results"]?.elements ?? []).compactMap { $0["id"]?.wholeNumber }
            before.append(page["previous"]?.text)
            target = page["next"]?.text
        }
        #expect(seen == [1, 2, 3, 4, 5])
        #expect(before == [nil, "http://service.example/jars?offset=0", "http://service.example/jars?offset=2"])
    }
}
