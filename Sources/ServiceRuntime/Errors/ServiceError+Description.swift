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

    private var summary: String {
        switch kind {
        case .requestInvalid(let reason): "not sent: \(reason)"
        case .notSent(let error): "not sent: \(reason(error))"
        case .noAnswer(.timeout): "no answer within the time limit"
        case .noAnswer(.connectionLost(let error)): "no answer: \(reason(error))"
        case .refused: "refused\(status)"
        case .notFound: "not found\(status)"
        case .conflict: "conflict\(status)"
        case .rejected: "rejected\(status)"
        case .undocumentedAnswer(let status): "answered with status \(status), which the documentation does not list"
        case .undecodable(let path, let reason): "the answer does not decode at \(path): \(reason)"
        case .answerTooLarge(let limit): "the answer is larger than the limit of \(limit) bytes"
        case .waitTimedOut(let last): "the time for waiting is up" + (last.map { ": \($0)" } ?? "")
        case .unwantedState(let state): "waiting ended in the unwanted state \(state)"
        }
    }

    private var status: String { answer.map { " with status \($0.status)" } ?? "" }

    private func reason(_ error: any Error) -> String {
        // The description of an unknown error may be anything, so its type has to do.
        guard let error = error as? TransportError else { return "\(type(of: error))" }
        return context.redact(error.reason)
    }
}

extension ServiceError: CustomReflectable {
    /// A mirror with the description only, so that a dump shows no more than an error message does.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
