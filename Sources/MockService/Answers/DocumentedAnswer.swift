import APIModel
import APISpec

/// The answer that the documentation shows for a call, made to obey its own schema.
struct DocumentedAnswer: Sendable {
    /// The first documented success.
    let status: Int
    /// The type of the body; `nil` where there is none or where nothing tells.
    let schema: Schema?
    /// The body; `nil` for none.
    let value: JSONValue?
    /// The body as it is sent.
    let bytes: [UInt8]?

    /// The answer of a call.
    init(_ call: Call, _ fit: SchemaFit) {
        let example = call.revision.example
        let shown = example?.status
        let success = call.successes.first
        // Where the table is lost the example may still tell the status.
        status = success?.status ?? shown.flatMap { (200..<300).contains($0) ? $0 : nil } ?? 200
        schema = success?.schema
        let body = shown == nil || shown == status ? example?.responseBody : nil
        if let schema {
            value = schema.kind == .unknown ? body : fit.fit(body, to: schema)
        } else {
            value = success == nil ? body : nil
        }
        // RFC 9110 §15.3.5 and §15.3.6: these have no body, whatever the table says.
        bytes = status == 204 || status == 205 ? nil : value?.json
    }

    /// The answer as it is sent.
    var answer: Answer { Answer(status: status, body: bytes) }
}
