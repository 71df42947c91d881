import Foundation
import Synchronization

/// A connection on which a test answers.
package final class ServerConnection: Sendable {
    private let descriptor: Int32
    private let closed = Atomic(false)

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Whether the server closes the connection once the response has returned.
    package var isClosed: Bool { closed.load(ordering: .relaxed) }

    /// Writes text as UTF-8; false if the client is gone.
    @discardableResult
    package func write(_ text: String) -> Bool { write(text.utf8) }

    /// Writes bytes; false if the client is gone.
    @discardableResult
    package func write(_ bytes: some Collection<UInt8>) -> Bool { Socket.send(bytes, over: descriptor) }

    /// Writes a whole response of which the client can tell the end.
    ///
    /// `fields` are lines with their ends.
    @discardableResult
    package func answer(_ status: String = "200 OK", fields: String = "", body: some Collection<UInt8>) -> Bool {
        write(Array("HTTP/1.1 \(status)\r\n\(fields)Content-Length: \(body.count)\r\n\r\n".utf8) + body)
    }

    /// Writes a whole response of which the client can tell the end.
    ///
    /// `fields` are lines with their ends.
    @discardableResult
    package func answer(_ status: String = "200 OK", fields: String = "", _ body: String = "") -> Bool {
        answer(status, fields: fields, body: body.utf8)
    }

    /// Receives what is there into the end of `bytes`; false if the client is gone.
    func read(into bytes: inout Data) -> Bool { Socket.receive(into: &bytes, from: descriptor) }

    /// Waits until the client closes the connection; false if it has not within `seconds`.
    @discardableResult
    package func waitForClose(seconds: Int = 5) -> Bool { Socket.waitForClose(of: descriptor, seconds: seconds) }

    /// Closes the connection once the response has returned.
    package func close() { closed.store(true, ordering: .relaxed) }

    /// Closes the connection with a reset once the response has returned.
    package func reset() {
        Socket.resetOnClose(descriptor)
        close()
    }
}
