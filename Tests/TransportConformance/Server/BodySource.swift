import Foundation
import Synchronization

/// A server whose responses have a body of a given size, and that tells how much of it the client has taken.
package final class BodySource: Sendable {
    /// What the body consists of.
    package static let byte: UInt8 = 0x78
    /// The server.
    package let server: LoopbackServer
    private let progress: Progress

    /// The bytes of bodies that were handed over to the system so far.
    package var sent: Int { progress.sent.load(ordering: .relaxed) }

    /// Starts a server with bodies of `size` bytes.
    ///
    /// `isPaced` makes it send about 100 MB a second instead of as much as the client takes.
    package init(size: Int, isPaced: Bool = false) throws {
        let progress = Progress()
        self.progress = progress
        server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            let block = [UInt8](repeating: Self.byte, count: 1 << 16)
            var rest = size
            while rest > 0 {
                let part = block.prefix(rest)
                guard connection.write(part) else { return connection.close() }
                rest -= part.count
                if isPaced, rest.isMultiple(of: 1 << 20) { Thread.sleep(forTimeInterval: 0.01) }
                progress.sent.add(part.count, ordering: .relaxed)
            }
        }
    }

    /// Waits until nothing more is taken for a while.
    package func waitUntilStill() async throws {
        var last = -1
        while last != sent {
            last = sent
            try await Task.sleep(for: .milliseconds(300))
        }
    }

    /// Stops the server.
    package func stop() { server.stop() }

    private final class Progress: Sendable {
        let sent = Atomic(0)
    }
}
