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

/// A small HTTP server on 127.0.0.1: one connection, one request, one answer that the test writes byte by byte.
final class LoopbackServer: Sendable {
    /// A request as it arrived.
    struct Request: Sendable {
        var line = ""
        var headers: [String: String] = [:]
        var body = Data()
    }

    /// A connection on which a test answers.
    struct Connection: Sendable {
        fileprivate let socket: Int32

        func write(_ text: String) {
            let bytes = Array(text.utf8)
            _ = send(socket, bytes, bytes.count, sendFlags)
        }

        /// Waits until the other side closes the connection; false if it has not after two seconds.
        func waitForClose() -> Bool {
            var limit = timeval(tv_sec: 2, tv_usec: 0)
            setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var byte: UInt8 = 0
            return recv(socket, &byte, 1, 0) <= 0 && errno != EAGAIN
        }
    }

    let port: UInt16
    private let listener: Int32
    private let received = Mutex<[Request]>([])

    var url: String { "127.0.0.1:\(port)" }
    var requests: [Request] { received.withLock { $0 } }

    /// Starts a server that handles each request with `answer`.
    init(_ answer: @escaping @Sendable (Request, Connection) -> Void) throws {
        listener = socket(AF_INET, streamSocket, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 16) == 0
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
                    if let request = Self.read(client) {
                        received.withLock { $0.append(request) }
                        answer(request, Connection(socket: client))
                    }
                    close(client)
                }
            }
        }
    }

    /// Stops accepting.
    func stop() {
        shutdown(listener, Int32(2))
        close(listener)
    }

    private static func read(_ socket: Int32) -> Request? {
        var bytes = Data()
        let end = Data("\r\n\r\n".utf8)
        while bytes.range(of: end) == nil {
            guard receive(socket, into: &bytes) else { return nil }
        }
        guard let head = bytes.range(of: end) else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var request = Request(line: lines[0])
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            request.headers[line[..<colon].lowercased()] = line[colon...].dropFirst().trimmingCharacters(
                in: .whitespaces)
        }
        let length = Int(request.headers["content-length"] ?? "0") ?? 0
        while bytes.count - head.upperBound < length {
            guard receive(socket, into: &bytes) else { return nil }
        }
        request.body = bytes[head.upperBound...]
        return request
    }

    private static func receive(_ socket: Int32, into bytes: inout Data) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
        return count > 0
    }
}
