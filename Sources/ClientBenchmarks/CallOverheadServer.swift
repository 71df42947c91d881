import Foundation

#if canImport(Glibc)
import Glibc
private let streamSocket = Int32(SOCK_STREAM.rawValue)
#elseif canImport(Musl)
import Musl
private let streamSocket = SOCK_STREAM
#elseif canImport(Darwin)
import Darwin
private let streamSocket = SOCK_STREAM
#endif

/// A server on 127.0.0.1 that does as little as possible: it keeps its connections and gives the same answer to whatever
/// comes.
///
/// It takes each request to end where its `Content-Length` says, and looks at nothing else.
final class CallOverheadServer: Sendable {
    let port: UInt16

    init(answer: Data) throws {
        let listener = socket(AF_INET, streamSocket, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(answer.count)\r\n\r\n"
        let bytes = Array(Data(head.utf8) + answer)
        Thread.detachNewThread {
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread.detachNewThread { Self.serve(client, bytes) }
            }
        }
    }

    private static func serve(_ client: Int32, _ answer: [UInt8]) {
        var one: Int32 = 1
        setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            request += buffer[..<count]
            guard let length = length(of: request), request.count >= length else { continue }
            request.removeAll(keepingCapacity: true)
            guard send(client, answer, answer.count, 0) == answer.count else { break }
        }
        close(client)
    }

    /// The length of the request, or nil while its head is not complete.
    private static func length(of request: [UInt8]) -> Int? {
        guard let end = request.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        guard let field = request[..<end.lowerBound].firstRange(of: Array("Content-Length: ".utf8)) else {
            return end.upperBound
        }
        let digits = request[field.upperBound...].prefix { (48...57).contains($0) }
        return end.upperBound + digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
}
