import Foundations
public import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The items of a response as they arrive: server-sent events, JSON Lines or a JSON text sequence.
///
///     for try await reading in try await client.watchReadings() { … }
///
/// Read it once. An item that is not as documented is thrown as ``StreamItemError``; the iterator goes on with the next
/// one when it is asked again. ``events`` gives such items beside the others, with the ids and types of server-sent
/// events. Of an item at most ``ClientConfiguration/itemLimit`` bytes are held; a longer one ends the stream with
/// ``ServiceError/Kind/responseTooLarge(limit:)``. Reading also throws what ``StreamedResponse/body`` throws.
public struct ItemStream<Item: Decodable & Sendable>: AsyncSequence, ResponseHead {
    /// An item.
    public typealias Element = Item
    /// ``StreamItemError``, ``ServiceError`` or `CancellationError`.
    public typealias Failure = any Error

    /// The response, whose body has not been read.
    public let answer: StreamedResponse
    private let media: SequentialMedia

    init(_ answer: StreamedResponse, _ media: SequentialMedia) {
        self.answer = answer
        self.media = media
    }

    /// Status and header fields.
    public var head: HTTPResponse { answer.head }

    /// An error for a header that is not as documented.
    public func headerError(_ reason: String) -> ServiceError { answer.headerError(reason) }

    /// The same items, each with what came around it; those that are not as documented end nothing.
    public var events: Events { Events(answer: answer, media: media) }

    /// Reads the items.
    public func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

    /// Reads items one by one.
    public struct Iterator: AsyncIteratorProtocol {
        var events: Events.Iterator

        /// The next item, or nil at the end of the stream.
        ///
        /// Throws ``StreamItemError`` for one that is not as documented; the next call goes on after it.
        public mutating func next() async throws -> Item? { try await events.next()?.result.get() }
    }

    /// The items of a stream with what came around them.
    public struct Events: AsyncSequence, Sendable {
        /// An item with what came around it.
        public typealias Element = StreamedItem<Item>
        /// ``ServiceError`` or `CancellationError`.
        public typealias Failure = any Error

        let answer: StreamedResponse
        let media: SequentialMedia

        /// Reads the items.
        public func makeAsyncIterator() -> Iterator {
            Iterator(
                chunks: answer.body.makeAsyncIterator(), reader: ItemReader(reader: answer.reader, media: media),
                framer: media.framer(limit: answer.reader.configuration.itemLimit))
        }

        /// Reads items one by one.
        public struct Iterator: AsyncIteratorProtocol {
            private var chunks: ResponseBody.Iterator?
            private let reader: ItemReader
            private var framer: any StreamFramer
            private var frames: ArraySlice<StreamFrame> = []
            /// What ended the stream after the items that have arrived.
            private var fault: (any Error)?

            init(chunks: ResponseBody.Iterator, reader: ItemReader, framer: any StreamFramer) {
                self.chunks = chunks
                self.reader = reader
                self.framer = framer
            }

            /// The next item, or nil at the end of the stream.
            ///
            /// Throws `CancellationError` where the task was cancelled, also where items have arrived already.
            public mutating func next() async throws -> StreamedItem<Item>? {
                try Task.checkCancellation()
                while frames.isEmpty {
                    if let fault {
                        self.fault = nil
                        throw reader.reader.failure(fault)
                    }
                    guard chunks != nil else { return nil }
                    await read()
                }
                return frames.popFirst().map(reader.item)
            }

            private mutating func read() async {
                var found: [StreamFrame] = []
                do {
                    if let chunk = try await chunks?.next() {
                        try framer.read(Array(chunk), into: &found)
                    } else {
                        chunks = nil
                        found = framer.end()
                    }
                } catch {
                    chunks = nil
                    fault = error
                }
                frames = found[...]
            }
        }
    }
}

/// Decodes the items of a stream.
struct ItemReader: Sendable {
    let reader: ResponseReader
    let media: SequentialMedia

    func item<Item: Decodable & Sendable>(_ frame: StreamFrame) -> StreamedItem<Item> {
        let text = String(decoding: frame.bytes, as: UTF8.self)
        return StreamedItem(
            result: result(frame, text), text: text, event: frame.event, id: frame.id,
            retry: frame.retry.map { .milliseconds($0) })
    }

    private func result<Item: Decodable & Sendable>(
        _ frame: StreamFrame, _ text: String
    ) -> Result<Item, StreamItemError> {
        func failure(_ path: JSONPath, _ reason: String) -> Result<Item, StreamItemError> {
            .failure(
                StreamItemError(
                    context: reader.context, path: path, reason: reason, text: text, event: frame.event, id: frame.id))
        }
        if let fault = frame.fault { return failure(JSONPath(), fault) }
        // The data of an event is text; where the documentation says that the text is JSON, the item is not text.
        if media == .events, let text = text as? Item { return .success(text) }
        do {
            return .success(try decoded(frame.bytes))
        } catch let error as ServiceError {
            if media == .events, let item: Item = item(ofText: text) { return .success(item) }
            guard case .undecodable(let path, let reason) = error.kind else { return failure(JSONPath(), "\(error)") }
            return failure(path, reason)
        } catch {
            return failure(JSONPath(), "\(type(of: error))")
        }
    }
}

extension ItemReader {
    private func decoded<Item: Decodable>(_ bytes: [UInt8]) throws -> Item {
        var head = HTTPResponse(status: .ok)
        head.headerFields[.contentType] = "application/json"
        return try reader.decode(Item.self, head, Data(bytes))
    }

    /// An item that is a text without being a `String`, such as a value of an enumeration; `nil` where it is none, and
    /// for what begins as JSON with more than one part does: that was meant to be JSON, and is broken.
    private func item<Item: Decodable>(ofText text: String) -> Item? {
        if let first = text.first(where: { !$0.isWhitespace }), "{[\"".contains(first) { return nil }
        return try? decoded(JSONFormat.compact.bytes(.string(text)))
    }
}

extension StreamedResponse {
    /// The items of the body, read as the response's media type says, or as that of `documented` where it says nothing
    /// that is known; of other media types, a line each.
    public func items<Item: Decodable & Sendable>(
        of type: Item.Type = Item.self, documented: String? = nil
    ) -> ItemStream<Item> {
        let media =
            mediaType.flatMap(SequentialMedia.init(mediaType:))
            ?? documented.flatMap(SequentialMedia.init(mediaType:)) ?? .lines
        return ItemStream(self, media)
    }
}

extension ServiceConnection {
    /// Calls an operation whose response is a stream of items.
    ///
    /// Returns once the head is there; see ``ItemStream``. `success` are the documented statuses of success; none means
    /// any status from 200 to 299. Throws ``ServiceError``, or `CancellationError`.
    public func items<Item: Decodable & Sendable>(
        _ request: OperationRequest, success: SuccessStatuses
    ) async throws -> ItemStream<Item> {
        try await stream(request, success: success, hasItems: true).items(documented: request.accept)
    }
}
