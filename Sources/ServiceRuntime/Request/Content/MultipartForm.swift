import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A body of type `multipart/form-data` (RFC 7578).
public struct MultipartForm: Sendable {
    /// The parts in order.
    public var parts: [MultipartPart]
    /// What separates the parts; nil takes a random one that does not occur in them.
    public var boundary: String?

    /// A form of parts.
    ///
    /// A boundary of one's own has 1 to 70 letters, digits and `'()+_,-./:=?`, and must not occur in a part: else the
    /// request is invalid. In a part that is a stream this cannot be seen before; a random boundary has 165 random bits.
    public init(_ parts: [MultipartPart], boundary: String? = nil) {
        self.parts = parts
        self.boundary = boundary
    }

    /// The media type with its boundary, and the body.
    func encoded() throws -> (mediaType: String, body: RequestContent.Encoded) {
        let heads = try parts.map { try $0.head() }
        let boundary = try separator(heads)
        var pieces: [FilePart.Contents] = []
        var memory = Data()
        for (part, head) in zip(parts, heads) {
            memory.append(contentsOf: "--\(boundary)\r\n".utf8)
            memory.append(head)
            switch part.contents {
            case .data(let data): memory.append(data)
            case .stream:
                pieces += [.data(memory), part.contents]
                memory = Data()
            }
            memory.append(contentsOf: "\r\n".utf8)
        }
        memory.append(contentsOf: "--\(boundary)--\r\n".utf8)
        let mediaType = "multipart/form-data; boundary=\(Self.isToken(boundary) ? boundary : "\"\(boundary)\"")"
        return (mediaType, pieces.isEmpty ? .data(memory) : .stream(Self.stream(of: pieces + [.data(memory)])))
    }

    private func separator(_ heads: [Data]) throws -> String {
        var texts = heads
        for case .data(let data) in parts.map(\.contents) { texts.append(data) }
        func occurs(_ boundary: String) -> Bool {
            let bytes = Data("--\(boundary)".utf8)
            return texts.contains { $0.firstRange(of: bytes) != nil }
        }
        if let boundary {
            let allowed = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=?")
            guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(allowed.contains) else {
                throw RequestProblem("\(boundary.debugDescription) cannot be a boundary")
            }
            if occurs(boundary) { throw RequestProblem("the boundary '\(boundary)' occurs in a part") }
            return boundary
        }
        while true {
            let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
            let boundary = "part-" + String((0..<29).map { _ in letters[Int.random(in: 0..<letters.count)] })
            if !occurs(boundary) { return boundary }
        }
    }

    private static func isToken(_ text: String) -> Bool {
        text.utf8.allSatisfy(
            ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'+_-.").contains)
    }

    /// All pieces one after the other.
    private static func stream(of pieces: [FilePart.Contents]) -> RequestStream {
        var length: Int? = 0
        var isReplayable = true
        for piece in pieces {
            switch piece {
            case .data(let data): length = length.map { $0 + data.count }
            case .stream(let stream):
                length = length.flatMap { known in stream.length.map { known + $0 } }
                isReplayable = isReplayable && stream.isReplayable
            }
        }
        let streams = pieces.map { piece in
            switch piece {
            case .data(let data): RequestStream(data)
            case .stream(let stream): stream
            }
        }
        let joined = JoinedStreams(streams: streams)
        return isReplayable
            ? RequestStream(length: length, replaying: { joined }) : RequestStream(joined, length: length)
    }
}

/// Streams one after the other.
private struct JoinedStreams: AsyncSequence, Sendable {
    typealias Element = Data
    typealias Failure = any Error

    let streams: [RequestStream]

    func makeAsyncIterator() -> Iterator { Iterator(rest: streams[...]) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<RequestStream>
        var current: RequestStream.Iterator?

        mutating func next() async throws -> Data? {
            while true {
                if let chunk = try await current?.next() { return chunk }
                guard let stream = rest.popFirst() else { return nil }
                current = stream.makeAsyncIterator()
            }
        }
    }
}
