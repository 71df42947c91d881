import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension HTTPClient.Request {
    /// The same request for the client.
    ///
    /// Throws where the URL would not be sent byte for byte as it is.
    init(_ request: HTTPRequest, body: Data?) throws {
        try self.init(
            request, content: body.flatMap { $0.isEmpty ? nil : HTTPClient.Body.byteBuffer(ByteBuffer(bytes: $0)) })
    }

    /// The same request for the client, with a body of its own kind.
    ///
    /// Throws where the URL would not be sent byte for byte as it is.
    init(_ request: HTTPRequest, content: HTTPClient.Body?) throws {
        let authority = request.authority ?? ""
        guard let url = Self.url(of: request, authority) else {
            throw TransportError(.notSent, reason: "the URL cannot be sent as it is")
        }

        var headers = HTTPHeaders()
        headers.reserveCapacity(request.headerFields.count + 2)
        // The client would leave out the brackets around an IPv6 address.
        let hasHost = request.headerFields.contains { $0.name.canonicalName == "host" }
        if !hasHost { headers.add(name: "Host", value: authority) }
        for field in request.headerFields where field.name != .cookie {
            headers.add(name: field.name.rawName, value: field.value)
        }
        // Cookies may be several fields here, and are one on the wire (RFC 6265, section 5.4).
        if let cookies = request.headerFields[.cookie] { headers.add(name: "Cookie", value: cookies) }

        do {
            try self.init(
                url: url, method: HTTPMethod(rawValue: request.method.rawValue), headers: headers, body: content)
        } catch {
            throw TransportError(error, hasAnswer: false)
        }
    }

    /// The URL of a request, or nil if the client would make another request target of it.
    private static func url(of request: HTTPRequest, _ authority: String) -> URL? {
        guard let path = request.path, path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(UInt8(ascii: "#")),
            request.scheme == "https" || request.scheme == "http", !authority.utf8.contains(UInt8(ascii: "@"))
        else { return nil }
        let text = "\(request.scheme ?? "")://\(authority)\(path)"
        // A path whose escapes are no UTF-8 is empty for Foundation, and the client sends "/" for an empty path.
        guard let url = URL(string: text), url.absoluteString == text, !url.path.isEmpty else { return nil }
        return url
    }
}

extension HTTPResponse {
    /// The head of a response that the client received.
    init(_ head: HTTPResponseHead) {
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        // The parser lets only three digits pass.
        let code = min(Int(head.status.code), 999)
        self.init(status: Status(code: code, reasonPhrase: head.status.reasonPhrase), headerFields: fields)
    }
}

extension TimeAmount {
    /// The same time, cut to what a deadline can hold: about 70 years.
    init(_ duration: Duration) {
        let limit: Int64 = 70 * 365 * 86_400
        let (seconds, attoseconds) = duration.components
        guard seconds < limit else { self = .seconds(limit); return }
        self = seconds < 0 ? .zero : .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
