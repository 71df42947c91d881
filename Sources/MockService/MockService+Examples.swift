import APIModel
import Diagnostics
import Foundations
import ServiceRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension MockService {
    /// A body that a call of an operation may send: the documented example, made to obey its own schema.
    ///
    /// The files of multipart bodies are short.
    ///
    /// Throws `DiagnosticError` where the version has no such operation, or where that sends no body, and what decoding
    /// throws.
    public func exampleBody<Body: Decodable>(
        of operation: String, in version: String, as type: Body.Type = Body.self
    ) throws -> Body {
        let (value, request) = try exampleRequest(of: operation, in: version)
        let isMultipart = BodyForm(request.mediaType, isBytes: false) == .multipart
        let body = isMultipart ? engine.model.withFiles(value, request.schema) : value
        return try JSONCoding().decode(type, from: Data(body.json))
    }

    /// A body that a call of an operation may send, after `change`.
    ///
    /// Throws what ``exampleBody(of:in:as:)`` and `change` throw.
    public func exampleBody<Body: Decodable>(
        of operation: String, in version: String, as type: Body.Type, _ change: (inout Body) throws -> Void
    ) throws -> Body {
        var body = try exampleBody(of: operation, in: version, as: type)
        try change(&body)
        return body
    }

    /// A text that a call of an operation may send as its body.
    ///
    /// Throws `DiagnosticError` where the version has no such operation, or where that sends no body.
    public func exampleText(of operation: String, in version: String) throws -> String {
        let (value, _) = try exampleRequest(of: operation, in: version)
        return value.parameterText ?? String(decoding: value.json, as: UTF8.self)
    }

    /// Bytes that a call of an operation may send as its body.
    ///
    /// Throws `DiagnosticError` where the version has no such operation, or where that sends no body.
    public func exampleBytes(of operation: String, in version: String) throws -> Data {
        Data(try exampleText(of: operation, in: version).utf8)
    }

    /// A value that a call of an operation may have for a parameter.
    ///
    /// Throws `DiagnosticError` where the version has no such operation, or that no such parameter, and what decoding
    /// throws.
    public func exampleParameter<Value: Decodable>(
        _ name: String, in place: ParameterPlace, of operation: String, in version: String,
        as type: Value.Type = Value.self
    ) throws -> Value {
        guard let call = engine.model.call(operation, in: version),
            let parameter = (call.pathParameters + call.revision.parameters)
                .first(where: { $0.name == name && $0.location == place.location })
        else {
            throw DiagnosticError(
                "version \(version) has no operation `\(operation)` with a parameter `\(name)` in its \(place.rawValue)",
                at: nil)
        }
        return try JSONCoding().decode(type, from: Data(engine.fit.make(parameter.schema).json))
    }

    /// Where a parameter travels.
    public enum ParameterPlace: String, Sendable, Hashable, CaseIterable {
        /// A segment of the path.
        case path
        /// A query item.
        case query
        /// A header field.
        case header
        /// A cookie.
        case cookie

        fileprivate var location: Parameter.Location {
            switch self {
            case .path: .path
            case .query: .query
            case .header: .header
            case .cookie: .cookie
            }
        }
    }

    private func exampleRequest(of operation: String, in version: String) throws -> (Foundations.JSONValue, RequestBody)
    {
        guard let call = engine.model.call(operation, in: version), let request = call.request else {
            throw DiagnosticError("version \(version) has no operation `\(operation)` with a body", at: nil)
        }
        return (engine.fit.fit(call.revision.example?.requestBody, to: request.schema), request)
    }
}

extension APIModel {
    /// A multipart body with Base64 texts in place of its bytes, as a client's models take files.
    fileprivate func withFiles(_ value: Foundations.JSONValue, _ schema: Schema) -> Foundations.JSONValue {
        guard let members = value.members else { return value }
        return .object(
            members.map { member in
                let type = self.member(member.name, of: schema) ?? Schema(.unknown)
                if isBytes(type), let text = member.value.text { return .init(member.name, Self.file(text)) }
                if let items = items(of: type), isBytes(items), let elements = member.value.elements {
                    return .init(member.name, .array(elements.compactMap(\.text).map(Self.file)))
                }
                return member
            })
    }

    private static func file(_ text: String) -> Foundations.JSONValue {
        .string(Data(text.utf8).base64EncodedString())
    }
}
