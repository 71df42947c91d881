#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// An open file or folder; closed when it goes out of scope.
struct Descriptor: ~Copyable {
    /// The number that system calls take.
    let number: Int32

    private static let chunk = 1 << 16

    /// Opens `path`; it is never handed on to child processes.
    init(path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        number = try retrying { open(path, flags | O_CLOEXEC, mode) }
    }

    /// Opens the entry `name` of `folder`.
    init(_ name: String, in folder: borrowing Descriptor, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        let parent = folder.number
        number = try retrying { openat(parent, name, flags | O_CLOEXEC, mode) }
    }

    /// Takes over an open file.
    init(owning number: Int32) {
        self.number = number
    }

    /// Another descriptor for the same open file.
    init(copyOf other: borrowing Descriptor) throws(SystemError) {
        try self.init(copyOf: other.number)
    }

    /// Another descriptor for the same open file, such as 0 for standard input.
    init(copyOf other: Int32) throws(SystemError) {
        number = try retrying { fcntl(other, F_DUPFD_CLOEXEC, 0) }
    }

    deinit { close(number) }

    /// Closes the file and reports what the system only now knows, such as a full disk of a network file system.
    consuming func finish() throws(SystemError) {
        let number = number
        discard self
        // After EINTR the descriptor is closed on Linux; closing it again might hit another file.
        if close(number) == -1, errno != EINTR { throw .last }
    }

    /// Calls `body` with the rest of the file in pieces.
    func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 16) { buffer in
            while true {
                let count = try retrying { read(number, buffer.baseAddress, buffer.count) }
                if count == 0 { return }
                try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }

    /// Writes all of the bytes.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        var offset = 0
        while offset < bytes.count {
            let start = offset
            let count = try retrying {
                bytes.withUnsafeBytes { buffer in
                    // The name of this method hides the system's.
                    systemWrite(number, UnsafeRawBufferPointer(rebasing: buffer[start...]))
                }
            }
            offset += count
        }
    }

    /// Waits until the file is on the disk; file systems that cannot tell are taken at their word.
    func synchronize() throws(SystemError) {
        do {
            try retrying { fsync(number) }
        } catch  where error.code == EINVAL || error.code == ENOTSUP || error.code == EROFS {
            return
        }
    }
}

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(number, bytes.baseAddress, bytes.count)
}
