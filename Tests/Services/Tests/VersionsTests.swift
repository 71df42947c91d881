import MockService
import QuayAPI
import ServiceRuntime
import ServiceTesting
import SlipAPI
import Testing
import URLSessionTransport

@Suite("What versions have in common, called through their protocols")
struct VersionsTests {
    private func spec(_ name: String) -> String {
        #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/spec/\(name).yaml"
    }

    private func quay(_ version: any Quay.AnyVersion.Type, _ mock: MockService) throws -> any Quay.AnyVersion {
        version.init(
            connection: version.connection(
                endpoint: .init(url: mock.url), authentication: try .bearer("token"), transport: URLSessionTransport(),
                configuration: ClientConfiguration()))
    }

    @Test("Code for several versions sends the path of the version that it is given")
    func paths() async throws {
        let mock = try await MockService.start(specFile: spec("quay"))
        for version in [Quay.V1_0.self, Quay.V2_0.self, Quay.V3_0.self] as [any Quay.AnyVersion.Type] {
            _ = try await quay(version, mock).listCranes()
        }
        #expect(mock.requests.map(\.version) == ["1.0", "2.0", "3.0"])
        #expect(mock.requests.map { $0.target.prefix(10) } == ["/v1/cranes", "/v2/cranes", "/v3/cranes"])
    }

    @Test("A client of any version reads its pages, and one of some versions has what these have in common")
    func pages() async throws {
        let mock = try await MockService.start(specFile: spec("quay"))
        _ = try await quay(Quay.V2_0.self, mock).listCranesPager.all(size: 3).collect(upTo: 3)
        #expect(mock.requests.map(\.target) == ["/v2/cranes?page=0&size=3"])
        let later = try #require(try quay(Quay.V3_0.self, mock) as? any Quay.SinceV2_0)
        try await later.moveCrane(craneID: "c-1", to: .north)
        #expect(try quay(Quay.V1_0.self, mock) as? any Quay.SinceV2_0 == nil)
    }

    @Test("A query item selects the version, also where operations differ")
    func queries() async throws {
        let mock = try await MockService.start(specFile: spec("slip"))
        func client<Version: Slip.AnyVersion>(_: Version.Type) throws -> Version {
            Version(
                connection: Version.connection(
                    endpoint: .init(url: mock.url), authentication: try .bearer("token"),
                    transport: URLSessionTransport(), configuration: ClientConfiguration()))
        }
        _ = try await client(Slip.V1_0.self).readLog()
        _ = try await client(Slip.V2_0.self).readLog(day: "2026-01-02")
        _ = try await client(Slip.V3_0.self).listBerths()
        #expect(
            mock.requests.map(\.target) == [
                "/log?api-version=1.0", "/log?api-version=2.0&day=2026-01-02", "/berths?api-version=3.0",
            ])
    }

    @Test("Types that versions share are one type, others are theirs alone")
    func types() {
        #expect(Quay.V1_0.Crane.self == Quay.V3_0.Crane.self)
        #expect(Quay.V1_0.Berth.self == Quay.V2_0.Berth.self)
        #expect(Quay.V2_0.Berth.self as Any.Type != Quay.V3_0.Berth.self)
        #expect(Quay.V2_0.ShowCraneFailure.self as Any.Type != Quay.V1_0.ShowCraneFailure.self)
        #expect(Quay.V1_0.ListCranesPager.self == Quay.V3_0.ListCranesPager.self)
    }

    @Test("The errors of an operation are those of its version")
    func failures() async throws {
        let mock = try await MockService.start(specFile: spec("quay"))
        let error = await #expect(throws: ServiceError.self) {
            try await Quay.V1_0(
                connection: Quay.V1_0.connection(
                    endpoint: .init(url: mock.url), authentication: .none, transport: URLSessionTransport())
            ).showBerth(berthID: "nowhere")
        }
        let failure = try Quay.V1_0.ShowBerthFailure(try #require(error))
        guard case .notFound(let problem)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(!problem.title.isEmpty)
    }
}
