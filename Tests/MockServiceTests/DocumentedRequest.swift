import APIModel
import APISpec
import Foundation
import HTTPTypes
import SCPRuntime
import SchemaChecks
import ServiceRuntime
import Testing

@testable import MockService

/// A request as the documentation has it: everything required and everything that is shown, in its place.
struct DocumentedRequest {
    typealias JSONValue = APISpec.JSONValue

    var method: String
    var path: String
    var query: [(name: String, value: String)]
    var headers: [(name: String, value: String)]
    var body: JSONValue?

    static let accessKey = "access-key-1"

    /// The request of a call. `ids` are values for parameters of the path that the documentation shows none of.
    init(_ call: Call, of model: APIModel, ids: [String: String] = [:]) {
        let fit = ExampleBuilder(model, patterns: PatternBook(model))
        method = call.revision.method
        path = call.path.parts.map { part in
            switch part {
            case .literal(let text): return text
            case .parameter(let name):
                let schema = call.pathParameters.first { $0.name == name }?.schema
                if schema?.example == nil, let id = ids[name] { return id }
                return Self.texts(fit.make(schema ?? Schema(.string(format: nil)))).first ?? "x"
            }
        }.joined()
        // Only a page that was read tells a marker; one that the documentation does not show is nobody's.
        let markers = Set(
            model.resources.filter { $0.list == call.operation }.flatMap(\.resource.paging)
                .filter { $0.kind == .marker || $0.kind == .address }.compactMap(\.position))
        query = call.queryParameters.flatMap { parameter in
            if markers.contains(parameter.name), parameter.schema.example == nil { return [(String, String)]() }
            return Self.texts(fit.make(parameter.schema)).map { (parameter.name, $0) }
        }
        headers = call.headerParameters.map { ($0.name, Self.texts(fit.make($0.schema)).joined(separator: ",")) }
        for header in model.service.headers
        where !["{access-key}", "{signature}", "{timestamp}"].contains(header.value) {
            headers.append((header.name, header.value.replacing("{version}", with: call.version)))
        }
        body = call.request.map { fit.fit(call.revision.example?.requestBody, to: $0.schema) }
        if body != nil { headers.append(("Content-Type", "application/json")) }
    }

    /// Path and query, percent-encoded.
    var target: String {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        let pairs = query.map { "\(encoded($0.name))=\(encoded($0.value))" }
        return encoded(path) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// The request as it arrives, signed.
    func signed(_ authority: String = "service.example", at time: Date = Date()) throws -> IncomingRequest {
        let credentials = try Credentials(accessKey: Self.accessKey, secretKey: "secret-key-1")
        var request = HTTPRequest(
            method: try #require(HTTPRequest.Method(method)), scheme: "http", authority: authority, path: target)
        for (name, value) in headers {
            request.headerFields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        if request.headerFields[try #require(HTTPField.Name("Scp-ClientType"))] != nil {
            try SCPSigner(credentials: credentials).sign(&request, at: time)
        }
        return IncomingRequest(
            method: method, target: target, authority: authority, fields: request.headerFields, body: body?.json ?? [])
    }

    private static func texts(_ value: JSONValue) -> [String] {
        value.elements?.compactMap(\.parameterText) ?? [value.parameterText].compactMap { $0 }
    }
}

extension MockService.Options {
    /// Options under which signatures must be those of ``DocumentedRequest``.
    static func verifying(_ change: (inout Self) -> Void = { _ in }) throws -> Self {
        var options = Self()
        options.signatures = .verified(
            try Credentials(accessKey: DocumentedRequest.accessKey, secretKey: "secret-key-1"))
        change(&options)
        return options
    }
}
