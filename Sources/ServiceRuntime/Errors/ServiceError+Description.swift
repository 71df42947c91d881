extension ServiceError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line: the operation, what went wrong, what the service says about it, the request ids, and where the
    /// documentation describes the operation.
    public var description: String {
        var text = "\(context): \(explanation)"
        var notes: [String] = []
        if !requestIDs.isEmpty { notes.append("request \(requestIDs.joined(separator: ", "))") }
        if let documentation { notes.append("documented in: \(documentation)") }
        if !notes.isEmpty { text += " (\(notes.joined(separator: "; ")))" }
        return context.redactor.redact(text).singleLine
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// What went wrong, and what the service says about it.
    var explanation: String {
        guard let answer else { return summary }
        let problems = answer.problems.map(\.description).filter { !$0.isEmpty }
        if !problems.isEmpty { return "\(summary): \(problems.joined(separator: "; "))" }
        return answer.snippet.isEmpty ? summary : "\(summary): \(answer.snippet)"
    }

    /// Where the service points to, without what may be secret: the query, and a user.
    private var shownLocation: String? {
        guard let location, !location.contains("@") else { return nil }
        return context.redactor.display(String(location.prefix { $0 != "?" && $0 != "#" }), limit: 200)
    }

    private var summary: String {
        switch kind {
        case .unauthorized, .forbidden, .notFound, .conflict, .clientError, .serverError:
            "\(kind)" + (answer.map { " with status \($0.status)" } ?? "")
        case .redirected:
            "\(kind)" + (answer.map { " with status \($0.status)" } ?? "") + (shownLocation.map { " to \($0)" } ?? "")
        default: "\(kind)"
        }
    }
}

extension ServiceError.Kind: CustomStringConvertible, CustomReflectable {
    /// What went wrong, in words and without secrets.
    public var description: String {
        switch self {
        case .requestInvalid(let reason): "not sent: \(reason)"
        case .notSent(let error): "not sent: \(Self.reason(error))"
        case .noResponse(.timeout): "no answer within the time limit"
        case .noResponse(.connectionLost(let error)): "no answer: \(Self.reason(error))"
        case .unauthorized: "unauthorized"
        case .forbidden: "forbidden"
        case .notFound: "not found"
        case .conflict: "conflict"
        case .redirected: "redirected"
        case .clientError: "rejected"
        case .serverError: "the service failed"
        case .undocumentedResponse(let status): "answered with status \(status), which the documentation does not list"
        case .undecodable(let path, let reason): "the answer does not decode at \(path): \(reason)"
        case .responseTooLarge(let limit): "the answer is larger than the limit of \(limit) bytes"
        case .waitTimedOut(let last): "the time for waiting is up" + (last.map { ": \($0)" } ?? "")
        case .unwantedState(let state): "waiting ended in the unwanted state \(state)"
        }
    }

    /// A mirror with the description only: the errors inside may hold anything.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

    private static func reason(_ error: any Error) -> String {
        // The description of an unknown error may be anything, so its type has to do.
        guard let error = error as? TransportError else { return "\(type(of: error))" }
        return SensitiveText.redact(error.reason.singleLine.shortened(to: 500))
    }
}

extension ServiceError: CustomReflectable {
    /// A mirror with the description only, so that a dump shows no more than an error message does.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
