import Foundation
import HTTPTypes
import ServiceRuntime
import ServiceTesting
import Testing

/// Answers whose items are read as they arrive.
@Suite("Streams of items") struct StreamTests {
    struct Level: Codable, Equatable, Sendable {
        var station: String
        var centimetres: Int
    }

    /// A transport that answers with a body in chunks.
    private struct Chunks: Transport {
        var chunks: [[UInt8]]
        var contentType: String? = "text/event-stream"
        var isEndless = false

        func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
            var head = HTTPResponse(status: .ok)
            head.headerFields[.contentType] = contentType
            let chunks = chunks.map { Data($0) }
            let isEndless = isEndless
            let counter = Counter(chunks: chunks, isEndless: isEndless)
            return TransportResponse(
                head: head,
                body: ResponseBody(AsyncThrowingStream<Data, any Error>(unfolding: { await counter.next() })))
        }

        private actor Counter {
            var position = 0
            let chunks: [Data]
            let isEndless: Bool

            init(chunks: [Data], isEndless: Bool) {
                self.chunks = chunks
                self.isEndless = isEndless
            }

            func next() -> Data? {
                guard !chunks.isEmpty else { return nil }
                if position == chunks.count {
                    guard isEndless else { return nil }
                    position = 0
                }
                position += 1
                return chunks[position - 1]
            }
        }
    }

    private func stream<Item: Decodable & Sendable>(
        _ transport: Chunks, of type: Item.Type = Item.self, itemLimit: Int = 1 << 20
    ) async throws -> ItemStream<Item> {
        try await connection(transport, configuration: ClientConfiguration(itemLimit: itemLimit))
            .items(OperationRequest("watch", .get, "/v1/levels", accept: "text/event-stream"), success: [200])
    }

    /// What the events of a body hold: `type id data`.
    private func events(_ bytes: [UInt8], cutAt cut: Int? = nil) async throws -> [String] {
        let chunks = cut.map { [Array(bytes[..<$0]), Array(bytes[$0...])] } ?? [bytes]
        var found: [String] = []
        for try await event in try await stream(Chunks(chunks: chunks), of: String.self).events {
            found.append("\(event.event ?? "-") \(event.id ?? "-") \(try event.item())")
        }
        return found
    }

    @Test(
        "Fields, lines and ends of events, by the standard",
        arguments: [
            ("data: a\n\n", ["- - a"]), ("data:a\n\n", ["- - a"]), ("data:  a\n\n", ["- -  a"]),
            ("data: a\r\n\r\ndata: b\r\n\r\n", ["- - a", "- - b"]), ("data: a\r\rdata: b\r\r", ["- - a", "- - b"]),
            ("data: a\ndata: b\n\n", ["- - a\nb"]), ("data\n\n", ["- - "]), ("data\ndata\n\n", ["- - \n"]),
            // A comment, an unknown field, and an event without data, which is none.
            (": hello\n\ncolour: red\n\nevent: e\n\ndata: a\n\n", ["- - a"]),
            ("event: opened\nid: 7\ndata: a\n\ndata: b\n\n", ["opened 7 a", "- 7 b"]),
            ("id: 7\ndata: a\n\nid\ndata: b\n\nid: 1\u{0}2\ndata: c\n\n", ["- 7 a", "- - b", "- - c"]),
            ("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n", ["- - a"]),
            // What the end of the stream cuts off is none.
            ("data: a\n\ndata: b\n", ["- - a"]), ("data: a\n\ndata: b", ["- - a"]), ("", []),
            ("data: x:y: z\n\n", ["- - x:y: z"]), ("data: ä€😀\n\n", ["- - ä€😀"]),
        ])
    func standard(_ text: String, _ expected: [String]) async throws {
        let bytes = Array(text.utf8)
        #expect(try await events(bytes) == expected)
        // Chunks may be cut anywhere, also inside a line end or a character.
        for cut in bytes.indices { #expect(try await events(bytes, cutAt: cut) == expected, "cut at \(cut)") }
    }

    @Test func bytesThatAreNoTextAreReplaced() async throws {
        #expect(try await events(Array("data: a".utf8) + [0xFF] + Array("\n\n".utf8)) == ["- - a\u{FFFD}"])
    }

    @Test func timeToWaitBeforeConnectingAnew() async throws {
        let text = "retry: 1500\ndata: a\n\nretry: soon\ndata: b\n\n"
        var found: [Duration?] = []
        for try await event in try await stream(Chunks(chunks: [Array(text.utf8)]), of: String.self).events {
            found.append(event.retry)
        }
        #expect(found == [.milliseconds(1500), .milliseconds(1500)])
    }

    private static let levels =
        "data: {\"station\":\"a\",\"centimetres\":1}\n\ndata: {'station': 'b'}\n\n"
        + "id: 3\ndata: {\"station\":\"c\",\ndata: \"centimetres\":3}\n\n"

    @Test func anItemThatIsNotAsDocumentedEndsNothing() async throws {
        let stream: ItemStream<Level> = try await stream(Chunks(chunks: [Array(Self.levels.utf8)]))
        var items = stream.makeAsyncIterator()
        #expect(try await items.next() == Level(station: "a", centimetres: 1))
        let error = await failure { _ = try await items.next() }
        #expect((error as? StreamItemError)?.text == "{'station': 'b'}")
        #expect(error.map { "\($0)".hasPrefix("Backup 1.2 watch: an item of the stream cannot be read: ") } == true)
        #expect(error.map { "\($0)".contains("station") } == false)
        #expect(try await items.next() == Level(station: "c", centimetres: 3))
        #expect(try await items.next() == nil)
        #expect(try await items.next() == nil)
    }

    @Test func eventsGiveBrokenItemsBesideTheOthers() async throws {
        let stream: ItemStream<Level> = try await stream(Chunks(chunks: [Array(Self.levels.utf8)]))
        var found: [String] = []
        for try await event in stream.events {
            switch event.result {
            case .success(let level): found.append(level.station)
            case .failure(let error): found.append("! \(error.text)")
            }
        }
        #expect(found == ["a", "! {'station': 'b'}", "c"])
    }

    private struct Gate: OpenEnum {
        let rawValue: String
        static let documentedValues = ["opened", "closed"].map(Gate.init)
        init(rawValue: String) { self.rawValue = rawValue }
    }

    @Test func textsOfEventsAreReadAsWhatTheyStandFor() async throws {
        let text = "data: opened\n\ndata: \"closed\"\n\ndata: true\n\ndata: {\"a\n\ndata: a \"b\"\n\n"
        let gates: ItemStream<Gate> = try await stream(Chunks(chunks: [Array(text.utf8)]))
        var found: [String] = []
        for try await event in gates.events { found.append((try? event.item().rawValue) ?? "! \(event.text)") }
        #expect(found == ["opened", "closed", "true", "! {\"a", "a \"b\""])
        let lines: ItemStream<Gate> = try await stream(
            Chunks(chunks: [Array("opened\n".utf8)], contentType: "application/jsonl"))
        let error = await failure { for try await _ in lines {} }
        #expect((error as? StreamItemError)?.text == "opened", "a line is JSON")
    }

    /// A transport that takes as long as it may.
    private struct Slow: Transport {
        var status = 200
        var beginning = ""

        func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
            let beginning = Data(beginning.utf8)
            guard status != 200 else {
                try await Task.sleep(for: min(timeout, .seconds(3600)))
                throw TransportError(.timeout, reason: "after \(timeout)")
            }
            return TransportResponse(
                head: HTTPResponse(status: .init(code: status)),
                body: ResponseBody(
                    AsyncThrowingStream<Data, any Error> { stream in
                        stream.yield(beginning)
                        // Nothing more comes, and no end.
                        Task {
                            try? await Task.sleep(for: .seconds(3600))
                            stream.finish()
                        }
                    }))
        }
    }

    private func watch(_ transport: Slow, _ configuration: ClientConfiguration) async -> (any Error, Duration)? {
        let clock = ContinuousClock()
        let start = clock.now
        let error = await failure {
            let _: ItemStream<Level> = try await connection(transport, configuration: configuration)
                .items(OperationRequest("watch", .get, "/v1/levels", accept: "text/event-stream"), success: [200])
        }
        return error.map { ($0, start.duration(to: clock.now)) }
    }

    private func isTimeout(_ error: any Error) -> Bool {
        if case .noResponse(.timeout)? = (error as? ServiceError)?.kind { true } else { false }
    }

    @Test func aStreamMayLastShorterThanOtherAnswers() async throws {
        let configuration = ClientConfiguration(timeout: .seconds(3600), streamTimeout: .milliseconds(50))
        let (error, time) = try #require(await watch(Slow(), configuration))
        #expect(isTimeout(error))
        #expect(time < .seconds(1800))
    }

    @Test func theHeadOfAStreamComesInTheTimeOfOtherAnswers() async throws {
        let configuration = ClientConfiguration(timeout: .milliseconds(50), streamTimeout: .seconds(3600))
        let (error, time) = try #require(await watch(Slow(), configuration))
        #expect(isTimeout(error))
        #expect(time < .seconds(1800))
    }

    @Test func anErrorInThePlaceOfAStreamComesInTheTimeOfOtherAnswers() async throws {
        let configuration = ClientConfiguration(timeout: .milliseconds(100), streamTimeout: .seconds(3600))
        let (error, time) = try #require(await watch(Slow(status: 404, beginning: "no such station"), configuration))
        guard case .notFound? = (error as? ServiceError)?.kind else {
            Issue.record("\(error)")
            return
        }
        #expect((error as? ServiceError)?.answer?.body.isIncomplete == true)
        #expect(time < .seconds(1800))
    }

    @Test("Lines of JSON", arguments: ["application/jsonl", "application/x-ndjson; charset=utf-8"])
    func lines(_ type: String) async throws {
        let text = "{\"station\":\"a\",\"centimetres\":1}\r\n\n  \n{'b'}\n{\"station\":\"c\",\"centimetres\":3}"
        for size in [1, 7, 1000] {
            let bytes = Array(text.utf8)
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            var found: [String] = []
            for try await item in try await stream(Chunks(chunks: chunks, contentType: type), of: Level.self).events {
                found.append((try? item.item().station) ?? "! \(item.text)")
            }
            #expect(found == ["a", "! {'b'}", "c"])
        }
    }

    @Test(
        "JSON text sequences",
        arguments: [
            ("\u{1E}1\n\u{1E}2\n", ["1", "2"]), ("\u{1E}{\"a\":\n1}\n\u{1E}\u{1E}[2]\n", ["{\"a\":1}", "[2]"]),
            // A number that no line end follows may have been cut.
            ("\u{1E}12", ["! 12"]), ("\u{1E}{\"a\":1}", ["{\"a\":1}"]), ("\u{1E}{\"a\":\u{1E}3\n", ["! {\"a\":", "3"]),
            ("\u{1E}\"a\\\"\n", ["! \"a\\\""]),
        ])
    func records(_ text: String, _ expected: [String]) async throws {
        let bytes = Array(text.utf8)
        for size in [1, 1000] {
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            var found: [String] = []
            let transport = Chunks(chunks: chunks, contentType: "application/json-seq")
            for try await item in try await stream(transport, of: JSONValue.self).events {
                found.append(
                    (try? item.item()).map {
                        "\(String(decoding: (try? JSONCoding().encode($0)) ?? Data(), as: UTF8.self))"
                    } ?? "! \(item.text)")
            }
            #expect(found == expected)
        }
    }

    @Test(
        "An event without an end is an error at the limit, whatever it is made of",
        arguments: ["data: aaaaaaaa\n", "aaaaaaaa"])
    func limit(_ chunk: String) async throws {
        let endless = Chunks(chunks: [Array(chunk.utf8)], isEndless: true)
        let items = try await stream(endless, of: String.self, itemLimit: 1000)
        let error = await failure { for try await _ in items {} }
        guard case .responseTooLarge(limit: 1000)? = (error as? ServiceError)?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func itemsBeforeALongOneAreGiven() async throws {
        let text = "data: a\n\ndata: " + String(repeating: "b", count: 2000)
        let items = try await stream(Chunks(chunks: [Array(text.utf8)]), of: String.self, itemLimit: 1000)
        var iterator = items.makeAsyncIterator()
        #expect(try await iterator.next() == "a")
        #expect(await failure { _ = try await iterator.next() } is ServiceError)
        #expect(try await iterator.next() == nil)
    }

    @Test func commentsTakeNoMemory() async throws {
        let comment = Array(": \(String(repeating: "c", count: 5000))".utf8)
        let items = try await stream(
            Chunks(chunks: [comment, comment, Array("\ndata: a\n\n".utf8)]), of: String.self, itemLimit: 100)
        var iterator = items.makeAsyncIterator()
        #expect(try await iterator.next() == "a")
    }

    @Test func aTaskThatIsCancelledStopsReading() async throws {
        let endless = Chunks(chunks: [Array("data: a\n\n".utf8)], isEndless: true)
        let items = try await stream(endless, of: String.self)
        let task = Task { for try await _ in items {} }
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        #expect(await failure { try await task.value } is CancellationError)
    }

    @Test func theDocumentedTypeCountsWhereTheAnswerNamesNone() async throws {
        let items = try await stream(Chunks(chunks: [Array("data: a\n\n".utf8)], contentType: nil), of: String.self)
        var iterator = items.makeAsyncIterator()
        #expect(try await iterator.next() == "a")
    }
}
