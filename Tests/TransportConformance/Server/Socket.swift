import Foundation

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

/// The calls of the system that the servers need, on TCP over 127.0.0.1.
enum Socket {
    /// A socket that is bound to a free port, and the port.
    static func bound() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, streamSocket, 0)
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw POSIXError(.EADDRNOTAVAIL)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// A connection to a port, or nil; does not wait for it.
    static func connecting(to port: UInt16) -> Int32? {
        let descriptor = socket(AF_INET, streamSocket, 0)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
        var address = loopback(port: port)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }

    /// Sends all bytes; false if the other side is gone.
    static func send(_ bytes: some Collection<UInt8>, over descriptor: Int32) -> Bool {
        let isSent = bytes.withContiguousStorageIfAvailable { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = writeSome(
                    descriptor, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[sent...]))
                if count <= 0 { return false }
                sent += count
            }
            return true
        }
        return isSent ?? send(Array(bytes), over: descriptor)
    }

    private static func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, sendFlags)
        #elseif canImport(Musl)
        Musl.send(descriptor, bytes.baseAddress, bytes.count, sendFlags)
        #else
        Darwin.send(descriptor, bytes.baseAddress, bytes.count, sendFlags)
        #endif
    }

    /// Receives what is there into the end of `bytes`; waits for the first byte.
    ///
    /// False if the other side is gone or nothing comes within the limit that was set.
    static func receive(into bytes: inout Data, from descriptor: Int32) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
            return count > 0
        }
    }

    /// Waits until the other side closes the connection, reading what it sends; false if it has not within `seconds`.
    static func waitForClose(of descriptor: Int32, seconds: Int) -> Bool {
        var limit = timeval()
        limit.tv_sec = numericCast(seconds)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var bytes = Data()
        while receive(into: &bytes, from: descriptor) { bytes.removeAll(keepingCapacity: true) }
        return errno != EAGAIN
    }

    /// Makes closing drop what was not sent yet and tell the other side by a reset.
    static func resetOnClose(_ descriptor: Int32) {
        var setting = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &setting, socklen_t(MemoryLayout<linger>.size))
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
