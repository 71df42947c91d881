import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The bytes of a request body that are sent as they come, without being held as a whole.
///
/// A stream of an `AsyncSequence` can be sent once: a ``RetryMiddleware`` repeats such a request only while no byte of
/// it was asked for. A stream that is made anew for each attempt is replayable, and so is one of bytes in memory.
public struct RequestStream: AsyncSequence, Sendable {
    /// A chunk of bytes of any size.
    public typealias Element = Data
    /// Whatever the source throws.
    public typealias Failure = any Error

    /// The length in bytes, if it is known: then it is sent as `Content-Length`, else the body is sent in chunks.
    public let length: Int?
    /// Whether the stream can be sent more than once.
    public let isReplayable: Bool
    private let make: @Sendable () throws -> Iterator
    private let start = Start()

    /// A stream of `chunks`, to be sent once.
    public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int? = nil) where Chunks.Element == Data {
        self.init(length: length, isReplayable: false) { chunks }
    }

    /// A stream that `make` begins anew for each attempt.
    public init<Chunks: AsyncSequence & Sendable>(
        length: Int? = nil, replaying make: @escaping @Sendable () throws -> Chunks
    ) where Chunks.Element == Data {
        self.init(length: length, isReplayable: true, make)
    }

    /// A stream of bytes in memory.
    public init(_ data: Data) {
        self.init(length: data.count) { ResponseBody(data) }
    }

    private init<Chunks: AsyncSequence & Sendable>(
        length: Int?, isReplayable: Bool, _ chunks: @escaping @Sendable () throws -> Chunks
    ) where Chunks.Element == Data {
        self.length = length
        self.isReplayable = isReplayable
        make = {
            var iterator = try chunks().makeAsyncIterator()
            return Iterator(length: length) { try await iterator.next() }
        }
    }

    /// Whether the stream can be sent now.
    public var canBeSent: Bool { isReplayable || !start.hasBegun }

    /// Begins the stream.
    ///
    /// Its first read throws ``RequestStreamError/alreadySent`` where it has begun before and is not replayable, and any
    /// read throws ``RequestStreamError/lengthMismatch(expected:)`` where there are more or fewer bytes than ``length``.
    public func makeAsyncIterator() -> Iterator {
        if start.begin(), !isReplayable { return Iterator { throw RequestStreamError.alreadySent } }
        do {
            return try make()
        } catch {
            return Iterator { throw error }
        }
    }

    /// The whole stream.
    ///
    /// Throws ``RequestStreamError/tooLarge(limit:)`` where it exceeds `limit` bytes.
    public func collect(upTo limit: Int) async throws -> Data {
        if let length, length > limit { throw RequestStreamError.tooLarge(limit: limit) }
        var body = Data()
        for try await chunk in self {
            guard chunk.count <= limit - body.count else { throw RequestStreamError.tooLarge(limit: limit) }
            body.append(chunk)
        }
        return body
    }

    /// Reads a stream in chunks.
    public struct Iterator: AsyncIteratorProtocol {
        private let step: () async throws -> Data?
        private let length: Int?
        private var read = 0

        init(length: Int? = nil, step: @escaping () async throws -> Data?) {
            self.length = length
            self.step = step
        }

        /// The next chunk, or nil at the end.
        public mutating func next() async throws -> Data? {
            let chunk = try await step()
            // A source that merely ends when the task is cancelled would look complete.
            if chunk == nil { try Task.checkCancellation() }
            if let length {
                read += chunk?.count ?? 0
                guard chunk == nil ? read == length : read <= length else {
                    throw RequestStreamError.lengthMismatch(expected: length)
                }
            }
            return chunk
        }
    }

    /// Whether the stream has begun, shared by all copies.
    private final class Start: Sendable {
        private let flag = Atomic(false)

        var hasBegun: Bool { flag.load(ordering: .relaxed) }

        /// Begins; says whether it had begun before.
        func begin() -> Bool { flag.exchange(true, ordering: .relaxed) }
    }
}

extension RequestStream: Hashable {
    /// Hashes which stream it is.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(start)) }

    /// Whether both are copies of one stream.
    public static func == (one: RequestStream, other: RequestStream) -> Bool { one.start === other.start }
}

/// Why a stream cannot be sent.
public enum RequestStreamError: Error, Hashable, CustomStringConvertible {
    /// The stream can be sent once, and was.
    case alreadySent
    /// There are more or fewer bytes than the length said.
    case lengthMismatch(expected: Int)
    /// The stream exceeds what the transport can hold in memory.
    case tooLarge(limit: Int)

    /// The reason in words.
    public var description: String {
        switch self {
        case .alreadySent: "the stream of the request body was sent before and cannot be made again"
        case .lengthMismatch(let expected): "the stream of the request body does not have the \(expected) bytes it said"
        case .tooLarge(let limit):
            "the stream of the request body exceeds \(limit) bytes, which this transport collects"
        }
    }
}
