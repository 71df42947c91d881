import APIModel
import HTTPTypes

/// Holds the body of a request against the documentation.
struct BodyCheck: Sendable {
    private let check: SchemaCheck
    private let unknownFields: MockService.UnknownFields

    /// A check by the rules of `check`.
    init(_ check: SchemaCheck, unknownFields: MockService.UnknownFields) {
        self.check = check
        self.unknownFields = unknownFields
    }

    /// The body as a value, `nil` where there is none or where it is bytes; what does not fit its schema goes to
    /// `problems`.
    ///
    /// Throws where it is not written in the documented media type.
    func value(
        _ request: IncomingRequest, _ call: Call, _ problems: inout [SchemaCheck.Problem]
    ) throws(RequestRejection) -> JSONValue? {
        guard let stated = call.request else {
            let isUnknown = call.revision.lost.contains(.parameters)
            if !request.body.isEmpty, !isUnknown, unknownFields == .refused {
                problems.append(
                    .init(
                        place: "body",
                        demand: "must be left out: \(call.operation) takes none\(SchemaCheck.strictly)"))
            }
            return nil
        }
        let form = BodyForm(stated.mediaType, isBytes: isBytes(stated.schema))
        let type = request.fields[.contentType]
        // An empty text or file is a body too where its type is told.
        let isEmptyContent = type != nil && (form == .text || form == .binary)
        guard !request.body.isEmpty || isEmptyContent else {
            if stated.isRequired { problems.append(.init(place: "body", demand: "is required")) }
            return nil
        }
        // Forms need to be told; multipart bodies cannot be read without the boundary.
        guard type.map({ MediaRange.admits(stated.mediaType, $0) }) ?? (form != .form && form != .multipart) else {
            throw RequestRejection(415, "UnsupportedMediaType", "the body must be sent as \(stated.mediaType)")
        }
        guard let value = try value(of: request.body, type, form, stated, &problems) else { return nil }
        // A merge patch takes out by `null` (RFC 7396) what the documented type of the patch lets be null.
        problems += check.problems(of: value, stated.schema, at: "body")
        return value
    }

    private func value(
        of body: [UInt8], _ type: String?, _ form: BodyForm, _ stated: RequestBody,
        _ problems: inout [SchemaCheck.Problem]
    ) throws(RequestRejection) -> JSONValue? {
        switch form {
        case .json:
            do {
                return try JSONReader.value(body)
            } catch {
                throw RequestRejection(
                    400, "InvalidRequest", "the body is not JSON: \(error.text), at byte \(error.offset)")
            }
        case .form:
            guard let pairs = FieldPair.pairs(of: body[...]) else {
                throw RequestRejection(
                    400, "InvalidRequest", "the percent-encoding of the body is broken or not UTF-8")
            }
            return FormReading(check).value(pairs, stated.schema, stated.parts)
        case .multipart:
            let boundary = type.flatMap { MediaRange.parameter("boundary", of: $0) }
            let form = try MultipartText(body, boundary: boundary ?? "")
            return MultipartReading(check).value(form.parts, stated.schema, stated.parts, &problems)
        case .text:
            guard let text = TextBytes.text(body, type) else {
                throw RequestRejection(
                    400, "InvalidRequest", "the body is not text in the character set that it states")
            }
            return ParameterText(check).value([text], stated.schema)
        case .binary: return nil
        }
    }

    private func isBytes(_ schema: Schema) -> Bool { check.model.isBytes(schema) }
}

extension APIModel {
    /// Whether the values of a type are bytes rather than text (OpenAPI, `format: binary`).
    func isBytes(_ schema: Schema) -> Bool { resolved(schema).kind == .string(format: "binary") }
}

/// Text as bytes.
enum TextBytes {
    /// The text of bytes in the character set that their media type states, else UTF-8; `nil` where they are none.
    static func text(_ bytes: [UInt8], _ type: String?) -> String? {
        switch type.flatMap({ MediaRange.parameter("charset", of: $0) })?.lowercased() {
        case nil, "utf-8", "utf8": return String(validating: bytes, as: UTF8.self)
        case "us-ascii", "ascii": return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
        case "iso-8859-1", "latin1":
            var text = ""
            text.unicodeScalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
            return text
        default: return nil
        }
    }
}
