package import ServiceRuntime

/// What a ``ChaosServer`` does to a call.
package enum Fault: Sendable, CaseIterable {
    /// Nothing: it answers.
    case none
    /// The call goes to a port that refuses connections.
    case refused
    /// The connection closes in the middle of the response.
    case cut
    /// The connection is reset in the middle of the response.
    case reset
    /// The connection closes before the response.
    case closed
    /// The response does not come in time.
    case slow
    /// Status 500.
    case broken
    /// Status 429 with `Retry-After`.
    case tooMany
    /// What comes is not HTTP.
    case garbage

    /// The fault of a call: 30 of 100 have one, spread evenly.
    package static func ofCall(_ number: Int) -> Fault {
        switch number * 37 % 100 {
        case 0..<4: .refused
        case 4..<9: .cut
        case 9..<12: .reset
        case 12..<15: .closed
        case 15..<17: .slow
        case 17..<22: .broken
        case 22..<26: .tooMany
        case 26..<30: .garbage
        default: .none
        }
    }

    /// How a call with this fault ends where nothing is repeated.
    package var outcome: Outcome {
        switch self {
        case .none: .answered
        case .refused: .notSent
        case .cut, .reset, .closed, .garbage: .connectionLost
        case .slow: .timeout
        case .broken: .status(500)
        case .tooMany: .status(429)
        }
    }

    /// How a call with this fault in its first attempt ends where what may be repeated is repeated.
    package func outcomeWithRepetition(of method: OperationRequest.Method) -> Outcome {
        switch self {
        // That port refuses every attempt.
        case .refused: .notSent
        case .tooMany: .answered
        default: method == .post ? outcome : .answered
        }
    }
}

/// How a call ended.
package enum Outcome: Sendable, Hashable {
    /// With its own response.
    case answered
    /// With another answer than its own.
    case mistaken
    case notSent
    case connectionLost
    case timeout
    case status(Int)
    /// With an error that no call may end with.
    case unexpected(String)

    init(_ error: any Error) {
        guard let error = error as? ServiceError else {
            self = .unexpected("\(error)")
            return
        }
        self =
            switch error.kind {
            case .notSent: .notSent
            case .noResponse(.timeout): .timeout
            case .noResponse(.connectionLost): .connectionLost
            case .clientError, .serverError: .status(error.statusCode ?? 0)
            default: .unexpected("\(error)")
            }
    }
}
