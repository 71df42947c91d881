import Foundation
import NIOCore
import NIOPosix
import Testing

/// A client that sends bytes as they are and reads whatever comes back.
struct WireClient {
    let port: Int

    /// A response taken apart.
    struct MockResponse {
        let status: Int
        let head: String
        let body: String

        /// The value of a header.
        func header(_ name: String) -> String? {
            head.split(separator: "\r\n").lazy.map { $0.split(separator: ":", maxSplits: 1) }
                .first { $0.count == 2 && $0[0].lowercased() == name.lowercased() }
                .map { $0[1].trimmingCharacters(in: .whitespaces) }
        }
    }

    /// Sends pieces, waits `pause` between them, and reads until the other side closes.
    func exchange(_ pieces: [String], pause: Duration = .zero, closes: Bool = true) async throws -> String {
        try await exchange(bytes: pieces.map { Array($0.utf8) }, pause: pause, closes: closes)
    }

    /// Sends pieces of bytes; `closes` says that nothing more will be sent.
    func exchange(bytes pieces: [[UInt8]], pause: Duration = .zero, closes: Bool = true) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        var received: [UInt8] = []
        try await channel.executeThenClose { inbound, outbound in
            for (index, piece) in pieces.enumerated() {
                if index > 0 { try? await Task.sleep(for: pause) }
                // The other side may have closed already.
                do { try await outbound.write(ByteBuffer(bytes: piece)) } catch { break }
            }
            if closes { outbound.finish() }
            do {
                for try await buffer in inbound { received.append(contentsOf: buffer.readableBytesView) }
            } catch {}
        }
        return String(decoding: received, as: UTF8.self)
    }

    /// One request on a connection of its own.
    func send(
        _ method: String, _ target: String, _ headers: [(String, String)] = [], _ body: String = "",
        version: String = "1.2"
    ) async throws -> MockResponse {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
        lines += headers.map { "\($0): \($1)" }
        if !body.isEmpty { lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"] }
        return try #require(
            Self.answers(in: try await exchange([lines.joined(separator: "\r\n") + "\r\n\r\n" + body])).first)
    }

    /// The responses in what a server sent. Bodies go by their length.
    static func answers(in text: String) -> [MockResponse] {
        var answers: [MockResponse] = []
        var rest = Array(text.utf8)[...]
        let end = Array("\r\n\r\n".utf8)
        while let gap = rest.indices.first(where: { rest[$0...].starts(with: end) }) {
            let head = String(decoding: rest[..<gap], as: UTF8.self)
            let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            rest = rest[(gap + 4)...]
            let length = Int(MockResponse(status: 0, head: head, body: "").header("content-length") ?? "0") ?? 0
            answers.append(
                MockResponse(status: status, head: head, body: String(decoding: rest.prefix(length), as: UTF8.self)))
            rest = rest.dropFirst(length)
        }
        return answers
    }
}
