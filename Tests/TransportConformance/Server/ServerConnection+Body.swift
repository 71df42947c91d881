import Foundation
import Synchronization

extension ServerConnection {
    /// Reads a request and gives the number of bytes of its body, of which none is kept.
    ///
    /// `progress` is called after each read. The number is of what came, where the client goes away before the end.
    func readBody(_ progress: () -> Void = {}) -> Int {
        var bytes = Data()
        let end = Data("\r\n\r\n".utf8)
        var head: Range<Data.Index>?
        while head == nil {
            guard read(into: &bytes) else { return 0 }
            head = bytes.range(of: end)
        }
        let text = String(decoding: bytes[..<(head?.lowerBound ?? 0)], as: UTF8.self).lowercased()
        bytes = Data(bytes[(head?.upperBound ?? 0)...])
        let line = text.components(separatedBy: "\r\n").first { $0.hasPrefix("content-length:") }
        guard let length = line.flatMap({ Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }) else {
            return readChunks(bytes)
        }
        var received = bytes.count
        while received < length {
            bytes.removeAll(keepingCapacity: true)
            guard read(into: &bytes) else { return received }
            received += bytes.count
            progress()
        }
        return received
    }

    /// Reads a body in chunks, each with its size in hexadecimal before it.
    private func readChunks(_ start: Data) -> Int {
        var bytes = start
        var received = 0
        let end = Data("\r\n".utf8)
        while true {
            while bytes.range(of: end) == nil { guard read(into: &bytes) else { return received } }
            guard let line = bytes.range(of: end),
                let size = Int(String(decoding: bytes[..<line.lowerBound], as: UTF8.self), radix: 16)
            else { return received }
            while bytes.distance(from: line.upperBound, to: bytes.endIndex) < size + 2 {
                guard read(into: &bytes) else { return received }
            }
            if size == 0 { return received }
            received += size
            bytes = Data(bytes[(line.upperBound + size + 2)...])
        }
    }
}

/// The most memory of the process that was in use while it was noted, beyond that at the start.
final class ResidentPeak: Sendable {
    private let start = ResidentMemory.bytes ?? 0
    private let peak = Mutex(0)

    /// Looks at the memory now.
    func note() { peak.withLock { $0 = max($0, ResidentMemory.bytes ?? 0) } }

    /// How much more was in use than at the start.
    var growth: Int { peak.withLock { max(0, $0 - start) } }
}
