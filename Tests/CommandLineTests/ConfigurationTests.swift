import Foundation
import Testing

@Suite("apidoc generate with a configuration")
struct ConfigurationTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        try FileManager.default.createDirectory(atPath: tool.path("spec"), withIntermediateDirectories: true)
        _ = try tool.run("import", Tool.sample, "-o", "spec/greenhouse.yaml")
    }

    private func generate(_ configuration: String, _ arguments: String...) throws -> Tool.Run {
        _ = try tool.write(configuration, to: "apidoc.yaml")
        return try tool.run(["generate"] + arguments)
    }

    @Test("One version in a module of a chosen name; what was left out is told")
    func selection() throws {
        let result = try generate(
            """
            apidoc: 1
            spec: spec/greenhouse.yaml
            output: Modules
            module: Glasshouse
            namespace: House
            access: package
            versions: ["1.2"]
            operations: {include: ["listBeds"]}
            tests: false

            """)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("note: left out: 2 versions (1.1, 1.0)"))
        #expect(result.errors.contains("[left-out]"))
        let files = tool.files().filter { $0.hasPrefix("Modules") && $0.hasSuffix(".swift") }
        #expect(
            files == [
                "Modules/Glasshouse/Clients/V1_2Client.swift", "Modules/Glasshouse/House.swift",
                "Modules/Glasshouse/Models/V1_2ModelsB.swift", "Modules/Glasshouse/Models/V1_2ModelsS.swift",
            ])
        let client = try #require(tool.read("Modules/Glasshouse/Clients/V1_2Client.swift"))
        #expect(client.contains("package func listBeds("))
        #expect(!client.contains("public ") && !client.contains("createBed"))
    }

    @Test("Paging of a list, in place of what the spec says")
    func paging() throws {
        _ = try tool.write(
            """
            openapi: 3.1.0
            info: {title: Cellar, version: "1"}
            servers: [{url: 'https://cellar.example.com'}]
            paths:
              /jars:
                get:
                  operationId: listJars
                  parameters:
                    - {name: from_jar, in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: Jars.
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [jars]
                            properties:
                              jars: {type: array, items: {type: object, properties: {id: {type: string}}}}
                              then: {type: string}

            """, to: "cellar.json")
        _ = try tool.run("import", "cellar.json", "-o", "spec/cellar.yaml")
        func client(_ paging: String) throws -> (Tool.Run, String) {
            let result = try generate("apidoc: 1\nspec: spec/cellar.yaml\noutput: Modules\n" + paging, "--force")
            return (result, tool.read("Modules/CellarAPI/Clients/V1Client.swift") ?? "")
        }
        let (plain, without) = try client("")
        #expect(plain.status == 0, "\(plain.errors)")
        #expect(!without.contains("ItemSequence<"))
        let (stated, with) = try client("paging:\n  listJars: {by: marker, position: from_jar, next: then}\n")
        #expect(stated.status == 0, "\(stated.errors)")
        #expect(with.contains("ItemSequence<") && with.contains("next: { $0.then }"))
        let (unknown, _) = try client("paging:\n  listLids: {by: none}\n")
        #expect(unknown.status == 2)
        #expect(
            unknown.errors.contains(
                "apidoc.yaml:5:3: error: the spec has no operation `listLids`; it can be `listJars`"))
        let (wrong, _) = try client("paging:\n  listJars: {by: marker, position: jar, next: then}\n")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("apidoc.yaml:5:3: error: `listJars` has no query parameter `jar`"))
        let (lacking, _) = try client("paging:\n  listJars: {by: page}\n")
        #expect(lacking.status == 2)
        #expect(lacking.errors.contains("error: `paging` by page lacks `position`, the parameter that has the number"))
    }

    @Test("Types of the user, exact numbers, dates as text, Hashable, a chosen name")
    func types() throws {
        let result = try generate(
            """
            apidoc: 1
            spec: spec/greenhouse.yaml
            types: {Tag: Labels.Label}
            imports: [Labels]
            numbers: decimal
            dates: string
            hashable: true
            names: {operations: {listBeds: beds}}

            """)
        #expect(result.status == 0, "\(result.errors)")
        let models = tool.files().filter { $0.contains("SCPGreenhouse/Models/") }.compactMap(tool.read).joined()
        #expect(models.contains("public import Labels") && models.contains("Labels.Label"))
        #expect(!models.contains("struct Tag"))
        #expect(models.contains("Hashable") && !models.contains(": Date") && !models.contains(": Double"))
        let client = try #require(tool.read("Generated/SCPGreenhouse/Clients/V1_2Client.swift"))
        #expect(client.contains("public func beds("))
    }

    @Test("The fixed layout has the same files for every service", arguments: [["1.2"], ["1.0"]])
    func fixed(_ versions: [String]) throws {
        let result = try generate(
            "apidoc: 1\nspec: spec/greenhouse.yaml\nversions: \(versions)\naccess: internal\n", "--config",
            "apidoc.yaml",
            "--into", "Out", "--layout", "fixed", "--quiet")
        #expect(result.status == 0, "\(result.errors)")
        let expected = (1...4).map { "Out/Clients\($0).swift" } + (1...8).map { "Out/Models\($0).swift" }
        #expect(tool.files().filter { $0.hasSuffix(".swift") } == expected + ["Out/Service.swift"])
        let client = try #require(tool.read("Out/Clients1.swift"))
        #expect(client.hasPrefix("// Generated by apidoc"))
        #expect(client.contains("\nimport ServiceRuntime\n") && !client.contains("public "))
    }

    @Test("A build plugin could not follow this")
    func pluginLines() throws {
        let result = try generate(
            "apidoc: 1\n\"spec\": spec/greenhouse.yaml\n", "--config", "apidoc.yaml", "--into", "Out", "--layout",
            "fixed")
        #expect(result.status == 2)
        #expect(
            result.errors.hasPrefix("apidoc.yaml:2:9: error: a build plugin looks for `spec: PATH`"), "\(result.errors)"
        )
        #expect(!tool.files().contains { $0.hasPrefix("Out") })
    }

    @Test("A folder of specs gives a module each")
    func folder() throws {
        let spec = (tool.read("spec/greenhouse.yaml") ?? "").replacing("id: greenhouse", with: "id: annex")
        _ = try tool.write(spec.replacing("title: Greenhouse", with: "title: Annex"), to: "spec/annex.yaml")
        let result = try generate("apidoc: 1\nspecs: spec\ntests: false\n")
        #expect(result.status == 0, "\(result.errors)")
        let folders = Set(tool.files().filter { $0.hasPrefix("Generated/") }.map { $0.split(separator: "/")[1] })
        #expect(folders == ["SCPAnnex", "SCPGreenhouse"])
    }

    @Test(
        "Choices that match nothing, with their place and nothing written",
        arguments: [
            ("operations: {include: [\"listBed\"]}", "3:24: error: no operation of the spec matches `listBed`"),
            ("schemas: {include: [\"No*\"]}", "3:21: error: no schema of the spec matches `No*`"),
            ("types: {None: A.B}", "3:9: error: the spec has no schema `None`"),
            ("versions: [\"9.9\"]", "3:12: error: the spec has no version `9.9`; it has `1.2`, `1.1`, `1.0`"),
            ("acces: public", "3:1: error: "),
        ])
    func nothing(_ line: String, _ message: String) throws {
        let result = try generate("apidoc: 1\nspec: spec/greenhouse.yaml\n\(line)\n")
        #expect(result.status == 2)
        #expect(result.errors.contains("apidoc.yaml:\(message)"), "\(result.errors)")
        #expect(!tool.files().contains { $0.hasPrefix("Generated") })
    }

    @Test("A spec that is not there is told at the line that names it")
    func missing() throws {
        let result = try generate("apidoc: 1\nspec: spec/none.yaml\n")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("apidoc.yaml:2:7: error: "), "\(result.errors)")
    }

    @Test("Two services in one folder, and two that write one module")
    func clashes() throws {
        let two = "apidoc: 1\nservices:\n  - spec: spec/greenhouse.yaml\n  - spec: spec/greenhouse.yaml\n"
        #expect(try generate(two, "--config", "apidoc.yaml", "--into", "Out").status == 2)
        let result = try generate(two)
        #expect(result.status == 2)
        #expect(result.errors.contains("the module SCPGreenhouse would be written by this spec and by"))
    }
}
