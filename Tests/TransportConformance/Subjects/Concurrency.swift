import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let concurrencySubjects = [
        Subject("200 calls at once get their own answers") { try await $0.manyCalls() },
        Subject("two transports at once") { try await $0.twoTransports() },
    ]

    private func manyCalls() async throws {
        let server = try LoopbackServer { request, connection in
            connection.answer("200 OK", body: Array("\(request.method) \(request.target) ".utf8) + request.body)
        }
        defer { server.stop() }
        let transport = makeTransport()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let method: HTTPRequest.Method = number.isMultiple(of: 2) ? .get : .put
                    let body = method == .put ? Data(String(repeating: "b\(number)", count: number).utf8) : Data()
                    let answer = try await call(transport, request(method, server, "/v1/\(number)"), body: body)
                    #expect(answer.body == Data("\(method.rawValue) /v1/\(number) ".utf8) + body)
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 200)
    }

    private func twoTransports() async throws {
        let server = try LoopbackServer { request, connection in
            Thread.sleep(forTimeInterval: 0.05)
            connection.answer("200 OK", request.target)
        }
        defer { server.stop() }
        let two = makeTransport()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let one = makeTransport()
            for (name, transport) in [("one", one), ("two", two)] {
                for number in 0..<4 {
                    group.addTask {
                        let answer = try await call(transport, request(.get, server, "/\(name)\(number)"))
                        #expect(answer.text == "/\(name)\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await call(two, request(.get, server, "/last")).text == "/last")
        #expect(server.requests.count == 9)
    }
}
