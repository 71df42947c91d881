import SCPGreenhouse
import ServiceRuntime

/// A first call with a generated client: list beds, water one, and handle an answer of the service that is an error.
///
/// It needs no network: ``PaperGreenhouse`` answers in place of the service. A real program passes a
/// `URLSessionTransport()` and the credentials of its account instead.
@main
struct FirstCall {
    static func main() async throws {
        let greenhouse = Greenhouse.V1_2.Client(
            endpoint: .a(.fieldNorth1),
            credentials: try Credentials(accessKey: "demo-access-key", secretKey: "demo-secret-key"),
            transport: PaperGreenhouse())

        let list = try await greenhouse.listBeds(size: 20, state: .growing)
        for bed in list.contents ?? [] {
            print("bed \(bed.name): \(bed.state), \(bed.soil)")
        }

        let created = try await greenhouse.createBed(body: .init(name: "herbs-01", soil: .loam, crops: ["basil"]))
        print("created: request \(created.requestID), bed \(created.resource.id)")

        do {
            _ = try await greenhouse.showBed(bedID: "no-such-bed")
        } catch let error as ServiceError {
            guard case .notFound = error.kind else { throw error }
            print("not found: \(error.detail ?? "no detail")")
        }
    }
}
