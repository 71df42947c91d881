import APIModel
import HTTPTypes

/// A request as it is kept until somebody looks at it; only then its secrets are taken out, since most are never
/// looked at.
struct LoggedRequest: Sendable {
    /// The request.
    let request: IncomingRequest
    /// How far it came.
    let course: RequestCourse
    /// The status of the answer.
    let status: Int

    /// The request as it may be shown.
    var received: ReceivedRequest {
        ReceivedRequest(
            method: request.method, target: request.target, path: course.target?.path ?? request.target,
            query: course.target?.pairs.map { ($0.name, $0.value) } ?? [],
            headers: SecretHeaders.redacted(request.fields), body: request.body,
            operation: course.operation, version: course.version, status: status)
    }
}

/// How far a request came.
struct RequestCourse: Sendable {
    /// What it asked for, if that could be read.
    var target: RequestTarget?
    /// The version that it meant.
    var version: String?
    /// The operation that it called.
    var operation: String?
    /// What the documentation says of that.
    var call: Call?
    /// What was to go wrong with its answer.
    var fault: Fault?
}

/// Which headers hold something secret.
enum SecretHeaders {
    /// What stands in place of a secret.
    static let replacement = "<redacted>"

    private static let words = ["authorization", "cookie", "signature", "accesskey", "secret", "token", "password"]

    /// The fields as they may be shown.
    static func redacted(_ fields: HTTPFields) -> [(name: String, value: String)] {
        fields.map { field in
            let letters = field.name.canonicalName.filter { $0 != "-" && $0 != "_" }
            let isSecret = words.contains { letters.contains($0) }
            return (field.name.rawName, isSecret ? replacement : field.value)
        }
    }
}
