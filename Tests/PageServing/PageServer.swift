import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
private let streamSocket = Int32(SOCK_STREAM.rawValue)
private let sendFlags = Int32(MSG_NOSIGNAL)
#elseif canImport(Musl)
import Musl
private let streamSocket = SOCK_STREAM
private let sendFlags = MSG_NOSIGNAL
#else
import Darwin
private let streamSocket = SOCK_STREAM
private let sendFlags: Int32 = 0
#endif

/// A site on 127.0.0.1 with one request for each connection; a test writes the responses, byte by byte if it likes.
package final class PageServer: Sendable {
    /// A request as it arrived; `number` counts from 1.
    package struct Request: Sendable {
        package var number = 0
        package var path = ""
        package var headers: [String: String] = [:]
    }

    /// The connection that a request came on.
    package struct Connection: Sendable {
        fileprivate let socket: Int32

        /// Writes text; false where nobody reads them any more.
        @discardableResult
        package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

        /// Writes bytes; false where nobody reads them any more.
        @discardableResult
        package func write(_ bytes: [UInt8]) -> Bool {
            var bytes = bytes[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, sendFlags) }
                if count <= 0 { return false }
                bytes = bytes.dropFirst(count)
            }
            return true
        }

        /// Writes a whole response.
        package func answer(_ status: Int = 200, _ headers: [String] = [], _ body: String = "") {
            var lines = ["HTTP/1.1 \(status) -", "Connection: close"] + headers
            // A response without content has no length either (RFC 9110, section 8.6).
            if status != 304, status != 204 { lines.append("Content-Length: \(body.utf8.count)") }
            write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        }

        /// Waits until the other side closes the connection; false if it has not after five seconds.
        @discardableResult
        package func waitForClose() -> Bool {
            var limit = timeval(tv_sec: 20, tv_usec: 0)
            setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var byte: UInt8 = 0
            return recv(socket, &byte, 1, 0) == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)
        }
    }

    package let port: UInt16
    private let listener: Int32
    private let received = Mutex<[Request]>([])

    /// The requests so far, as they came.
    package var requests: [Request] { received.withLock { $0 } }

    /// A server that handles each request with `handle`, on a thread of its own.
    package init(_ handle: @escaping @Sendable (Request, Connection) -> Void) throws {
        let descriptor = socket(AF_INET, streamSocket, 0)
        listener = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(descriptor, nil, nil)
                if client < 0 { return }
                Thread.detachNewThread { [self] in
                    if let request = read(client) { handle(request, Connection(socket: client)) }
                    close(client)
                }
            }
        }
    }

    /// An address on this server.
    package func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// Accepts nothing more.
    package func stop() {
        shutdown(listener, Int32(2))
        close(listener)
    }

    private func read(_ socket: Int32) -> Request? {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            var byte: UInt8 = 0
            guard recv(socket, &byte, 1, 0) == 1 else { return nil }
            bytes.append(byte)
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        var request = Request()
        request.path = lines[0].components(separatedBy: " ")[1]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            request.headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return received.withLock { received in
            request.number = received.count + 1
            received.append(request)
            return request
        }
    }
}
