#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ServiceError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line: the operation, what went wrong, what the service says about it, and the request ids.
    public var description: String {
        var text = "\(context): \(summary)"
        if let answer {
            let problems = answer.problems.map(\.description).filter { !$0.isEmpty }
            if !problems.isEmpty {
                text += ": " + problems.joined(separator: "; ")
            } else if !answer.snippet.isEmpty {
                text += ": " + answer.snippet
            }
            if !answer.requestIDs.isEmpty { text += " (request \(answer.requestIDs.joined(separator: ", ")))" }
        }
        return redactor.redact(text).singleLine
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    private var summary: String {
        switch kind {
        case .requestInvalid(let reason): "not sent: \(reason)"
        case .notSent(let error): "not sent: \(Self.reason(error))"
        case .noAnswer(.timeout): "no answer within the time limit"
        case .noAnswer(.connectionLost(let error)): "no answer: \(Self.reason(error))"
        case .refused: "refused\(status)"
        case .notFound: "not found\(status)"
        case .conflict: "conflict\(status)"
        case .rejected: "rejected\(status)"
        case .undocumentedAnswer(let status): "answered with status \(status), which the documentation does not list"
        case .undecodable(let path, let reason): "the answer does not decode at \(path): \(reason)"
        case .answerTooLarge(let limit): "the answer is larger than the limit of \(limit) bytes"
        }
    }

    private var status: String { answer.map { " with status \($0.status)" } ?? "" }

    private static func reason(_ error: any Error) -> String {
        // The description of an unknown error may be anything, so its type has to do.
        if let error = error as? TransportError { return error.reason }
        return "\(type(of: error))"
    }
}

extension ServiceError: CustomReflectable {
    /// A mirror with the description only, so that a dump shows no more than an error message does.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

extension ServiceError: LocalizedError {
    /// The same as ``description``.
    public var errorDescription: String? { description }
}
