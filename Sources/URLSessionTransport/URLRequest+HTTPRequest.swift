import Foundation
import HTTPTypes
import ServiceRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLRequest {
    /// The same request for `URLSession`.
    ///
    /// Throws where the URL would not be sent byte for byte as it is.
    init(_ request: HTTPRequest, body: Data?, timeout: Duration) throws {
        let text = "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
        guard let url = URL(string: text), url.absoluteString == text else {
            throw TransportError(.notSent, reason: "'\(text)' is not a URL that can be sent as it is")
        }
        // The exchange has its own timer, which counts the whole time; this one counts idle time.
        self.init(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: timeout.seconds + 1)
        httpMethod = request.method.rawValue
        httpShouldHandleCookies = false
        for field in request.headerFields { addValue(field.value, forHTTPHeaderField: field.name.rawName) }
        httpBody = body
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
        self.init(status: .init(code: response.statusCode), headerFields: fields)
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: TimeInterval {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
