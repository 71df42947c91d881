import URLSessionTransport
import WeirAPI

/// A program that only calls a service which asks for no signature.
@main
struct UnsignedUser {
    static func main() {
        let client = Weir.V1.Client(
            endpoint: Weir.Endpoint(url: "https://weir.example"), transport: URLSessionTransport())
        print("\(client.connection.service) \(client.connection.version)")
    }
}
