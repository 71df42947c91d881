import Foundation
import Testing

@Suite("apidoc generate")
struct GenerateTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "./")
        _ = try FileManager.default.createDirectory(atPath: tool.path("spec"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            atPath: tool.path("greenhouse.yaml"), toPath: tool.path("spec/greenhouse.yaml"))
    }

    private func contents() -> [String: String] {
        Dictionary(uniqueKeysWithValues: tool.files().map { ($0, tool.read($0) ?? "") })
    }

    @Test("Gives two targets; a second run changes nothing; --check agrees")
    func idempotent() throws {
        #expect(try tool.run("generate").status == 0)
        #expect(tool.files().contains("Generated/SCPGreenhouse/Greenhouse.swift"))
        #expect(tool.files().contains("Generated/SCPGreenhouseTests/V1_2Tests.swift"))
        let before = contents()
        let again = try tool.run("generate")
        #expect(again.status == 0)
        #expect(again.errors.hasSuffix(" 0 of them changed\n"))
        #expect(contents() == before)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("--force counts the files that it has replaced")
    func forcedCount() throws {
        _ = try tool.run("generate")
        let file = "Generated/SCPGreenhouse/Greenhouse.swift"
        _ = try tool.write((tool.read(file) ?? "") + "// Mine.\n", to: file)
        #expect(try tool.run("generate", "--force").errors.hasSuffix(" 1 of them changed\n"))
        #expect(tool.read(file)?.contains("// Mine.") == false)
    }

    @Test("--check writes nothing and says what is missing and what is outdated")
    func check() throws {
        let missing = try tool.run("generate", "--check")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("Generated/SCPGreenhouse/Greenhouse.swift: missing"))
        #expect(!tool.files().contains("Generated"))
        _ = try tool.run("generate")
        let spec = (tool.read("spec/greenhouse.yaml") ?? "").replacing("title: Show Bed", with: "title: Show a Bed")
        _ = try tool.write(spec, to: "spec/greenhouse.yaml")
        let outdated = try tool.run("generate", "--check")
        #expect(outdated.status == 1)
        #expect(outdated.errors.contains("Generated/SCPGreenhouse/Clients/V1_2Client.swift: outdated"))
    }

    @Test("Names are kept beside the spec; a missing or changed file of names is out of date")
    func names() throws {
        _ = try tool.run("generate")
        let names = try #require(tool.read("spec/greenhouse.names.yaml"))
        #expect(names.contains("waterBedNow: waterBedNow\n"))
        _ = try tool.write(
            names.replacing("waterBedNow: waterBedNow", with: "waterBedNow: water"), to: "spec/greenhouse.names.yaml")
        let check = try tool.run("generate", "--check")
        #expect(check.status == 1)
        #expect(check.errors.contains("Generated/SCPGreenhouse/Clients/V1_2Client.swift: outdated"))
        #expect(try tool.run("generate").status == 0)
        #expect(tool.read("Generated/SCPGreenhouse/Clients/V1_2Client.swift")?.contains("public func water(") == true)
        try FileManager.default.removeItem(atPath: tool.path("spec/greenhouse.names.yaml"))
        #expect(try tool.run("generate", "--check").errors.contains("spec/greenhouse.names.yaml: outdated"))
        _ = try tool.write("names: 7\n", to: "spec/greenhouse.names.yaml")
        let broken = try tool.run("generate")
        #expect(broken.status == 2)
        #expect(broken.errors == "spec/greenhouse.names.yaml:1:1: error: a file of names begins with `names: 1`\n")
    }

    @Test("--hashable makes models Hashable")
    func hashable() throws {
        _ = try tool.run("generate", "--hashable")
        let models = tool.read("Generated/SCPGreenhouse/Models/GreenhouseModelsB.swift") ?? ""
        #expect(models.contains(": FieldCodable, Hashable, Sendable {"))
        #expect(!models.contains(": Codable, Equatable, Sendable {"))
    }

    @Test("A file that was edited by hand stops it, unless --force")
    func editedByHand() throws {
        _ = try tool.run("generate")
        let path = "Generated/SCPGreenhouse/Greenhouse.swift"
        _ = try tool.write((tool.read(path) ?? "") + "// mine\n", to: path)
        let before = contents()
        let run = try tool.run("generate")
        #expect(run.status == 2)
        #expect(run.errors.contains("\(path):"))
        #expect(contents() == before)
        #expect(try tool.run("generate", "--force").status == 0)
        #expect(tool.read(path)?.contains("// mine") == false)
    }

    @Test("One service in the way of a run: nothing of any service is written")
    func allOrNothing() throws {
        _ = try tool.run("generate")
        let path = "Generated/SCPGreenhouseTests/V1_2Tests.swift"
        _ = try tool.write((tool.read(path) ?? "") + "// mine\n", to: path)
        let other = (tool.read("spec/greenhouse.yaml") ?? "").replacing("title: Greenhouse", with: "title: Barn")
        _ = try tool.write(other, to: "spec/barn.yaml")
        let before = contents()
        #expect(try tool.run("generate").status == 2)
        #expect(contents() == before)
    }

    @Test("Files of others stay; files that are no longer made go away")
    func ownership() throws {
        _ = try tool.run("generate")
        _ = try tool.write("// mine\n", to: "Generated/SCPGreenhouse/Mine.swift")
        var spec = tool.read("spec/greenhouse.yaml") ?? ""
        // Version 1.0 is dropped everywhere.
        spec = spec.replacing(", '1.0']", with: "]").replacing(
            "  '1.0': {status: deprecated, notBefore: '2027-03-31'}\n", with: "")
        let parts = spec.components(separatedBy: "      - versions: ['1.0']\n")
        spec = parts.enumerated().map { index, part in
            guard index > 0 else { return part }
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let rest = lines.drop { $0.hasPrefix("        ") }
            return rest.joined(separator: "\n")
        }.joined()
        _ = try tool.write(spec, to: "spec/greenhouse.yaml")
        let run = try tool.run("generate")
        #expect(run.status == 0, "\(run.errors)")
        #expect(!tool.files().contains("Generated/SCPGreenhouse/Clients/V1_0Client.swift"))
        #expect(tool.read("Generated/SCPGreenhouse/Mine.swift") == "// mine\n")
    }

    @Test("A spec with mistakes: all of them with their places, nothing written")
    func brokenSpec() throws {
        let spec = (tool.read("spec/greenhouse.yaml") ?? "").replacing("status: current", with: "status: curent")
        _ = try tool.write(spec, to: "spec/greenhouse.yaml")
        let run = try tool.run("generate")
        #expect(run.status == 2)
        #expect(
            run.errors.hasPrefix(
                "spec/greenhouse.yaml:28:19: error: `curent` is no `status`; did you mean `current`?\n"))
        #expect(!tool.files().contains("Generated"))
    }

    @Test("No spec at all")
    func noSpec() throws {
        try FileManager.default.removeItem(atPath: tool.path("spec"))
        let run = try tool.run("generate")
        #expect(run.status == 2)
        #expect(
            run.errors
                == "spec:1:1: error: there is no spec here; name one, or make one with `apidoc import PAGE -o spec/NAME.yaml`\n"
        )
    }

    @Test("An output folder that is a symbolic link is refused")
    func linkedOutput() throws {
        try FileManager.default.createDirectory(atPath: tool.path("elsewhere"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: tool.path("Generated"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: tool.path("Generated/SCPGreenhouse"), withDestinationPath: tool.path("elsewhere"))
        let run = try tool.run("generate")
        #expect(run.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: tool.path("elsewhere")) == [])
    }

    @Test("Templates of a folder take the place of the built-in ones")
    func ownTemplates() throws {
        _ = try tool.write("// Made for us from {{specFile}}\n", to: "mine/Header.mustache")
        #expect(try tool.run("generate", "--templates", "mine").status == 0)
        #expect(
            tool.read("Generated/SCPGreenhouse/Greenhouse.swift")?.hasPrefix("// Made for us from `greenhouse.yaml`\n")
                == true)
        _ = try tool.write("{{nonsense}}\n", to: "mine/Header.mustache")
        let run = try tool.run("generate", "--templates", "mine")
        #expect(run.status == 2)
        #expect(run.errors.contains("`nonsense`, which nothing provides"))
    }

    @Test("Of several services only those are rendered whose spec has changed; the same spec may be rendered twice")
    func incremental() throws {
        let second = (tool.read("spec/greenhouse.yaml") ?? "").replacing("title: Greenhouse", with: "title: Hothouse")
            .replacing("id: greenhouse", with: "id: hothouse")
        _ = try tool.write(second, to: "spec/hothouse.yaml")
        let configuration = """
            apidoc: 1
            services:
              - spec: spec/greenhouse.yaml
              - {spec: spec/greenhouse.yaml, module: Other, versions: latest}
              - spec: spec/hothouse.yaml

            """
        _ = try tool.write(configuration, to: "apidoc.yaml")
        let first = try tool.run("generate")
        #expect(first.status == 0, "\(first.errors)")
        let again = try tool.run("generate")
        // What rendering had to say is said again.
        #expect(again.errors.contains("left out") && again.errors.hasSuffix(" 0 of them changed\n"))
        #expect(again.errors.replacing(/, \d+ of/, with: "") == first.errors.replacing(/, \d+ of/, with: ""))
        let before = contents()
        _ = try tool.write(second.replacing("title: Show Bed", with: "title: Show a Bed"), to: "spec/hothouse.yaml")
        let changed = try tool.run("generate")
        #expect(changed.status == 0 && !changed.errors.hasSuffix(" 0 of them changed\n"))
        let after = contents()
        let paths = after.keys.filter { after[$0] != before[$0] }
        #expect(!paths.isEmpty && paths.allSatisfy { $0.contains("Hothouse") || $0.contains("hothouse") }, "\(paths)")
        #expect(try tool.run("generate", "--check").status == 0)
        // A module that another service has already is refused, whether that one is rendered or not.
        _ = try tool.write(second.replacing("title: Hothouse", with: "title: Greenhouse"), to: "spec/hothouse.yaml")
        let refused = try tool.run("generate")
        #expect(
            refused.status == 2 && refused.errors.contains("would be written by this spec and by spec/greenhouse.yaml"))
    }
}
