import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A small HTTP/1.1 server on 127.0.0.1 whose responses a test writes byte by byte.
///
/// Each connection has a thread of its own and is kept until a response or the client closes it, so that answers may
/// block.
package final class LoopbackServer: Sendable {
    /// Writes the answer to a request.
    package typealias Answer = @Sendable (ReceivedRequest, ServerConnection) -> Void

    private struct State {
        var received: [ReceivedRequest] = []
        var accepted = 0
        var open: Set<Int32> = []
        var isStopped = false
    }

    /// The port that the server listens on.
    package let port: UInt16
    private let listener: Int32
    private let state = Mutex(State())
    private let handle: @Sendable (LoopbackServer, ServerConnection, Int) -> Void

    /// Host and port, as a URL has them.
    package var authority: String { "127.0.0.1:\(port)" }
    /// What has arrived so far, in the order of arrival.
    package var requests: [ReceivedRequest] { state.withLock { $0.received } }
    /// How many connections were ever made.
    package var acceptedConnections: Int { state.withLock { $0.accepted } }
    /// How many connections are open.
    package var openConnections: Int { state.withLock { $0.open.count } }

    /// Starts a server that handles each request with `answer`.
    package convenience init(_ answer: @escaping Answer) throws {
        try self.init { server, connection, number in
            var reader = RequestReader(connection: connection, number: number)
            while !connection.isClosed, let request = reader.next() {
                server.state.withLock { $0.received.append(request) }
                answer(request, connection)
                if request["Connection"]?.lowercased() == "close" { connection.close() }
            }
        }
    }

    /// Starts a server that handles each connection with `connected`, without reading from it, and then closes it.
    package convenience init(connected: @escaping @Sendable (ServerConnection) -> Void) throws {
        try self.init { _, connection, _ in connected(connection) }
    }

    private init(handle: @escaping @Sendable (LoopbackServer, ServerConnection, Int) -> Void) throws {
        self.handle = handle
        let descriptor: Int32
        (descriptor, port) = try Socket.bound()
        listener = descriptor
        guard listen(descriptor, 1024) == 0 else {
            close(descriptor)
            throw POSIXError(.EADDRNOTAVAIL)
        }
        Thread.detachNewThread { [self] in acceptConnections() }
    }

    /// Stops accepting at once, and breaks all connections a moment later.
    ///
    /// A client may still have to note that its request has left, though the response is there. async-http-client
    /// 1.37.0 stops the process where the connection breaks just then.
    package func stop() {
        let isFirst = state.withLock { state in
            if state.isStopped { return false }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            #if canImport(Darwin)
            // There a thread that waits in accept() is not woken by shutdown().
            close(listener)
            #endif
            return true
        }
        guard isFirst else { return }
        Thread.detachNewThread { [self] in
            Thread.sleep(forTimeInterval: 0.2)
            state.withLock { state in
                for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
            }
        }
    }

    private func acceptConnections() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            let number: Int? = state.withLock { state in
                if state.isStopped { return nil }
                state.open.insert(client)
                state.accepted += 1
                return state.accepted
            }
            guard let number else {
                close(client)
                break
            }
            Thread.detachNewThread { [self] in serve(client, number) }
        }
        #if !canImport(Darwin)
        close(listener)
        #endif
    }

    private func serve(_ descriptor: Int32, _ number: Int) {
        handle(self, ServerConnection(descriptor: descriptor), number)
        state.withLock { state in
            state.open.remove(descriptor)
            // Within the lock, so that stop() does not meet a number that somebody else has by then.
            close(descriptor)
        }
    }
}
