import SCPBackup
import URLSessionTransport

/// A program that only calls a service: it makes a client and says where it would call.
@main
struct ClientUser {
    static func main() throws {
        let client = Backup.V1_2.Client(
            endpoint: Backup.Endpoint(url: "https://backup.example"),
            credentials: try Credentials(accessKey: "access-key", secretKey: "secret-key"),
            transport: URLSessionTransport())
        print("\(client.connection.service) \(client.connection.version)")
    }
}
