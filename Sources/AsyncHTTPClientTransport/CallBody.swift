import NIOCore
import ServiceRuntime
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The chunks of a response, to be read once.
struct CallBody: AsyncSequence, Sendable {
    typealias Element = Data
    typealias Failure = any Error
    typealias Chunks = NIOThrowingAsyncSequenceProducer<
        ByteBuffer, any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, Call
    >

    private let chunks: Chunks
    private let reading = Reading()

    init(_ chunks: Chunks) {
        self.chunks = chunks
    }

    func makeAsyncIterator() -> Iterator {
        // The producer stops the process where it is read twice.
        Iterator(chunks: reading.begin() ? chunks.makeAsyncIterator() : nil)
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let chunks: Chunks.AsyncIterator?

        func next() async throws -> Data? {
            guard let chunks else { throw BodyAlreadyRead() }
            return try await chunks.next().map { Data($0.readableBytesView) }
        }
    }

    /// Whether somebody reads.
    private final class Reading: Sendable {
        private let hasBegun = Atomic(false)

        func begin() -> Bool { !hasBegun.exchange(true, ordering: .relaxed) }
    }
}

/// A body was read a second time.
struct BodyAlreadyRead: Error, CustomStringConvertible {
    var description: String { "the body of an answer can be read only once" }
}
