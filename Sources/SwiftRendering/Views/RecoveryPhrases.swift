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

    /// A sentence for each set of evidence, with the parts that it stands for.
    static func recovered(_ revision: Revision) -> [String] {
        var parts: [(evidence: [String], part: String)] = []
        for parameter in revision.parameters where !parameter.recovered.isEmpty {
            parts.append((parameter.recovered, "the parameter \(DocComment.quoted(parameter.name))"))
        }
        if let request = revision.request, !request.recovered.isEmpty {
            parts.append((request.recovered, "the request body"))
        }
        for response in revision.responses where !response.recovered.isEmpty {
            parts.append((response.recovered, "answer \(response.status)"))
        }
        var order: [[String]] = []
        for part in parts where !order.contains(part.evidence) { order.append(part.evidence) }
        return order.map { evidence in
            let names = parts.filter { $0.evidence == evidence }.map(\.part)
            return "Recovered from \(Phrases.enumeration(evidence.map(DocComment.quoted))): "
                + "\(Phrases.enumeration(names))."
        }
    }
}
