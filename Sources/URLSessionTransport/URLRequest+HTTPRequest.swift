import Foundation
import HTTPTypes
import ServiceRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLRequest {
    /// The same request for `URLSession`.
    ///
    /// Throws where it would not be sent byte for byte as it is.
    init(_ request: HTTPRequest, body: Data?, timeout: Duration) throws {
        guard let url = Self.url(of: request) else {
            throw TransportError(.notSent, reason: "the URL cannot be sent as it is")
        }
        if request.method == .get || request.method == .head, body?.isEmpty == false {
            throw TransportError(.notSent, reason: "URLSession sends no body with \(request.method)")
        }
        // The exchange has its own timer, which counts the whole time; this one counts idle time.
        self.init(
            url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: timeout.limited.seconds + 1)
        httpMethod = request.method.rawValue
        httpShouldHandleCookies = false
        for field in request.headerFields where field.name != .cookie {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // Cookies may be several fields here, and are one on the wire (RFC 6265, section 5.4); `addValue` would put commas
        // between them.
        if let cookies = request.headerFields[.cookie] { setValue(cookies, forHTTPHeaderField: "Cookie") }
        httpBody = body
    }

    /// The URL of a request, or nil if the session would make another request target of it.
    private static func url(of request: HTTPRequest) -> URL? {
        let authority = request.authority ?? ""
        guard let path = request.path, path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(UInt8(ascii: "#")),
            !hasDotSegment(path), request.scheme == "https" || request.scheme == "http", !authority.isEmpty,
            !authority.utf8.contains(UInt8(ascii: "@"))
        else { return nil }
        let text = "\(request.scheme ?? "")://\(authority)\(path)"
        guard let url = URL(string: text), url.absoluteString == text else { return nil }
        return url
    }

    /// Whether a segment is `.` or `..`, also with `%2e` for a dot: such segments are resolved before sending.
    private static func hasDotSegment(_ target: String) -> Bool {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        return path.split(separator: UInt8(ascii: "/")).contains { segment in
            guard segment.count <= 6, segment.first == UInt8(ascii: ".") || segment.first == UInt8(ascii: "%") else {
                return false
            }
            let plain = String(decoding: segment, as: UTF8.self).lowercased().replacing("%2e", with: ".")
            return plain == "." || plain == ".."
        }
    }
}

extension HTTPResponse {
    /// The head of a response that `URLSession` received.
    init(_ response: HTTPURLResponse) {
        var fields = HTTPFields()
        for (name, value) in response.allHeaderFields {
            guard let name = name as? String, let value = value as? String, let fieldName = HTTPField.Name(name) else {
                continue
            }
            fields.append(HTTPField(name: fieldName, value: value))
        }
        // No status has more digits; one that has would be a failed precondition here.
        let code = min(max(response.statusCode, 0), 999)
        self.init(status: .init(code: code), headerFields: fields)
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: TimeInterval {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }

    /// The same time, cut to what clocks and sessions can count: a year.
    var limited: Duration { min(self, .seconds(365 * 86_400)) }
}
