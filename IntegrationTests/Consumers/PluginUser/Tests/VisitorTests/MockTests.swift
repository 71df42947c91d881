import Committed
import MockService
import SCPRuntime
import Testing
import URLSessionTransport

/// A user's test, with a mock service on the other side.
@Test func bedsAreListed() async throws {
    var options = MockService.Options()
    options.seed = .examples
    let credentials = try Credentials(accessKey: "key", secretKey: "secret")
    options.signatures = .verified(credentials)
    try await withMockService(MockService.model(specFile: "../../spec/greenhouse.yaml"), options: options) { mock in
        let client = Greenhouse.V1_2.Client(
            endpoint: .init(url: mock.url), credentials: credentials, transport: URLSessionTransport())
        let beds = try await client.listBeds()
        #expect(beds.contents?.isEmpty == false)
        #expect(mock.requests(of: "listBeds").count == 1)
    }
}
