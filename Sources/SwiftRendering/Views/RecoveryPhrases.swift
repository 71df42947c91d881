import APIModel

/// What comments say of lost tables and of what was recovered.
enum RecoveryPhrases {
    /// What is lost and what was recovered, as a sentence; `nil` where tables state everything. The evidence is in
    /// ``RecoveryArticle``.
    static func summary(_ revision: Revision) -> String? {
        let parts = parts(revision)
        guard let lost = lost(revision) else {
            return parts.isEmpty
                ? nil : "Recovered from the rest of the documentation: \(names(parts.map(\.part)))."
        }
        guard !parts.isEmpty else { return lost + "." }
        return "\(lost); recovered from the rest of it: \(names(parts.map(\.part)))."
    }

    /// Which tables are lost; `nil` where none is.
    private static func lost(_ revision: Revision) -> String? {
        switch (revision.lost.contains(.parameters), revision.lost.contains(.responses)) {
        case (true, true): "The documentation has lost the tables of parameters and of responses"
        case (true, false): "The documentation has lost the table of parameters"
        case (false, true): "The documentation has lost the table of responses"
        case (false, false): nil
        }
    }

    /// What no table states, with the evidence: a phrase for each set of it.
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
