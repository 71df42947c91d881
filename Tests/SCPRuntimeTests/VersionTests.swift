import HTTPTypes
import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Testing

@Suite struct VersionTests {
    private struct Client: ServiceClient {
        let connection: ServiceConnection
    }

    private func client(
        _ body: String, status: Int = 200, baseURL: String = "https://backup.example", now: Double = 1_780_218_000
    ) -> (client: Client, transport: RecordingTransport) {
        let transport = RecordingTransport(status: status, body: body)
        let connection = connection(
            transport, baseURL: baseURL,
            headers: ["Accept-Language": "en-US", "scp-api-version": "backup 1.2", "Scp-ClientType": "Openapi"],
            configuration: ClientConfiguration(now: { instant(now) }))
        return (Client(connection: connection), transport)
    }

    private static let documented =
        #"{"versions":[{"id":"v1.0","links":[{"href":"https://h/v1","rel":"self"}],"not_before":"2026-02-23","#
        + #""status":"CURRENT"}]}"#

    @Test func theDocumentedAnswer() async throws {
        let (client, transport) = client(Self.documented)
        let versions = try await client.servedVersions()
        #expect(
            versions == [
                ServedVersion(
                    id: "v1.0", status: .current, notBefore: "2026-02-23",
                    links: [.init(href: "https://h/v1", rel: "self")])
            ])
        #expect(versions.first?.version == "1.0")
        #expect(versions.first?.notBeforeDay == CalendarDate(year: 2026, month: 2, day: 23))
        #expect(versions.first?.description == "v1.0, CURRENT, not before 2026-02-23")
        let request = try #require(transport.requests.first)
        #expect(request.method == "GET")
        #expect(request.url == "https://backup.example/")
        #expect(request.header("Scp-Api-Version") == nil)
        #expect(request.header("Scp-ClientType") == "Openapi")
    }

    @Test(arguments: [
        ("https://backup.example", "https://backup.example/"), ("https://backup.example/", "https://backup.example/"),
        ("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/"),
        ("http://127.0.0.1:8080/api//", "http://127.0.0.1:8080/api/"),
    ])
    func rootOfTheBaseURL(_ baseURL: String, _ url: String) async throws {
        let (client, transport) = client(Self.documented, baseURL: baseURL)
        _ = try await client.servedVersions()
        #expect(transport.requests.map(\.url) == [url])
    }

    @Test func oddAnswersAreTolerated() async throws {
        let body = #"""
            {"versions":[
              {"id":"v1.3","not_before":null,"status":null,"links":null},
              {"id":"V1.2","not_before":"-","status":"supported","links":["https://h/v1", 7, {"rel":"self"}, null]},
              {"id":"1.1","not_before":"","status":"RETIRED","links":{}},
              {"id":1.5,"not_before":20260223},
              {"id":"valpha","not_before":"soon"},
              {"id":null}, {"status":"CURRENT"}, null, "v9", 3, []
            ],"extra":1}
            """#
        let versions = try await client(body, status: 300).client.servedVersions()
        #expect(versions.map(\.id) == ["v1.3", "V1.2", "1.1", "1.5", "valpha"])
        #expect(versions.map(\.version) == ["1.3", "1.2", "1.1", "1.5", "valpha"])
        #expect(versions.map(\.status) == [nil, .supported, ServedVersion.Status(rawValue: "RETIRED"), nil, nil])
        #expect(versions.map(\.notBefore) == [nil, nil, nil, "20260223", "soon"])
        #expect(versions.map { $0.notBeforeDay?.description } == [nil, nil, nil, "2026-02-23", nil])
        #expect(versions.map(\.links) == [[], [.init(href: "https://h/v1")], [], [], []])
        #expect(versions.map { $0.status?.isDocumented } == [nil, true, false, nil, nil])
        #expect(try await client(#"{"versions":[]}"#).client.servedVersions() == [])
    }

    @Test func answersWithoutVersionsAreErrors() async {
        for (body, text) in [
            ("{}", "Backup 1.2 servedVersions: the answer does not decode at $.versions: the field is missing: {}"),
            ("", "Backup 1.2 servedVersions: the answer does not decode at $: the body is empty"),
        ] {
            let error = await failure { _ = try await client(body).client.servedVersions() }
            #expect((error as? ServiceError)?.description == text)
        }
        let refused = await failure { _ = try await client("", status: 401).client.versionStatus() }
        #expect((refused as? ServiceError)?.statusCode == 401)
    }

    private static let served = [
        ServedVersion(id: "v2.0", status: .planned, notBefore: "2027-01-01"),
        ServedVersion(id: "v1.4", status: .current, notBefore: "2020-01-01"),
        ServedVersion(id: "v1.3", status: .supported),
        ServedVersion(id: "v1.2", status: .supported, notBefore: "20260531"),
        ServedVersion(id: "v1.1", status: .deprecated, notBefore: "2026-05-31"),
        ServedVersion(id: "v1.0", status: .deprecated, notBefore: "-"),
        ServedVersion(id: "v0.9", notBefore: "2026-05-30"),
        ServedVersion(id: "v0.8"),
    ]

    @Test(arguments: [
        ("2.0", 31, "v2.0 is planned and cannot be called yet", false),
        ("1.4", 31, "v1.4 is served", true),
        ("1.3", 31, "v1.3 is served", true),
        ("1.2", 31, "v1.2 is served", true),
        ("1.2", 32, "v1.2 has ended: it was served until 20260531", false),
        ("1.1", 31, "v1.1 is deprecated and served until 2026-05-31", true),
        ("1.1", 32, "v1.1 has ended: it was served until 2026-05-31", false),
        ("1.0", 32, "v1.0 is deprecated", true),
        ("0.9", 30, "v0.9 is served", true),
        ("0.9", 31, "v0.9 has ended: it was served until 2026-05-30", false),
        ("v0.8", 31, "v0.8 is served", true),
        ("0.7", 31, "the service does not list the version", false),
        ("", 31, "the service does not list the version", false),
    ])
    func statusOfAVersion(_ version: String, _ dayOfMay: Int, _ text: String, _ isCallable: Bool) {
        let today = CalendarDate(instant(1_777_593_600 + Double(dayOfMay - 1) * 86_400))
        let status = VersionStatus(of: version, in: Self.served, on: today)
        #expect(status.description == text)
        #expect(status.isCallable == isCallable)
    }

    @Test func ownVersionToday() async throws {
        // The last second of 31 May 2026 in UTC, and the first one after it.
        let body = #"{"versions":[{"id":"v1.2","status":"DEPRECATED","not_before":"2026-05-31"}]}"#
        let version = ServedVersion(id: "v1.2", status: .deprecated, notBefore: "2026-05-31")
        let before = try await client(body, now: 1_780_271_999).client.versionStatus()
        #expect(before == .deprecated(version, until: CalendarDate(year: 2026, month: 5, day: 31)))
        #expect(try await client(body, now: 1_780_272_000).client.versionStatus() == .ended(version))
        #expect(try await client(Self.documented).client.versionStatus() == .unlisted)
    }
}

@Suite struct CalendarDateTests {
    @Test func daysOfInstants() {
        #expect(CalendarDate(instant(-0.5)).description == "1969-12-31")
        #expect(CalendarDate(instant(86_399.9)).description == "1970-01-01")
        #expect(CalendarDate(instant(0)) < CalendarDate(instant(86_400)))
    }

    @Test(arguments: ["2026-02-23", "20260223", "2026-02-23T10:00:00Z"])
    func aVersionStatesItsDayInAnyOfTheseForms(_ text: String) {
        let version = ServedVersion(id: "v1.0", status: nil, notBefore: text)
        #expect(version.notBeforeDay == CalendarDate(year: 2026, month: 2, day: 23))
    }
}
