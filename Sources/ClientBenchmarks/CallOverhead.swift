import AsyncHTTPClientTransport
import Foundation
import HTTPTypes
import SCPRuntime
import ServiceRuntime

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a client costs above its transport: building, signing, sending and decoding a call, against the same bytes sent
/// over the bare transport.
///
/// Request and response have 1 KB each. One call follows the other over one kept connection on loopback; blocks of both
/// kinds alternate, so that a slow moment of the machine meets both.
enum CallOverhead {
    private static let rounds = 21
    private static let callsPerBlock = 400

    static func run() async throws {
        let server = try CallOverheadServer(answer: CallOverheadModel.answer)
        let transport = AsyncHTTPClientTransport()
        let recorder = Recorder(transport)
        try await calls(1, over: try connection(to: server, over: recorder))
        guard let (request, body) = recorder.last else { return }
        let client = try connection(to: server, over: transport)

        var rounds: [(bare: Cost, client: Cost)] = []
        for _ in 0...Self.rounds {
            let bare = try await Cost.of { try await send(request, body, over: transport) }
            let client = try await Cost.of { try await calls(callsPerBlock, over: client) }
            rounds.append((bare, client))
        }
        // The first one warmed up.
        report(rounds.dropFirst(), sent: body?.count ?? 0)
    }

    private static func connection(to server: CallOverheadServer, over transport: any Transport) throws
        -> ServiceConnection
    {
        ServiceConnection(
            service: "Things", version: "1.0", baseURL: "http://127.0.0.1:\(server.port)",
            headers: ["Scp-ClientType": "OpenApi"],
            authentication: .scpHMAC(
                try Credentials(accessKey: "2sd2gg2agbdSD26svcD", secretKey: "fbsxfbsw6fbfdbg6fbs")),
            transport: transport)
    }

    private static func calls(_ count: Int, over connection: ServiceConnection) async throws {
        for number in 0..<count {
            let request = OperationRequest(
                "createParts", .post, "/v1/things/\("0fdd87aab8cb46f59b7c1f81ed")/parts",
                query: ["page": 1, "size": 20, "sort": "created_at:desc"], body: CallOverheadModel.request)
            let parts: CallOverheadModel = try await connection.call(request, success: [200])
            guard parts.contents.count == 3 else { throw Unexpected(number: number) }
        }
    }

    private static func send(_ request: HTTPRequest, _ body: Data?, over transport: any Transport) async throws {
        for number in 0..<callsPerBlock {
            let response = try await transport.send(request, body: body, timeout: .seconds(60))
            let answer = try await response.body.collect(upTo: 64 << 20)
            guard response.head.status == .ok, answer == CallOverheadModel.answer else {
                throw Unexpected(number: number)
            }
        }
    }

    private static func report(_ rounds: ArraySlice<(bare: Cost, client: Cost)>, sent: Int) {
        let times = rounds.map { $0.client.seconds / $0.bare.seconds }.sorted()
        let processor = rounds.map { $0.client.processor / $0.bare.processor }.sorted()
        let middle = rounds.count / 2
        let bare = rounds.map { $0.bare.seconds }.sorted()[middle] / Double(callsPerBlock)
        let difference = rounds.map { $0.client.seconds - $0.bare.seconds }.sorted()[middle] / Double(callsPerBlock)
        print("calls one after the other, \(sent) bytes there, \(CallOverheadModel.answer.count) bytes back")
        print("  bare transport   \(microseconds(bare)) a call")
        print("  client           \(microseconds(difference)) more a call")
        print(
            "                   \(rounded(times[middle])) times (\(rounded(times[0])) to \(rounded(times[times.count - 1])))"
        )
        print("  processor time   \(rounded(processor[middle])) times, with the server in both")
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private static func microseconds(_ seconds: Double) -> String { "\((seconds * 1e7).rounded() / 10) µs" }

    /// A call had another answer than expected.
    private struct Unexpected: Error {
        var number: Int
    }

    /// What a block of calls cost.
    private struct Cost {
        var seconds: Double
        var processor: Double

        static func of(_ block: () async throws -> Void) async throws -> Cost {
            let start = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
            try await block()
            return Cost(seconds: now(CLOCK_MONOTONIC) - start.0, processor: now(CLOCK_PROCESS_CPUTIME_ID) - start.1)
        }

        private static func now(_ clock: clockid_t) -> Double {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
    }

    /// Keeps the last request, as it is sent.
    private final class Recorder: Transport, @unchecked Sendable {
        private let transport: any Transport
        private(set) var last: (request: HTTPRequest, body: Data?)?

        init(_ transport: any Transport) {
            self.transport = transport
        }

        func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
            last = (request, body)
            return try await transport.send(request, body: body, timeout: timeout)
        }
    }
}
