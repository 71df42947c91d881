import Synchronization

/// What one decoding run shares among all its values: the policy, and the deviations found so far.
///
/// It travels in the decoder's `userInfo`, so that models at any depth find it.
final class DecodingSession: Sendable {
    let policy: DecodingPolicy
    /// Whether anyone wants to know; if not, tolerating costs nothing more.
    let isListening: Bool
    private let found = Mutex<[Deviation]>([])

    static let userInfoKey: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "ServiceRuntime.DecodingSession") else {
            preconditionFailure("a non-empty string is always a key")
        }
        return key
    }()

    init(policy: DecodingPolicy, isListening: Bool) {
        self.policy = policy
        self.isListening = isListening
    }

    /// The deviations in the order of reading, each once: a list that is read a second time finds the same ones again.
    var deviations: [Deviation] {
        var seen: Set<Deviation> = []
        return found.withLock { $0 }.filter { seen.insert($0).inserted }
    }

    func add(_ deviation: Deviation) {
        found.withLock { $0.append(deviation) }
    }
}

/// Where tolerant decoding reports what it tolerates.
///
/// Without a session, as with a plain `JSONDecoder`, decoding is tolerant and nothing is reported.
public struct DeviationReport {
    let session: DecodingSession?

    init(session: DecodingSession?) {
        self.session = session
    }

    /// The report of the run that `decoder` belongs to.
    init(_ decoder: any Decoder) {
        if let decoder = decoder as? JSONNodeDecoder {
            session = decoder.document.session
            return
        }
        session = decoder.userInfo[DecodingSession.userInfoKey] as? DecodingSession
    }

    /// Reports a deviation at `codingPath`.
    ///
    /// Throws a `DecodingError` where the policy is strict.
    public func add(_ kind: Deviation.Kind, at codingPath: [any CodingKey], seen: String) throws {
        guard let session, session.policy == .strict || session.isListening else { return }
        let deviation = Deviation(path: JSONPath(codingPath), kind: kind, seen: seen)
        if session.policy == .strict {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: codingPath,
                    debugDescription: "not as documented: \(kind.rawValue), saw \(deviation.seen)"))
        }
        session.add(deviation)
    }
}
