import Foundation
import Testing

/// An API that grows from version to version, as a document a version; what changed is known.
private struct GrowingAPI {
    enum Way: String, CaseIterable {
        case header, query, media, path, server
    }

    let way: Way
    let versions = ["1.0", "2.0", "3.0", "4.0"]
    /// What each version brings to the one before.
    let changes = [
        "1.0 -> 2.0": ["+ Crate.weight"], "2.0 -> 3.0": ["+ Shelf.depth", "- DELETE /crates/{id}"],
        "3.0 -> 4.0": ["- Crate.label"],
    ]

    func document(_ version: String) -> String {
        let number = Int(version.prefix { $0 != "." }) ?? 0
        let media = way == .media ? "application/vnd.store+json;version=\(version)" : "application/json"
        let prefix = way == .path ? "/v\(number)" : ""
        let selector =
            switch way {
            case .header:
                ", {name: X-Store-Version, in: header, required: true, schema: {type: string, enum: ['\(version)']}}"
            case .query:
                ", {name: api-version, in: query, required: true, schema: {type: string, enum: ['\(version)']}}"
            case .media, .path, .server: ""
            }
        let id = "{name: id, in: path, required: true, schema: {type: string}}"
        func answer(_ type: String) -> String {
            "responses: {'200': {description: OK, content: {'\(media)': {schema: {$ref: '#/components/schemas/\(type)'}}}}}"
        }
        let delete =
            number < 3
            ? "\n    delete: {operationId: deleteCrate, parameters: [\(id)\(selector)], responses: {'204': {description: OK}}}"
            : ""
        let crate =
            (number < 4 ? "label: {type: string}, " : "")
            + "id: {type: string}, shelf: {$ref: '#/components/schemas/Shelf'}"
            + (number > 1 ? ", weight: {type: number}" : "")
        return """
            openapi: 3.0.3
            info: {title: Store, version: '\(version)'}
            servers: [{url: 'https://store.example\(way == .server ? "/v\(version)" : "")'}]
            paths:
              \(prefix)/crates/{id}:
                get: {operationId: showCrate, parameters: [\(id)\(selector)], \(answer("Crate"))}\(delete)
              \(prefix)/shelves/{id}:
                get: {operationId: showShelf, parameters: [\(id)\(selector)], \(answer("Shelf"))}
            components:
              schemas:
                Crate: {type: object, properties: {\(crate)}}
                Shelf: {type: object, properties: {id: {type: string}\(number > 2 ? ", depth: {type: number}" : "")}}

            """
    }
}

@Suite("Documents of several versions")
struct VersionedDocumentsTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private func imported(_ api: GrowingAPI, _ versions: [String]? = nil) throws {
        var arguments = ["import"]
        for version in versions ?? api.versions {
            _ = try tool.write(api.document(version), to: "\(version).yaml")
            arguments += ["--version-of", "\(version)=\(version).yaml"]
        }
        let result = try tool.run(arguments + ["-o", "store.yaml"])
        #expect(result.status == 0, "\(result.errors)")
    }

    private struct Report: Decodable {
        struct Finding: Decodable {
            struct Pair: Decodable, Equatable {
                var old: String
                var new: String
            }

            var location: String
            var change: String
            var before: String?
            var steps: [Pair]?
        }

        var findings: [Finding]
    }

    private func changes(_ from: String, _ to: String) throws -> [Report.Finding] {
        let run = try tool.run("diff", "store.yaml", "--from", from, "--to", to, "--format", "json")
        return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).findings
    }

    @Test("Between neighbours exactly what changed is told, with every selector", arguments: GrowingAPI.Way.allCases)
    private func exact(_ way: GrowingAPI.Way) throws {
        let api = GrowingAPI(way: way)
        try imported(api)
        for (older, newer) in zip(api.versions, api.versions.dropFirst()) {
            let told = Set(
                try changes(older, newer).map { finding in
                    let sign = finding.change.contains("removed") ? "-" : finding.change.contains("added") ? "+" : "?"
                    let steps = finding.location.split(separator: "/")
                    return steps.first == "schemas"
                        ? "\(sign) \(steps.dropFirst().joined(separator: "."))"
                        : "\(sign) \((finding.before ?? finding.location).filter { $0 != "`" })"
                })
            #expect(told == Set(api.changes["\(older) -> \(newer)"] ?? []))
        }
    }

    @Test("A diff over several versions says in which step each change came")
    func steps() throws {
        try imported(GrowingAPI(way: .header))
        let found = try changes("1.0", "4.0")
        let weight = try #require(found.first { $0.location == "schemas/Crate/weight" })
        #expect(weight.steps == [.init(old: "1.0", new: "2.0")])
        let label = try #require(found.first { $0.location == "schemas/Crate/label" })
        #expect(label.steps == [.init(old: "3.0", new: "4.0")])
        #expect(try changes("1.0", "2.0").allSatisfy { $0.steps == nil })
        let text = try tool.run("diff", "store.yaml", "--from", "1.0", "--to", "4.0").output
        #expect(text.contains("came in 1.0 → 2.0"))
    }

    @Test("versions shows the life of operations and types")
    func matrix() throws {
        try imported(GrowingAPI(way: .query))
        let text = try tool.run("versions", "store.yaml").output
        #expect(text.contains("selected by the query item api-version: {version}"))
        #expect(text.contains("  deleteCrate  +   ·\n"), "\(text)")
        #expect(text.contains("  Crate  +   ±   ~   ±\n"), "\(text)")
        #expect(text.contains("2 of 3 in all versions without a change of their own, 2 of them with types that change"))
        let all = try tool.run("versions", "store.yaml", "--all", "--only", "show*").output
        #expect(all.contains("  showShelf") && !all.contains("  deleteCrate  "))
        #expect(try tool.run("versions", "store.yaml", "--format", "html", "-o", "life.html").status == 0)
        #expect(tool.read("life.html")?.contains("<td class=\"changed\" title=\"changed in 2.0\">±</td>") == true)
    }

    @Test("Clients send it, and callers do not pass it", arguments: GrowingAPI.Way.allCases)
    private func clients(_ way: GrowingAPI.Way) throws {
        try imported(GrowingAPI(way: way))
        #expect(try tool.run("check", "store.yaml").status == 0)
        let run = try tool.run("generate", "store.yaml")
        #expect(run.status == 0, "\(run.errors)")
        let client = try #require(tool.read("Generated/StoreAPI/Clients/V2_0Client.swift"))
        #expect(client.contains("func showCrate(id: String) async throws -> Crate"))
        let sent =
            switch way {
            case .header: "headers: [\"X-Store-Version\": \"2.0\"]"
            case .query: "query: [\"api-version\": \"2.0\"]"
            case .media: "accept: \"application/vnd.store+json;version=2.0\""
            case .path: "\"/v2/crates/\\(id)\""
            case .server: "endpoint.url.replacing(\"{version}\", with: \"2.0\")"
            }
        #expect(client.replacing("\n", with: " ").contains(sent), "\(client)")
    }

    @Test(
        "update adds a version, says what it brings, and leaves the others as they are",
        arguments: GrowingAPI.Way.allCases)
    private func update(_ way: GrowingAPI.Way) throws {
        let api = GrowingAPI(way: way)
        try imported(api, ["1.0", "2.0"])
        var before: [String] = []
        for version in ["1.0", "2.0"] {
            before.append(try tool.run("export", "store.yaml", "--version", version).output)
        }
        _ = try tool.write(api.document("3.0"), to: "3.0.yaml")
        let run = try tool.run("update", "store.yaml", "--version-of", "3.0=3.0.yaml")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("version 3.0 is added"), "\(run.output)")
        #expect(run.output.contains("depth"))
        for (version, old) in zip(["1.0", "2.0"], before) {
            let now = try tool.run("export", "store.yaml", "--version", version).output
            #expect(plain(now) == plain(old))
        }
        #expect(try tool.run("check", "store.yaml").status == 0)
        let locations = try changes("2.0", "3.0").map(\.location)
        #expect(Set(locations) == ["operations/deleteCrate", "schemas/Shelf/depth"])
        #expect(try tool.run("generate", "--check", "store.yaml").status == 0)
        let again = try tool.run("update", "store.yaml", "--version-of", "3.0=3.0.yaml")
        #expect(
            again.status == 2 && again.output.contains("has version 3.0 already")
                || again.errors.contains("has version 3.0 already"))
    }

    /// An export without where the spec was read from, and without how new its version is.
    private func plain(_ export: String) -> String {
        let lines = export.split(separator: "\n").prefix { !$0.hasPrefix("x-apidoc-sources") }
        return lines.filter { !$0.contains("x-apidoc-status") }.joined(separator: "\n")
    }

    @Test(
        "What a document for each version leaves no room for is wrong usage",
        arguments: [
            (["--split-versions"], "--split-versions is for one document"),
            (["--dialect", "slate"], "take --dialect away"),
        ])
    func besides(_ options: [String], _ words: String) throws {
        _ = try tool.write(GrowingAPI(way: .header).document("1.0"), to: "1.yaml")
        let run = try tool.run(["import", "--version-of", "1.0=1.yaml", "-o", "store.yaml"] + options)
        #expect(run.status == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(tool.read("store.yaml") == nil)
    }

    @Test("Bad input is one clear error")
    func bad() throws {
        let api = GrowingAPI(way: .header)
        _ = try tool.write(api.document("1.0"), to: "a.yaml")
        let twice = try tool.run("import", "--version-of", "1=a.yaml", "--version-of", "2=a.yaml", "-o", "out.yaml")
        #expect(twice.status == 2)
        #expect(twice.errorLines.count == 1 && twice.errors.contains("error: this is the document of version"))
        let split = try tool.run("import", "--split-versions", "a.yaml", "-o", "out.yaml")
        #expect(split.status == 2 && split.errors.contains("describes one version"))
        #expect(tool.read("out.yaml") == nil)
    }

    @Test("Hundreds of findings of one kind are one line with their number")
    func manyFindings() throws {
        let paths = (1...60).map { "  /a\($0): {get: {responses: {'204': {description: OK}}}}" }.joined(separator: "\n")
        _ = try tool.write(
            "openapi: 3.0.3\ninfo: {title: A, version: '1'}\nservers: [{url: /}]\npaths:\n\(paths)\n", to: "a.yaml")
        let run = try tool.run("import", "a.yaml", "-o", "out.yaml", "--findings", "found.json")
        let lines = run.errorLines.filter { $0.contains("[openapi-made-operation-id]") }
        #expect(lines.count == 1 && lines[0].contains("and 59 more of this kind"), "\(run.errors)")
        #expect(tool.read("found.json")?.components(separatedBy: "openapi-made-operation-id").count == 61)
    }

    @Test("The configuration states another selector")
    func configuration() throws {
        try imported(GrowingAPI(way: .query))
        _ = try tool.write(
            "apidoc: 1\nspec: store.yaml\nselector: {by: none}\n", to: "apidoc.yaml")
        let run = try tool.run("generate")
        #expect(run.status == 0, "\(run.errors)")
        #expect(tool.read("Generated/StoreAPI/Clients/V2_0Client.swift")?.contains("apiVersion:") == true)
        _ = try tool.write(
            "apidoc: 1\nspec: store.yaml\nselector: {by: query, name: v}\n", to: "apidoc.yaml")
        let wrong = try tool.run("generate", "--force")
        #expect(wrong.status == 2 && wrong.errors.contains("apidoc.yaml:3:"), "\(wrong.errors)")
    }
}
