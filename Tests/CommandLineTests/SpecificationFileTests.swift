import Foundation
import Testing

/// Generated tests start a mock service from the spec; where a file says it, they read it there.
@Suite("The spec of generated tests")
struct SpecificationFileTests {
    private let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.write("", to: "spec/none.txt")
        try FileManager.default.createDirectory(atPath: tool.path("spec"), withIntermediateDirectories: true)
        _ = try tool.run("import", Tool.sample, "-o", "spec/greenhouse.yaml")
    }

    private func specification(below folder: String = "Generated") throws -> String {
        try #require(tool.read("\(folder)/SCPGreenhouseTests/Specification.swift"))
    }

    @Test("Is found by the path to it, and not repeated")
    func path() throws {
        #expect(try tool.run("generate").status == 0)
        let text = try specification()
        #expect(text.contains(#"MockService.model(specFile: "../../spec/greenhouse.yaml")"#), "\(text)")
        #expect(!text.contains("operations:") && text.split(separator: "\n").count < 10)
    }

    @Test("Is found from wherever the modules are, and wherever the command runs")
    func elsewhere() throws {
        #expect(try tool.run("generate", "spec/greenhouse.yaml", "-o", "Sources/made/Generated").status == 0)
        let text = try specification(below: "Sources/made/Generated")
        #expect(text.contains(#"specFile: "../../../../spec/greenhouse.yaml")"#), "\(text)")
        let absolute = try tool.run(
            "generate", tool.path("./spec/../spec/greenhouse.yaml"), "-o", tool.path("Sources/made/Generated"),
            "--check")
        #expect(absolute.status == 0, "\(absolute.errors)")
    }

    @Test("Stands in the source where no file says the same: parts are left out, or paging is another")
    func parts() throws {
        for choice in ["versions: latest", "operations: {exclude: [deleteBed]}", "paging: {listBeds: {by: none}}"] {
            _ = try tool.write("apidoc: 1\nspec: spec/greenhouse.yaml\n\(choice)\n", to: "apidoc.yaml")
            let run = try tool.run("generate")
            #expect(run.status == 0, "\(choice): \(run.errors)")
            #expect(try specification().contains("private static let text = "), "\(choice)")
        }
        _ = try tool.write("apidoc: 1\nspec: spec/greenhouse.yaml\nversions: all\n", to: "apidoc.yaml")
        #expect(try tool.run("generate").status == 0)
        #expect(try specification().contains("specFile: "))
    }

    @Test("Stands in the source where it was read from a page or from standard input")
    func sources() throws {
        let page = try String(contentsOfFile: Tool.sample, encoding: .utf8)
        _ = try tool.write(page, to: "greenhouse.txt")
        #expect(try tool.run("generate", "greenhouse.txt").status == 0)
        #expect(try specification().contains("private static let text = "))
        let spec = try #require(tool.read("spec/greenhouse.yaml"))
        #expect(try tool.run("generate", "-", "-o", "Piped", input: spec).status == 0)
        #expect(try specification(below: "Piped").contains("private static let text = "))
    }
}
