#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The body of a response, in chunks as they arrive.
///
/// Read it once.
public struct ResponseBody: AsyncSequence, Sendable {
    /// A chunk of bytes; its size says nothing about the message.
    public typealias Element = Data
    /// Whatever the transport throws.
    public typealias Failure = any Error

    private enum Source: Sendable {
        case memory(Data)
        case stream(any AsyncSequence<Data, any Error> & Sendable)
    }

    private let source: Source

    /// A body without bytes.
    public static let empty = ResponseBody(Data())

    /// A body that is in memory.
    public init(_ data: Data) {
        source = .memory(data)
    }

    /// A body that arrives in `chunks`.
    public init(_ chunks: some AsyncSequence<Data, any Error> & Sendable) {
        source = .stream(chunks)
    }

    /// Reads the body in chunks.
    public func makeAsyncIterator() -> Iterator {
        switch source {
        case .memory(let data): Iterator(data: data.isEmpty ? nil : data)
        case .stream(let chunks): Iterator(chunks: chunks.makeAsyncIterator())
        }
    }

    /// The whole body.
    ///
    /// Throws ``ResponseBodyTooLarge`` as soon as it exceeds `limit` bytes, and what the transport throws.
    public func collect(upTo limit: Int) async throws -> Data {
        var body = Data()
        for try await chunk in self {
            guard chunk.count <= limit - body.count else { throw ResponseBodyTooLarge(limit: limit) }
            if body.isEmpty { body = chunk } else { body.append(chunk) }
        }
        return body
    }

    /// The body, or its beginning where it exceeds `limit` bytes or breaks off, and whether it is whole; the rest is not
    /// read.
    ///
    /// Throws `CancellationError` where the task was cancelled.
    func beginning(upTo limit: Int) async throws -> (bytes: Data, isWhole: Bool) {
        let (found, isCancelled) = await read(upTo: limit)
        if isCancelled { throw CancellationError() }
        return found
    }

    /// The same of what arrives within `time`: what comes later is given up.
    func beginning(upTo limit: Int, within time: Duration) async throws -> (bytes: Data, isWhole: Bool) {
        let found = await withTaskGroup(of: (bytes: Data, isWhole: Bool)?.self) { group in
            group.addTask { await read(upTo: limit).found }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            while let first = await group.next() {
                if let first { return first }
                // The time is up: the reader ends with what it has.
                group.cancelAll()
            }
            return (bytes: Data(), isWhole: false)
        }
        if !found.isWhole { try Task.checkCancellation() }
        return found
    }

    private func read(upTo limit: Int) async -> (found: (bytes: Data, isWhole: Bool), isCancelled: Bool) {
        var body = Data()
        do {
            for try await chunk in self {
                guard chunk.count <= limit - body.count else {
                    body.append(chunk.prefix(Swift.max(0, limit - body.count)))
                    return ((body, false), false)
                }
                body.append(chunk)
            }
        } catch {
            return ((body, false), error is CancellationError || Task.isCancelled)
        }
        return ((body, true), false)
    }

    /// Whether the body is in memory, so that leaving it unread holds no connection.
    var isInMemory: Bool {
        if case .memory = source { true } else { false }
    }

    /// Reads a body in chunks.
    public struct Iterator: AsyncIteratorProtocol {
        private var data: Data?
        private var chunks: (any AsyncIteratorProtocol<Data, any Error>)?

        init(data: Data?) {
            self.data = data
        }

        init(chunks: any AsyncIteratorProtocol<Data, any Error>) {
            self.chunks = chunks
        }

        /// The next chunk, or nil at the end of the body.
        ///
        /// Throws `CancellationError` where the task was cancelled: a stream that merely ends then would look complete.
        public mutating func next() async throws -> Data? {
            if chunks == nil {
                defer { data = nil }
                return data
            }
            if let chunk = try await chunks?.next() { return chunk }
            try Task.checkCancellation()
            return nil
        }
    }
}

/// A body exceeded the limit that the caller set.
public struct ResponseBodyTooLarge: Error, Hashable, CustomStringConvertible {
    /// The limit in bytes.
    public let limit: Int

    /// A body exceeded `limit` bytes.
    public init(limit: Int) {
        self.limit = limit
    }

    /// The limit in words.
    public var description: String { "the body is larger than the limit of \(limit) bytes" }
}
