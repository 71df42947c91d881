import APIModel

/// What comments say of lost tables and of what was recovered.
enum RecoveryPhrases {
    /// Which tables are lost; `nil` where none is.
    static func lost(_ revision: Revision) -> String? {
        switch (revision.lost.contains(.parameters), revision.lost.contains(.responses)) {
        case (true, true): "The documentation has lost the tables of parameters and of answers."
        case (true, false): "The documentation has lost the table of parameters."
        case (false, true): "The documentation has lost the table of answers."
        case (false, false): nil
        }
    }

    /// What of an operation no table states; `nil` where tables state everything. The evidence is in ``RecoveryArticle``.
    static func recovered(_ revision: Revision) -> String? {
        let parts = parts(revision)
        guard !parts.isEmpty else { return nil }
        return "Recovered from the rest of the documentation: \(names(parts.map(\.part)))."
    }

    /// The same with the evidence: a phrase for each set of it.
    static func evidence(_ revision: Revision) -> [String] {
        let parts = parts(revision)
        var order: [[String]] = []
        for part in parts where !order.contains(part.evidence) { order.append(part.evidence) }
        return order.map { evidence in
            "\(names(parts.filter { $0.evidence == evidence }.map(\.part))) from "
                + Phrases.enumeration(evidence.map(DocComment.quoted))
        }
    }

    private enum Part {
        case parameter(String)
        case request
        case response(Int)
    }

    private static func parts(_ revision: Revision) -> [(evidence: [String], part: Part)] {
        var parts = revision.parameters.map { ($0.recovered, Part.parameter($0.name)) }
        if let request = revision.request { parts.append((request.recovered, .request)) }
        parts += revision.responses.map { ($0.recovered, .response($0.status)) }
        return parts.filter { !$0.0.isEmpty }
    }

    /// `the parameter a, the request body and the responses 200 and 404`.
    private static func names(_ parts: [Part]) -> String {
        var phrases: [String] = []
        var statuses: [String] = []
        for part in parts {
            switch part {
            case .parameter(let name): phrases.append("the parameter \(DocComment.quoted(name))")
            case .request: phrases.append("the request body")
            case .response(let status): statuses.append("\(status)")
            }
        }
        if !statuses.isEmpty {
            phrases.append("the response\(statuses.count == 1 ? "" : "s") \(Phrases.enumeration(statuses))")
        }
        return Phrases.enumeration(phrases)
    }
}
