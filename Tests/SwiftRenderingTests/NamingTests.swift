import APIModel
import APISpec
import Diagnostics
import Testing

@testable import SwiftRendering

@Suite("Names")
struct NamingTests {
    @Test(
        "Members",
        arguments: [
            ("backup_agent_id", "backupAgentID"), ("id", "id"), ("ID", "id"), ("server_uuid", "serverUUID"),
            ("is_all_filesystem", "isAllFilesystem"), ("restore_target_ids", "restoreTargetIDs"),
            ("usage_gb", "usageGB"),
            ("listGslbs", "listGSLBs".replacing("GSLBs", with: "Gslbs")), ("ip_address", "ipAddress"),
            ("5min", "member5min"), ("", "member"),
            ("Scp-Trace-Id", "scpTraceID"), ("vpc", "vpc"), ("HTTPServer", "httpServer"), ("a__b", "aB"),
        ])
    func members(name: String, expected: String) {
        #expect(Names.member(name) == expected)
    }

    @Test(
        "Values of enumerations",
        arguments: [
            ("WEEK_2", "week2"), ("VM_IMAGE", "vmImage"), ("5min", "value5min"), ("", "empty"), ("*", "value"),
            ("MON", "mon"),
            ("kr-west1", "krWest1"), ("PARTIAL_SUCCESS", "partialSuccess"),
        ])
    func values(value: String, expected: String) {
        #expect(Names.enumerationCase(value) == expected)
    }

    @Test(
        "Versions",
        arguments: [
            ("1.2", "V1_2"), ("v1", "V1"), ("V2", "V2"), ("Version 39.1", "V39_1"), ("2024-06-01", "V2024_06_01"),
            ("2.0.0 (v2)", "V2"), ("Revision-20221117-Version-37.1", "V37_1"), ("v1beta1", "V1beta1"),
            ("lima", "Vlima"), ("version", "Vversion"), ("2024-06-01-preview", "V2024_06_01_preview"),
        ])
    func versions(id: String, expected: String) {
        #expect(ServiceNames.versionName(id).name == expected)
    }

    @Test("A type that differs between versions has the version in its name")
    func typeOfVersion() {
        #expect(TypePlan.typeName("Berth@37.0") == "Berth_V37_0")
        #expect(TypePlan.typeName("berth_log@2024-06-01") == "BerthLog_V2024_06_01")
        #expect(TypePlan.typeName("BerthRequest1Dot2") == "BerthRequest1Dot2")
    }

    @Test("Letters outside ASCII are not lost, so that names stay apart")
    func nonASCII() {
        #expect(Words("\u{AC00}").lowerCamel == "uac00")
        #expect(Words("\u{AC00}").lowerCamel != Words("\u{AC01}").lowerCamel)
        #expect(Words("caf\u{E9}").lowerCamel != Words("caf").lowerCamel)
    }

    @Test("A name that is taken gets a number, and both sources are reported")
    func collisions() throws {
        var document = RenderingSample.document(everywhere: "x")
        document.schemas[0].properties = ["aB", "a\u{A7}b", "a\u{B6}b"].map {
            NamedSchema.Property(name: $0, isRequired: true, schema: Schema(.boolean))
        }
        let service = try RenderingSample.render(document)
        let source = service.module.files.map(\.text).joined()
        for name in ["aB", "aB2", "aB3"] { #expect(source.contains("public var \(name): Bool")) }
        #expect(service.findings.contains { $0.rule == "name-collision" })
        #expect(
            service.findings.map(\.message).contains(
                "`x.a\u{A7}b` and `x.aB` would both be called `aB` in Swift; `x.a\u{A7}b` is called `aB2`"))
    }

    @Test("Names that would hide what generated code uses get another")
    func shadowing() throws {
        var document = RenderingSample.document(everywhere: "x")
        document.schemas = ["Data", "String", "Client", "Type", "X", "Error", "x"].map {
            NamedSchema(name: $0, properties: document.schemas[0].properties)
        }
        let source = try RenderingSample.render(document).module.files.map(\.text).joined()
        for name in ["DataModel", "StringModel", "ClientModel", "TypeModel", "ErrorModel"] {
            #expect(source.contains("public struct \(name): FieldCodable"), "\(name)")
        }
    }

    @Test("Keywords are written in back-ticks")
    func keywords() throws {
        var document = RenderingSample.document(everywhere: "x")
        document.schemas[0].properties = ["default", "class", "init", "self"].map {
            NamedSchema.Property(name: $0, isRequired: true, schema: Schema(.boolean))
        }
        let source = try RenderingSample.render(document).module.files.map(\.text).joined()
        for declaration in ["`default`: Bool", "`class`: Bool", "initValue: Bool", "selfValue: Bool"] {
            #expect(source.contains("public var \(declaration)"), "\(declaration)")
        }
    }

    @Test(
        "Module and namespace",
        arguments: [
            ("Backup", "backup", "SCP", "SCPBackup", "Backup"), ("GSLB", "gslb", "SCP", "SCPGSLB", "GSLB"),
            ("File Storage", "filestorage", "SCP", "SCPFileStorage", "FileStorage"),
            ("Data", "data", nil, "DataServiceAPI", "DataService"),
            ("\u{BC31}\u{C5C5}", "backup", "SCP", "SCPBackup", "Backup"),
            ("Museum API", "museum-api", nil, "MuseumAPIClient", "MuseumAPI"),
            ("Museum API", "museum-api", "SCP", "SCPMuseumAPI", "MuseumAPI"),
        ] as [(String, String, String?, String, String)])
    func serviceNames(title: String, id: String, provider: String?, module: String, namespace: String) {
        let document = SpecDocument(
            service: Service(id: id, title: title, provider: provider, server: .init(url: "https://x.example")))
        let names = ServiceNames(APIModel(document))
        #expect(names.module.name == module)
        #expect(names.namespace.name == namespace)
    }
}

@Suite("Endpoints")
struct EndpointTests {
    private func source(_ pairs: [Service.Server.Pair], url: String) throws -> String {
        let document = SpecDocument(service: Service(id: "dns", title: "DNS", server: .init(url: url, pairs: pairs)))
        return try RenderingSample.render(document).module.files.map(\.text).joined()
    }

    @Test("A service with regions has a method for each environment")
    func regions() throws {
        let source = try source(
            [.init(environment: "s", region: "kr-west1")], url: "https://dns.{region}.{environment}.example")
        #expect(source.contains("public static func s(_ region: RegionOfS) -> Endpoint {"))
        #expect(source.contains("case .krWest1: \"https://dns.kr-west1.s.example\""))
    }

    @Test("A global service has a constant for each environment")
    func global() throws {
        let source = try source([.init(environment: "s")], url: "https://dns.{environment}.example")
        #expect(source.contains("public static let s = Endpoint(url: \"https://dns.s.example\")"))
    }

    @Test("A service with one address has one constant")
    func single() throws {
        #expect(
            try source([], url: "https://dns.example").contains(
                "public static let standard = Endpoint(url: \"https://dns.example\")"))
    }

    @Test("A placeholder that nothing fills is a finding, and callers pass the whole address")
    func unknownPlaceholder() throws {
        let document = SpecDocument(
            service: Service(id: "dns", title: "DNS", server: .init(url: "https://dns.{zone}.example")))
        let service = try RenderingSample.render(document)
        #expect(
            service.findings.map(\.description) == [
                "apidoc: warning: nothing tells the values of `{zone}` in the server's address "
                    + "`https://dns.{zone}.example` [unknown-placeholder]"
            ])
        #expect(!service.module.files.map(\.text).joined().contains("static let standard"))
    }

    @Test("An address without a host is a finding, and callers pass the whole address")
    func relativeAddress() throws {
        let document = SpecDocument(
            service: Service(
                id: "dns", title: "DNS", server: .init(url: "/v1", alternatives: [.init(url: "https://dns.example")])))
        let service = try RenderingSample.render(document)
        #expect(
            service.findings.map(\.description) == [
                "apidoc: note: the address `/v1` has no host; callers pass the whole address [relative-address]"
            ])
        let source = service.module.files.map(\.text).joined()
        #expect(!source.contains("static let standard"))
        #expect(source.contains("public static let alternative1 = Endpoint(url: \"https://dns.example\")"))
    }

    @Test("An address with variables is a function with their defaults")
    func variables() throws {
        let server = Service.Server(
            url: "https://{account}.dns.example:{port}",
            variables: [
                .init(name: "account", defaultValue: "main \\(x)"),
                .init(name: "port", defaultValue: "443", values: ["443", "8443"]),
            ], alternatives: [.init(url: "https://test.dns.example", description: "Test bench")])
        let source = try RenderingSample.render(
            SpecDocument(service: Service(id: "dns", title: "DNS", server: server))
        ).module.files.map(\.text).joined()
        #expect(
            source.contains(
                """
                        public static func standard(account: String = "main \\\\(x)", port: String = "443") -> Endpoint {
                            Endpoint(url: "https://\\(account).dns.example:\\(port)")
                        }
                """))
        #expect(source.contains("///   - port: One of `443`, `8443`."))
        #expect(source.contains("public static let testBench = Endpoint(url: \"https://test.dns.example\")"))
    }
}

@Suite("Names of types that the documentation spells alike")
struct LikeNamesTests {
    @Test("A sign in front is part of the name")
    func signs() {
        #expect(
            ["name", "-name", "+1", "-1", "-", "a-b"].map(Names.enumerationCase) == [
                "name", "minusName", "plus1", "minus1", "value", "aB",
            ])
        #expect(["+1", "-1", "1"].map(Names.member) == ["plus1", "minus1", "member1"])
    }

    @Test("Versions that differ in marks only keep namespaces of their own")
    func versions() {
        let document = SpecDocument(
            service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
            versions: ["v1", "1", "1.0", "1-0"].map { APIVersion(id: $0, status: .current) })
        let names = ServiceNames(APIModel(document))
        #expect(["v1", "1", "1.0", "1-0"].map { names.version($0).name } == ["V1", "VV1", "V1_0", "VV1_0"])
    }

    @Test("A named enumeration and one that is spelt out under the same name are two entries of the record")
    func record() throws {
        var document = SpecDocument(
            service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
            versions: [APIVersion(id: "1", status: .current)])
        document.schemas = [
            NamedSchema(name: "State", definition: Schema(.enumeration(["on", "off"]))),
            NamedSchema(
                name: "Lamp",
                properties: [
                    .init(name: "state", isRequired: true, schema: Schema(.enumeration(["bright", "dim"]))),
                    .init(name: "last", isRequired: false, schema: Schema(.reference("State"))),
                    .init(name: "next", isRequired: false, schema: Schema(.reference("State"))),
                ]),
        ]
        let first = try RenderingSample.render(document)
        let source = first.module.files.map(\.text).joined()
        #expect(source.contains("var state: LampState") && source.contains("var next: State?"))
        #expect(source.contains("struct State: OpenEnum") && source.contains("struct LampState: OpenEnum"))
        #expect(first.findings == [])
        let second = try SwiftRenderer(templates: RenderingSample.templates)
            .render(document, specFile: "x.yaml", keeping: first.names)
        #expect(second.findings == [] && second.names == first.names)
    }
}
