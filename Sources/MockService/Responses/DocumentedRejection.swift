import APIModel
import HTTPTypes

/// Tells a client of a refusal in the form that the documentation of its operation has for it.
struct DocumentedRejection: Sendable {
    private let model: APIModel
    private let fit: ExampleBuilder

    init(_ model: APIModel, _ fit: ExampleBuilder) {
        self.model = model
        self.fit = fit
    }

    /// The response; `nil` where the documentation has none for it.
    ///
    /// Its status is the first documented one of those that say the same, then one of those that are for all of 400 to
    /// 499 or for all statuses. Where the documentation has none of them, the status is the refusal's own, and the body
    /// is that of another error of the operation.
    func answer(_ told: RequestRejection, _ call: Call, requestID: String) -> MockResponse? {
        let failures = call.failures
        // Only who documents 410 tells what is gone from what never was.
        let isGone = told.status == 410 && !failures.contains { $0.status == 410 }
        let refusal = isGone ? RequestRejection(404, "NotFound", told.details.joined(separator: "; ")) : told
        let statuses = Self.statuses(refusal.status) + [refusal.status / 100, 0]
        let found = statuses.lazy.compactMap { status in failures.first { $0.status == status } }.first
        // Errors of one operation have one form, as a rule.
        let isOfClient = (400..<500).contains(refusal.status)
        let near =
            isOfClient && refusal.code != "Fault"
            ? failures.first { (400..<500).contains($0.status) && isTyped($0) } : nil
        guard let response = found ?? near else { return nil }
        let status = found.map { $0.status >= 100 ? $0.status : refusal.status } ?? refusal.status
        let fields = ResponseFields.fields(response.headers, model, fit).filter { field in
            !refusal.fields.contains { $0.name == field.name }
        }
        guard let schema = response.schema, isTyped(response) else {
            var plain = anything(refusal, status, response, requestID)
            plain.status = status
            plain.fields = fields + refusal.fields
            return plain
        }
        let writing = ResponseContent(response, model)
        let body = RejectionBody(refusal, status, model, fit).filled(fit.make(schema), schema)
        return MockResponse(
            status: status, body: writing.bytes(body), mediaType: writing.mediaType, fields: fields + refusal.fields)
    }

    private func isTyped(_ response: Response) -> Bool {
        response.schema.map { model.resolved($0).kind != .unknown } ?? false
    }

    /// The statuses that say the same as one, the best first: servers tell of a wrong request by 400 or by 422.
    private static func statuses(_ status: Int) -> [Int] {
        switch status {
        case 400: [400, 422]
        case 409, 414, 415: [status, 400, 422]
        default: [status]
        }
    }

    /// The response where nothing tells what its body is like.
    private func anything(_ refusal: RequestRejection, _ status: Int, _ response: Response, _ requestID: String)
        -> MockResponse
    {
        let envelope = ErrorEnvelope.answer(refusal, requestID: requestID)
        guard response.schema != nil else { return envelope }
        let writing = ResponseContent(response, model)
        var answer = MockResponse(status: status, body: envelope.body, mediaType: writing.mediaType)
        if MediaRange.name(response.mediaType) == ErrorEnvelope.problemType {
            answer.body = ErrorEnvelope.problem(refusal, status).json
        } else if writing.form != .json {
            answer.body = Array(refusal.details.joined(separator: "; ").utf8)
        }
        return answer
    }
}
