import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let streamingSubjects = [
        Subject("50 MB in chunks, without holding them") { try await $0.largeBody() },
        Subject("50 MB as a whole") { try await $0.largeBodyAsAWhole() },
        Subject("a slow reader slows down the service") { try await $0.slowReader() },
        Subject("10 GB are refused by the limit of the reader") { try await $0.endlessBody() },
        Subject("a body that is given up closes the connection") { try await $0.bodyGivenUp() },
        Subject("a body that nobody reads closes the connection") { try await $0.bodyNotRead() },
        Subject("20,000 chunks of one byte") { try await $0.tinyChunks() },
    ]

    private static let megabyte = 1 << 20
    /// What the buffers of the system may hold on both sides, at most.
    private static let systemBuffers = 48 * megabyte

    private var aheadBytes: Int? {
        for case .receivesAhead(let bytes) in limits { return bytes }
        return nil
    }

    private func largeBody() async throws {
        let size = 50 * Self.megabyte
        let source = try BodySource(size: size)
        defer { source.stop() }
        let transport = makeTransport()
        var growths: [Int] = []
        for _ in 0..<3 {
            let before = ResidentMemory.bytes ?? 0
            var most = before
            var read = 0
            let response = try await transport.send(request(.get, source.server), body: nil, timeout: .seconds(20))
            for try await chunk in response.body {
                #expect(chunk.first == BodySource.byte)
                read += chunk.count
                if read.isMultiple(of: 16) || read > size - 1000 { most = max(most, ResidentMemory.bytes ?? 0) }
            }
            #expect(read == size)
            growths.append(most - before)
        }
        // Other tests may use memory at the same time; the smallest growth counts.
        let growth = (growths.min() ?? 0) / Self.megabyte
        Figures.report("reading 50 MB in chunks takes memory, in MB", growth)
        #expect(growth < 24 + (aheadBytes ?? 0) / Self.megabyte, "\(growths)")
    }

    private func largeBodyAsAWhole() async throws {
        let size = 50 * Self.megabyte
        let source = try BodySource(size: size)
        defer { source.stop() }
        let answer = try await call(makeTransport(), request(.get, source.server), limit: size)
        #expect(answer.body.count == size)
        #expect(answer.body.allSatisfy { $0 == BodySource.byte })
    }

    private func slowReader() async throws {
        let size = 1000 * Self.megabyte
        let source = try BodySource(size: size, isPaced: aheadBytes != nil)
        defer { source.stop() }
        let before = ResidentMemory.bytes ?? 0
        let response = try await makeTransport().send(request(.get, source.server), body: nil, timeout: .seconds(60))
        let reader = Reader(response.body)
        #expect(try await reader.read(1000) >= 1000)
        try await source.waitUntilStill()
        let ahead = source.sent
        let growth = (ResidentMemory.bytes ?? 0) - before
        Figures.report("with a reader that stands still the server gets rid of, in MB", ahead / Self.megabyte)
        if let aheadBytes {
            #expect(ahead < aheadBytes + Self.systemBuffers, "\(ahead)")
            let error = await failure { _ = try await reader.read(size) }
            expect(error, is: .connectionLost)
            #expect(try await eventually { source.server.openConnections == 0 })
            return
        }
        #expect(ahead < Self.systemBuffers, "\(ahead)")
        #expect(growth < 64 * Self.megabyte, "\(growth)")
        // And it goes on when the reader does.
        #expect(try await reader.read(100 * Self.megabyte) >= 100 * Self.megabyte)
        #expect(source.sent > 90 * Self.megabyte)
    }

    private func endlessBody() async throws {
        let source = try BodySource(size: 10_000 * Self.megabyte, isPaced: true)
        defer { source.stop() }
        let before = ResidentMemory.bytes ?? 0
        let response = try await makeTransport().send(request(.get, source.server), body: nil, timeout: .seconds(60))
        let error = await failure { _ = try await response.body.collect(upTo: Self.megabyte) }
        let growth = (ResidentMemory.bytes ?? 0) - before
        #expect(error as? ResponseBodyTooLarge == ResponseBodyTooLarge(limit: Self.megabyte))
        #expect(try await eventually { source.server.openConnections == 0 })
        Figures.report(
            "refusing 10 GB: MB sent and MB of memory", (source.sent / Self.megabyte, growth / Self.megabyte))
        #expect(source.sent < 256 * Self.megabyte, "\(source.sent)")
        #expect(growth < 96 * Self.megabyte, "\(growth)")
        // Whoever still holds the response holds no connection by it.
        withExtendedLifetime(response) {}
    }

    private func bodyGivenUp() async throws {
        let source = try BodySource(size: 10_000 * Self.megabyte)
        defer { source.stop() }
        let transport = makeTransport()
        let response = try await transport.send(request(.get, source.server), body: nil, timeout: .seconds(60))
        for try await _ in response.body { break }
        #expect(try await eventually { source.server.openConnections == 0 })
        withExtendedLifetime(response) {}
    }

    private func bodyNotRead() async throws {
        let source = try BodySource(size: 10_000 * Self.megabyte)
        defer { source.stop() }
        let transport = makeTransport()
        let head = try await transport.send(request(.get, source.server), body: nil, timeout: .seconds(60)).head
        #expect(head.status.code == 200)
        #expect(try await eventually { source.server.openConnections == 0 })
    }

    private func tinyChunks() async throws {
        let count = 20_000
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            connection.write((0..<count).map { "1\r\n\($0 % 10)\r\n" }.joined() + "0\r\n\r\n")
        }
        defer { server.stop() }
        let answer = try await call(makeTransport(), request(.get, server))
        #expect(answer.body.count == count)
        #expect(answer.text.hasPrefix("01234567890123") && answer.text.hasSuffix("56789"))
    }
}

/// Reads a body bit by bit.
private final class Reader {
    private var iterator: ResponseBody.Iterator

    init(_ body: ResponseBody) {
        iterator = body.makeAsyncIterator()
    }

    /// Reads at least `count` bytes, or to the end; says how many.
    func read(_ count: Int) async throws -> Int {
        var read = 0
        while read < count, let chunk = try await iterator.next() { read += chunk.count }
        return read
    }
}
