import APIModel
import Foundations
import HTTPTypes

/// A request as it is kept until somebody looks at it; only then its secrets are taken out, since most are never
/// looked at.
struct LoggedRequest: Sendable {
    /// The request.
    let request: IncomingRequest
    /// How far it came.
    let course: RequestCourse
    /// The status of the response.
    let status: Int

    /// The request as it may be shown.
    var received: ReceivedRequest {
        ReceivedRequest(
            method: request.method, target: request.target, path: course.target?.path ?? request.target,
            query: course.target?.pairs.map { ($0.name, $0.value) } ?? [],
            headers: request.fields.redacted, body: request.body,
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
    /// What was to go wrong with its response.
    var fault: Fault?
}

extension HTTPFields {
    /// The fields as they may be shown.
    fileprivate var redacted: [(name: String, value: String)] {
        map { ($0.name.rawName, SecretNames.matches($0.name.canonicalName) ? SecretNames.replacement : $0.value) }
    }
}
