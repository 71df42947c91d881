import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A port of 127.0.0.1 at which connections come to nothing.
package final class UnansweredPort: Sendable {
    /// The port.
    package let port: UInt16
    private let descriptors: [Int32]

    /// Host and port, as a URL has them.
    package var authority: String { "127.0.0.1:\(port)" }

    private init(port: UInt16, descriptors: [Int32]) {
        self.port = port
        self.descriptors = descriptors
    }

    deinit {
        for descriptor in descriptors { close(descriptor) }
    }

    /// A port that refuses connections, and that nobody else gets in the meantime.
    package static func refusing() throws -> UnansweredPort {
        let (descriptor, port) = try Socket.bound()
        return UnansweredPort(port: port, descriptors: [descriptor])
    }

    /// A port that leaves attempts to connect unanswered, since its queue is full.
    package static func silent() throws -> UnansweredPort {
        let (descriptor, port) = try Socket.bound()
        guard listen(descriptor, 0) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        let waiting = (0..<8).compactMap { _ in Socket.connecting(to: port) }
        return UnansweredPort(port: port, descriptors: [descriptor] + waiting)
    }
}
