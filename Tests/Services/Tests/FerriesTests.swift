import FerriesAPI
import Foundation
import ServiceRuntime
import ServiceTesting
import Testing

private typealias Version = Ferries.V1

@Suite("Calls of a service as web frameworks document it")
struct FerriesTests {
    private func client(_ transport: RecordingTransport) -> Version.Client {
        Version.Client(endpoint: .standard, transport: transport)
    }

    private func body(_ transport: RecordingTransport) throws -> String {
        String(decoding: try #require(transport.requests.first?.body), as: UTF8.self)
    }

    @Test("A tag of a union is sent though nobody gives it, and what only the service sets is not")
    func tagsAndReadOnlyMembers() async throws {
        let transport = RecordingTransport(status: 200, body: #"{"id":7,"name":"Ann","engine":{"area":3}}"#)
        let ferry = try await client(transport).keepFerry(
            ferryID: 7, body: .init(name: "Ann", engine: .sail(.init(area: 3))))
        #expect(try body(transport) == #"{"name":"Ann","engine":{"kind":"sail","area":3}}"#)

        // What came back without its tag goes out with it, and without its id.
        let again = RecordingTransport(status: 200, body: #"{"id":7,"name":"Ann","engine":{"kind":"motor","power":1}}"#)
        let other = try await client(again).keepFerry(ferryID: 7, body: ferry)
        #expect(try body(again) == #"{"name":"Ann","engine":{"kind":"sail","area":3}}"#)
        #expect(other.engine == .motor(.init(power: 1)))
        // Stored, it keeps what the service set.
        #expect(try JSONValue(json: JSONCoding().encode(ferry))["id"] == 7)
    }

    @Test("A file always has a name")
    func fileNames() async throws {
        let transport = RecordingTransport(status: 204, body: nil)
        try await client(transport).uploadPhoto(ferryID: 7, body: .init(photo: FilePart(Data("x".utf8))))
        #expect(try body(transport).contains(#"name="photo"; filename="photo""#))
        let named = RecordingTransport(status: 204, body: nil)
        try await client(named).uploadPhoto(
            ferryID: 7, body: .init(photo: FilePart(Data("x".utf8), fileName: #"a "b"/c.png"#)))
        #expect(try body(named).contains(#"filename="a %22b%22/c.png""#))
    }

    @Test("A documented redirection is a response")
    func redirection() async throws {
        let transport = RecordingTransport(
            status: 307, headers: ["Location": "https://elsewhere.example/winter"], body: nil)
        try await client(transport).timetable(season: .winter)
        let headers = try await client(transport).timetableWithHeaders(season: .winter)
        #expect(headers.location == "https://elsewhere.example/winter")
    }

    @Test("Documented bodies of errors have their type, and the server is asked for their media type")
    func errors() async throws {
        let missing = RecordingTransport(status: 404, body: #"{"detail":"no such ferry"}"#)
        let error = await #expect(throws: ServiceError.self) { try await client(missing).showFerry(ferryID: 1) }
        #expect(error?.detail == "no such ferry")
        #expect(try error?.body(as: Version.Missing.self).detail == "no such ferry")
        #expect(missing.requests.first?.header("Accept") == "application/json, application/problem+json")
        #expect(missing.requests.first?.path == "/ferries/1")
        guard case .notFound(let body)? = try error.map({ try Version.Client.ShowFerryFailure($0) }) ?? nil else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(body.detail == "no such ferry")
    }
}
