import APIModel
import APISpec
import Testing

@testable import SwiftRendering

@Suite("Tests of calls that are not JSON")
struct EveryCallTests {
    private func tests(_ operation: String, security: String = "") throws -> (
        documented: String, service: String
    ) {
        let text = """
            apidoc: 1
            service:
              id: post
              title: Post
              server: {url: 'https://post.example'}
            \(security)
            versions:
              '1': {status: current}
            operations:
              send:
                title: Send
            \(operation)
            schemas:
              Letter:
                properties:
                  to: {type: string, required: true}
                  file: {type: string, format: binary}
            """
        let document = try SpecReader().read(Array(text.utf8), file: "post.yaml").document
        let files = try SwiftRenderer(templates: RenderingSample.templates)
            .render(document, specFile: "post.yaml").tests.files
        func file(_ suffix: String) -> String { files.first { $0.path == "V1\(suffix).swift" }?.text ?? "" }
        return (file("Tests"), file("ServiceTests"))
    }

    private func operation(
        method: String = "POST", path: String = "/send", parameters: String = "", request: String = "",
        response: String = "{'204': {description: OK}}"
    ) -> String {
        var lines = ["method: \(method)", "path: \(path)", "revisions:", "  - versions: ['1']"]
        if !parameters.isEmpty { lines.append("    parameters: [\(parameters)]") }
        if !request.isEmpty { lines.append("    request: {\(request)}") }
        lines.append("    responses: \(response)")
        return lines.map { "    " + $0 }.joined(separator: "\n")
    }

    @Test("A method of any name is called and tested; over HTTP only where the server of the tests reads it")
    func anyMethod() throws {
        let copied = try tests(operation(method: "COPY"))
        #expect(copied.documented.contains(#"method: "COPY""#))
        #expect(copied.service.contains("client.send("))
        let odd = try tests(operation(method: "Sift"))
        #expect(odd.documented.contains(#"method: "Sift""#))
        #expect(odd.service.contains("no server of the tests reads the method Sift"))
    }

    @Test("A form is made of its fields")
    func form() throws {
        let tests = try tests(
            operation(request: "mediaType: application/x-www-form-urlencoded, schema: Letter, required: true"))
        #expect(tests.documented.contains(#"requestContent: .form([("to", "x"), ("file", "x")])"#))
        #expect(tests.service.contains(#"client.send(body: try mock.exampleBody(of: "send", in: "1"))"#))
    }

    @Test("A file has one of the documented types")
    func parts() throws {
        let tests = try tests(
            operation(
                request: "mediaType: multipart/form-data, schema: Letter, parts: {file: {contentType: 'image/*, a/b'}}")
        )
        #expect(tests.documented.contains(#"DocumentedPart("to", "x"), DocumentedPart("file", "x")"#))
        #expect(tests.documented.contains(#""file": "eA==""#))
        #expect(tests.service.contains(#"$0.file?.contentType = "image/png""#))
    }

    @Test("Text and bytes go as they are")
    func streams() throws {
        let text = try tests(
            operation(
                request: "mediaType: text/plain, type: string, required: true",
                response: "{'200': {mediaType: text/csv, type: string}}"))
        #expect(text.documented.contains(#"requestContent: .text("x")"#))
        #expect(text.documented.contains("documented.answerDifferences(text: answer)"))
        #expect(text.service.contains(#"body: try mock.exampleText(of: "send", in: "1")"#))
        #expect(text.service.contains("recorder.differences(text: answer)"))
        let bytes = try tests(
            operation(
                request: "mediaType: image/png, type: string, format: binary, required: true",
                response: "{'200': {mediaType: image/png, type: string, format: binary}}"))
        #expect(bytes.documented.contains(#"RequestStream(Data("x".utf8))"#))
        #expect(bytes.documented.contains("try await documented.answerDifferences(stream: answer)"))
        #expect(bytes.service.contains(#"RequestStream(try mock.exampleBytes(of: "send", in: "1"))"#))
        #expect(bytes.service.contains("try await recorder.differences(stream: answer)"))
    }

    @Test("Optional parameters are sent where they have a style, and cookies always")
    func parameters() throws {
        let tests = try tests(
            operation(
                parameters:
                    "{name: a, in: query, explode: false, type: array, items: {type: integer}}, "
                    + "{name: b, in: query, type: integer}, {name: c, in: cookie, type: string}"))
        #expect(tests.documented.contains(#"query: [("a", "1")]"#))
        #expect(tests.documented.contains(#"headers: ["Cookie": "c=value"]"#))
        #expect(tests.documented.contains(#"a: try documentedValue("#))
        #expect(tests.service.contains(#"client.send(a: [1], c: "x")"#))
    }

    @Test("What cannot be called is named with its reason")
    func untested() throws {
        let form = try tests(operation(request: "mediaType: application/x-www-form-urlencoded, type: string"))
        let reason =
            "its body is application/x-www-form-urlencoded, and the documentation gives it a type that has no fields."
        for text in [form.documented, form.service] {
            let words = text.split(whereSeparator: \.isWhitespace).filter { $0 != "//" }.joined(separator: " ")
            #expect(words.contains("No test calls send: \(reason)"))
            #expect(!text.contains("func send()"))
        }
        let get = try tests(operation(method: "GET", request: "type: string"))
        #expect(get.documented.contains("func send()"))
        #expect(get.service.contains("// No test calls send: it has a body, and URLSession sends none with GET."))
        let head = try tests(operation(method: "HEAD", response: "{'200': {schema: Letter}}"))
        let bodiless =
            "// No test calls send: the documentation gives its answer a body, and answers to HEAD have none."
        #expect(head.service.contains(bodiless))
    }

    @Test("Tests have something for every scheme")
    func security() throws {
        let tests = try tests(
            operation(),
            security: """
                  security:
                    token: {type: bearer}
                    key: {type: apiKey, name: X-Key, in: header}
                  requirements: [{token: []}]
                """)
        let words = tests.service.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(#""token": try .bearer("token"), "key": try .apiKey("X-Key", in: .header, "key")"#))
        #expect(tests.service.contains("func send()"))
    }
}
