import APIModel
import HTTPTypes

/// The response that the documentation shows for a call, made to obey its own schema.
struct DocumentedResponse: Sendable {
    /// The first documented success; where the documentation states it for a range or for all statuses, one of them.
    let status: Int
    /// The type of the body; `nil` where there is none or where nothing tells.
    let schema: Schema?
    /// The body; `nil` for none.
    let value: JSONValue?
    /// The body as it is sent.
    let bytes: [UInt8]?
    /// What the body is written in.
    let mediaType: String
    /// The documented header fields.
    let fields: [HTTPField]
    /// Whether the body is JSON.
    let isJSON: Bool

    /// The response of a call.
    init(_ call: Call, _ model: APIModel, _ fit: ExampleBuilder) {
        let example = call.revision.example
        let shown = example?.status
        // An operation that only sends elsewhere answers with that.
        let success = call.successes.first ?? call.failures.first { (300..<400).contains($0.status) || $0.status == 3 }
        let isShownSuccess = shown.map { (200..<300).contains($0) } ?? false
        // Where the table is lost, or states a range, the example may still tell the status.
        let stated = success.flatMap { $0.status >= 100 ? $0.status : nil }
        status = stated ?? (isShownSuccess ? shown : nil) ?? (success?.status == 3 ? 302 : 200)
        schema = success?.schema
        let body = shown == nil || shown == status ? example?.responseBody : nil
        let writing = success.map { ResponseContent($0, model) }
        if let schema {
            let isAny = model.resolved(schema).kind == .unknown
            // Where the table is lost nothing tells that there is a body at all.
            let anything = call.revision.lost.contains(.responses) ? nil : writing?.anything
            value = isAny ? body ?? anything : fit.fit(body, to: schema)
        } else {
            value = success == nil ? body : nil
        }
        mediaType = writing?.mediaType ?? MediaType.json
        isJSON = writing.map { $0.form == .json } ?? true
        // RFC 9110 §15.3.5 and §15.3.6: these have no body, whatever the table says.
        bytes = status == 204 || status == 205 ? nil : value.map { writing?.bytes($0) ?? $0.json }
        var fields = success.map { ResponseFields.fields($0.headers, model, fit) } ?? []
        if [301, 302, 303, 307, 308].contains(status), !fields.contains(where: { $0.name == .location }) {
            // Where to is what such a response says (RFC 9110, section 10.2.2), whether the field is documented or not.
            fields.append(HTTPField(name: .location, value: "/"))
        }
        self.fields = fields
    }

    /// The response as it is sent.
    var answer: MockResponse { MockResponse(status: status, body: bytes, mediaType: mediaType, fields: fields) }

    /// The answer with another body; only a response in JSON has one.
    func answer(_ body: JSONValue) -> MockResponse {
        isJSON ? MockResponse(status: status, body: body.json, mediaType: mediaType, fields: fields) : answer
    }
}

/// The header fields that answers are documented to have.
enum ResponseFields {
    /// What carries the response itself, and is not the service's to choose.
    private static let reserved: Set<String> = [
        "connection", "content-encoding", "content-length", "content-range", "content-type", "date", "keep-alive",
        "te", "trailer", "transfer-encoding", "upgrade",
    ]

    /// The fields with the values that the documentation shows, or with such as their types allow.
    static func fields(_ headers: [ResponseHeader], _ model: APIModel, _ fit: ExampleBuilder) -> [HTTPField] {
        headers.compactMap { header in
            guard let name = HTTPField.Name(header.name), !reserved.contains(name.canonicalName) else { return nil }
            return text(fit.make(header.schema)).map { HTTPField(name: name, value: $0) }
        }
    }

    /// A value in the style `simple`; `nil` where there is nothing to say.
    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: return nil
        case .array(let elements):
            let texts = elements.compactMap(\.parameterText)
            return texts.isEmpty ? nil : texts.joined(separator: ",")
        case .object(let members):
            let texts = members.flatMap { member in member.value.parameterText.map { [member.name, $0] } ?? [] }
            return texts.isEmpty ? nil : texts.joined(separator: ",")
        default: return value.parameterText
        }
    }
}
