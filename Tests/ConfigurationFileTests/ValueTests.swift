import Diagnostics
import Testing
import YAML

@testable import ConfigurationFile

@Suite("Values of configurations")
struct ValueTests {
    @Test("Defaults")
    func defaults() throws {
        let configuration = try read("apidoc: 1\nspec: ../spec/./a.yaml", file: "tools/apidoc.yaml")
        #expect(configuration.output.value == "tools/Generated")
        #expect(configuration.templates == nil)
        let place = SourceLocation(file: "tools/apidoc.yaml", line: 2, column: 7)
        let expected = ServiceConfiguration(
            source: .spec(Located("spec/a.yaml", at: place)),
            location: SourceLocation(file: "tools/apidoc.yaml", line: 1, column: 1))
        #expect(configuration.services == [expected])
        #expect(!expected.leavesOutUnusedSchemas && expected.makesTests && expected.versions == .all)
    }

    @Test("An entry replaces the options of the top, each as a whole")
    func merged() throws {
        let services = try read(
            """
            apidoc: 1
            access: package
            versions: latest
            operations: {include: ["list*"], exclude: ["*Agent*"]}
            services:
              - {spec: a.yaml, module: A, namespace: N, namesFile: x.yaml}
              - {specs: b, access: internal, versions: all, operations: {exclude: [x]}, dates: string, numbers: decimal}
            """
        ).services
        #expect(services.map(\.access) == [.package, .internal])
        #expect(services.map(\.versions) == [.latest, .all])
        #expect(services[0].module?.value == "A" && services[0].namespace?.value == "N")
        #expect(services[0].namesFile?.value == "x.yaml")
        #expect(services[0].operations?.exclude.first?.location.description == "apidoc.yaml:4:44")
        #expect(services[0].operations?.contains("listBackups") == true)
        #expect(services[0].operations?.contains("listAgentBackups") == false)
        #expect(services[0].operations?.contains("createBackup") == false)
        #expect(services[1].operations?.include.isEmpty == true && services[1].operations?.contains("y") == true)
        #expect(services[1].dates == .string && services[1].numbers == .decimal)
    }

    @Test("How lists are read page by page")
    func paging() throws {
        let service = try #require(
            try read(
                """
                apidoc: 1
                spec: a
                paging:
                  listJars: {by: page, position: page, size: size, first: 1, count: /data/total}
                  listLids: {by: none}
                """
            ).services.first)
        #expect(service.paging.map(\.operation.value) == ["listJars", "listLids"])
        #expect(service.paging.map(\.kind.value) == ["page", "none"])
        #expect(service.paging[0].first == 1)
        #expect(service.paging[0].parts == [.position: "page", .size: "size", .count: "/data/total"])
        #expect(service.paging[0].operation.location.description == "apidoc.yaml:4:3")
    }

    @Test("Names and types keep their places")
    func names() throws {
        let service = try #require(
            try read(
                """
                apidoc: 1
                spec: a
                types: {BackupID: Foundation.UUID}
                imports: [Foundation]
                names:
                  operations: {listBackups: backups}
                  types: {shared: {Tag: Label}}
                """
            ).services.first)
        #expect(service.types.map(\.type) == ["Foundation.UUID"])
        #expect(service.types.first?.location.description == "apidoc.yaml:3:9")
        #expect(service.imports.map(\.value) == ["Foundation"])
        #expect(service.names.map(\.scope) == [["operations"], ["types", "shared"]])
        #expect(service.names.map(\.name) == ["backups", "Label"])
        #expect(service.names.last?.location.description == "apidoc.yaml:7:20")
    }

    @Test(
        "Paths",
        arguments: [
            ("apidoc.yaml", "a/../../b/", "../b"), ("x/apidoc.yaml", "..", "."),
            ("../x/apidoc.yaml", "../../y", "../../y"),
            ("/x/apidoc.yaml", "../../y", "/y"), ("./x/apidoc.yaml", "./y//z", "x/y/z"), ("<standard input>", "y", "y"),
        ])
    func paths(file: String, path: String, expected: String) {
        #expect(RelativePath.joined(path, toFolderOf: file) == expected)
    }

    @Test(
        "Patterns",
        arguments: [
            ("*", "", true), ("a*c", "abcbc", true), ("a*c", "abcb", false), ("*Agent*", "listAgents", true),
            ("list*", "alist", false), ("**", "x", true), ("a", "A", false), ("a*b*c", "aXbXbXc", true),
            ("", "x", false),
        ])
    func patterns(pattern: String, name: String, expected: Bool) {
        #expect(NamePattern(pattern, at: SourceLocation(file: "x")).matches(name) == expected)
    }

    @Test("Which files of a folder are specs")
    func folder() {
        let names = ["a.yaml", "a.overlay.yaml", "a.names.yaml", "a.json", ".a.yaml", "apidoc.yaml"]
        #expect(names.filter(SpecFolder.isSpec) == ["a.yaml"])
    }
}
