import Foundation

/// The body of a response, as an exchange receives it.
///
/// Who reads it may stop at any time: the exchange ends with the iterator, or with the sequence if there was none.
struct ExchangeBody: AsyncSequence, Sendable {
    typealias Element = Data
    typealias Failure = any Error

    private let chunks: AsyncThrowingStream<Data, any Error>
    private let holder: Holder

    init(_ chunks: AsyncThrowingStream<Data, any Error>, of exchange: Exchange) {
        self.chunks = chunks
        holder = Holder(exchange)
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: chunks.makeAsyncIterator(), holder: Holder(holder))
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var chunks: AsyncThrowingStream<Data, any Error>.Iterator
        fileprivate let holder: Holder

        mutating func next() async throws -> Data? {
            let chunk = try await chunks.next()
            if let chunk { holder.exchange.didRead(chunk.count) }
            return chunk
        }
    }
}

/// Gives up an exchange when it goes away, unless another one has taken over.
private final class Holder: Sendable {
    let exchange: Exchange
    private let predecessor: Holder?

    init(_ exchange: Exchange) {
        self.exchange = exchange
        predecessor = nil
    }

    /// Takes over.
    init(_ other: Holder) {
        exchange = other.exchange
        predecessor = other
    }

    deinit {
        exchange.giveUp(CancellationError())
    }
}
