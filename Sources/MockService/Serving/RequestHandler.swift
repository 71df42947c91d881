import HTTPTypes
import HummingbirdCore
import NIOCore

/// Carries requests from connections to the engine, and answers back, faults included.
struct RequestHandler: Sendable {
    private let engine: MockEngine
    private let date = DateHeader()

    private static let requestID = HTTPField.Name("X-Request-Id")
    /// A body that is too long is read and dropped up to this many bytes, so that clients that send first and read then
    /// see why they are refused; after that the connection is closed.
    private static let drainLimit = 256 << 20
    /// In so many pieces a slow body is sent.
    private static let slowPieces = 10

    /// Closes the connection without a further word.
    private struct Abandoned: Error {}

    /// A handler for the requests of an engine.
    init(_ engine: MockEngine) {
        self.engine = engine
    }

    /// Answers one request.
    ///
    /// Throws to close the connection.
    func handle(_ request: Request, _ writer: consuming ResponseWriter) async throws {
        var incoming = IncomingRequest(
            method: request.method.rawValue, target: request.head.path ?? "", authority: request.head.authority,
            fields: request.headers)
        let limit = engine.options.bodyLimit
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        if announced <= limit, request.headers[.expect]?.lowercased() == "100-continue" {
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        var body = request.body.makeAsyncIterator()
        var isTooLong = announced > limit
        while !isTooLong, let piece = try await body.next() {
            isTooLong = piece.readableBytes > limit - incoming.body.count
            if !isTooLong { incoming.body.append(contentsOf: piece.readableBytesView) }
        }
        if isTooLong {
            incoming.body = []
            try await write(engine.refuseBody(of: incoming), to: incoming.method, writer)
            var dropped = 0
            while let piece = try await body.next() {
                dropped += piece.readableBytes
                if dropped > Self.drainLimit { throw Abandoned() }
            }
            return
        }
        let reply = engine.respond(to: incoming)
        if let delay = reply.fault?.delay { try await Task.sleep(for: delay) }
        try await write(reply, to: incoming.method, writer)
    }

    // MARK: Writing

    private func write(_ reply: Reply, to method: String, _ writer: consuming ResponseWriter) async throws {
        let fault = reply.fault ?? Fault()
        if fault.cut == .answer { throw Abandoned() }
        var bytes = reply.answer.body ?? []
        if fault.hasMalformedJSON {
            bytes = bytes.count < 2 ? [UInt8(ascii: "{")] : Array(bytes.prefix(bytes.count / 2))
        }
        let head = head(reply, length: bytes.count)
        // RFC 9110 §9.3.2: the answer to HEAD has no body.
        if bytes.isEmpty || method == "HEAD" { return try await writer.writeResponse(head) }
        if fault.cut == .body {
            var body = try await writer.writeHead(head)
            try await body.write(ByteBuffer(bytes: bytes.prefix(bytes.count / 2)))
            throw Abandoned()
        }
        guard let time = fault.slowBody else {
            return try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        var body = try await writer.writeHead(head)
        let size = max(1, (bytes.count + Self.slowPieces - 1) / Self.slowPieces)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try await Task.sleep(for: time / Self.slowPieces)
            try await body.write(ByteBuffer(bytes: bytes[start..<min(bytes.count, start + size)]))
        }
        try await body.finish(nil)
    }

    private func head(_ reply: Reply, length: Int) -> HTTPResponse {
        var fields = HTTPFields()
        if reply.answer.body != nil { fields[.contentType] = reply.answer.mediaType }
        // RFC 9110 §8.6: a response without content has no length.
        if reply.answer.status != 204 { fields[.contentLength] = String(length) }
        fields[.date] = date.text(engine.options.now())
        for field in reply.answer.fields { fields.append(field) }
        if let name = Self.requestID, fields[name] == nil { fields[name] = reply.requestID }
        return HTTPResponse(status: .init(integerLiteral: reply.answer.status), headerFields: fields)
    }
}
