import Foundations
import Testing

@testable import MockService

@Suite struct WireFaultTests {
    private func send(_ fault: String, method: String = "GET") async throws -> (
        text: String, time: Duration, count: Int
    ) {
        var options = MockService.Options()
        options.signatures = .ignored
        return try await withMockService(Specs.greenhouse, options: options) { mock in
            let start = ContinuousClock.now
            let text = try await WireClient(port: mock.port).exchange([
                "\(method) /v1/climate-zones HTTP/1.1\r\nHost: a\r\nMock-Fault: \(fault)\r\nConnection: close\r\n\r\n"
            ])
            return (text, ContinuousClock.now - start, mock.requests.count)
        }
    }

    @Test func anAnswerIsHeldBack() async throws {
        let (text, time, _) = try await send("delay=300ms")
        #expect(WireClient.answers(in: text).first?.status == 200)
        #expect(time >= .milliseconds(300))
    }

    @Test func aConnectionBreaksBeforeTheAnswer() async throws {
        let (text, _, count) = try await send("cut")
        #expect(text == "")
        #expect(count == 1)
    }

    @Test func aConnectionBreaksInTheBody() async throws {
        let (text, _, _) = try await send("cut=body")
        let answer = try #require(WireClient.answers(in: text).first)
        let length = try #require(answer.header("Content-Length").flatMap { Int($0) })
        #expect(answer.status == 200)
        #expect(answer.body.utf8.count == length / 2)
    }

    @Test func aBodyTakesItsTime() async throws {
        let (text, time, _) = try await send("slow-body=500ms")
        let answer = try #require(WireClient.answers(in: text).first)
        #expect(throws: Never.self) { try JSONReader.value(Array(answer.body.utf8)) }
        #expect(time >= .milliseconds(450))
    }

    @Test func aBodyIsNoJSON() async throws {
        let (text, _, _) = try await send("malformed-json")
        let answer = try #require(WireClient.answers(in: text).first)
        #expect(answer.header("Content-Length") == String(answer.body.utf8.count))
        #expect(throws: JSONSyntaxError.self) { try JSONReader.value(Array(answer.body.utf8)) }
    }

    @Test func headHasNoBody() async throws {
        let (text, _, _) = try await send("", method: "HEAD")
        #expect(text.hasPrefix("HTTP/1.1 200 "))
        #expect(text.hasSuffix("\r\n\r\n"))
    }
}
