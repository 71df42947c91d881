import Foundation
package import ServiceRuntime
package import Testing

/// Many calls at once through connections to a ``ChaosServer``.
package struct ChaosRound: Sendable {
    /// The server.
    package let server: ChaosServer
    /// What carries the calls.
    package let transport: any Transport
    /// How many calls there are.
    package var calls = 1000
    /// What stands between the calls and the transport.
    package var middlewares: [any Middleware] = []

    /// The calls of a round over a transport.
    package init(_ server: ChaosServer, over transport: any Transport) {
        self.server = server
        self.transport = transport
    }

    /// The method of a call.
    package static func method(ofCall number: Int) -> OperationRequest.Method {
        [.get, .get, .post, .put][number / 3 % 4]
    }

    /// Makes all calls at once and checks how each of them ends.
    package func run(
        expecting outcome: @Sendable (Int) -> Outcome, sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        let outcomes = await withTaskGroup(of: EndedCall.self, returning: [Int: Outcome].self) { group in
            for number in 0..<calls { group.addTask { EndedCall(number: number, outcome: await call(number)) } }
            return await group.reduce(into: [:]) { $0[$1.number] = $1.outcome }
        }
        #expect(outcomes.count == calls, sourceLocation: sourceLocation)
        for (number, ended) in outcomes.sorted(by: { $0.key < $1.key }) {
            let expected = outcome(number)
            #expect(
                ended == expected, "call \(number), \(Self.method(ofCall: number)), \(Fault.ofCall(number))",
                sourceLocation: sourceLocation)
        }
    }

    private struct EndedCall: Sendable {
        var number: Int
        var outcome: Outcome
    }

    private func call(_ number: Int) async -> Outcome {
        let connection = ServiceConnection(
            service: "Chaos", version: "1.0", baseURL: "http://\(server.authority(ofCall: number))",
            transport: transport, configuration: ClientConfiguration(timeout: .seconds(3), middlewares: middlewares))
        let method = Self.method(ofCall: number)
        let request = OperationRequest(
            "call\(number)", method, "/v1/items/\(number)", body: method == .get ? nil : ["number": number])
        do {
            let item: ChaosItem = try await connection.call(request, success: [200])
            return item.number == number && item.id == "item-\(number)" ? .answered : .mistaken
        } catch {
            return Outcome(error)
        }
    }
}
