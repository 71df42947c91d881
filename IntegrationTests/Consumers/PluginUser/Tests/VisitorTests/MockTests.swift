import Committed
import Foundation
import MockService
import SCPRuntime
import Testing
import URLSessionTransport

/// A user's test, with a mock service on the other side.
@Test func bedsAreListed() async throws {
    let spec = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "spec/greenhouse.yaml").path()
    let mock = try await MockService.start(specFile: spec)
    let client = Greenhouse.V1_2.Client(
        connection: Greenhouse.V1_2.Client.connection(
            endpoint: .init(url: mock.url), authentication: .none, transport: URLSessionTransport()))
    #expect(try await client.listBeds().contents?.isEmpty == false)
    #expect(mock.requests.count == 1)
}
