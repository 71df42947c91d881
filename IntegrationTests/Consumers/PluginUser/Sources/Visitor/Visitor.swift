import Archive
import Committed
import Foundation
import Garden
import SCPRuntime
import ServiceRuntime
import URLSessionTransport

/// Calls a service with a client that a plugin generated: `Visitor ADDRESS ACCESS-KEY SECRET-KEY`.
@main
struct Visitor {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            print("usage: Visitor ADDRESS ACCESS-KEY SECRET-KEY")
            exit(64)
        }
        let client = GardenClient(
            endpoint: Glasshouse.Endpoint(url: Place(url: arguments[1]).url),
            credentials: try Credentials(accessKey: arguments[2], secretKey: arguments[3]),
            transport: URLSessionTransport())
        let beds = try await client.listBeds()
        print("beds: \(beds.contents?.count ?? 0)")
    }
}
