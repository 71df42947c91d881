import Foundation

/// Reads requests from a connection, one after the other.
struct RequestReader {
    private let connection: ServerConnection
    private let number: Int
    private var bytes = Data()

    init(connection: ServerConnection, number: Int) {
        self.connection = connection
        self.number = number
    }

    /// The next request, or nil when the connection ends.
    mutating func next() -> ReceivedRequest? {
        guard let end = endOfHead() else { return nil }
        var request = Self.head(String(decoding: bytes[..<(end - 4)], as: UTF8.self))
        request.connection = number
        let length = Int(request["Content-Length"] ?? "0") ?? 0
        bytes.reserveCapacity(end + length)
        while bytes.count < end + length {
            guard connection.read(into: &bytes) else { return nil }
        }
        request.body = Data(bytes[end..<(end + length)])
        bytes = Data(bytes[(end + length)...])
        return request
    }

    private mutating func endOfHead() -> Data.Index? {
        let end = Data("\r\n\r\n".utf8)
        var searched = 0
        while true {
            if let found = bytes.range(of: end, in: max(0, searched - 3)..<bytes.count) { return found.upperBound }
            searched = bytes.count
            guard connection.read(into: &bytes) else { return nil }
        }
    }

    private static func head(_ text: String) -> ReceivedRequest {
        let lines = text.components(separatedBy: "\r\n")
        let start = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        var request = ReceivedRequest(method: start[0], target: start.count > 1 ? start[1] : "")
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
            request.fields.append((String(line[..<colon]), value))
        }
        return request
    }
}
