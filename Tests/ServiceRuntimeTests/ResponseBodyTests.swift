import ServiceRuntime
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct ResponseBodyTests {
    private func body(_ chunks: [String], error: (any Error)? = nil) -> ResponseBody {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
        for chunk in chunks { continuation.yield(Data(chunk.utf8)) }
        continuation.finish(throwing: error)
        return ResponseBody(stream)
    }

    @Test func collecting() async throws {
        #expect(try await body(["ab", "", "c"]).collect(upTo: 3) == Data("abc".utf8))
        #expect(try await body([]).collect(upTo: 0) == Data())
        #expect(try await ResponseBody.empty.collect(upTo: 0) == Data())
        #expect(try await ResponseBody(Data("abc".utf8)).collect(upTo: 3) == Data("abc".utf8))
    }

    @Test func limit() async {
        for body in [body(["ab", "c"]), ResponseBody(Data("abc".utf8))] {
            let error = await failure { _ = try await body.collect(upTo: 2) }
            #expect(error as? ResponseBodyTooLarge == ResponseBodyTooLarge(limit: 2))
            #expect(error.map { "\($0)" } == "the body is larger than the limit of 2 bytes")
        }
    }

    @Test func errorOfTheTransport() async {
        let error = await failure {
            _ = try await body(["ab"], error: TransportError(.connectionLost, reason: "it broke")).collect(upTo: 9)
        }
        #expect((error as? TransportError)?.reason == "it broke")
    }

    @Test func cancelledBodyDoesNotLookComplete() async {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
        continuation.yield(Data("half".utf8))
        let task = Task { try await ResponseBody(stream).collect(upTo: 100) }
        try? await Task.sleep(for: .milliseconds(50))
        task.cancel()
        let error = await failure { _ = try await task.value }
        #expect(error is CancellationError)
    }
}
