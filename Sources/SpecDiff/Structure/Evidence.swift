import APIModel

/// What a part of a spec rests on.
struct Evidence: Hashable {
    /// The marks of recovery; empty where a table or a person states the part.
    let recovered: [String]
    /// Whether a person confirmed a recovery.
    let isConfirmed: Bool

    init(recovered: [String], confirmed: String?) {
        self.recovered = recovered
        isConfirmed = confirmed != nil
    }

    init(_ parameter: Parameter) { self.init(recovered: parameter.recovered, confirmed: parameter.confirmed) }
    init(_ body: RequestBody) { self.init(recovered: body.recovered, confirmed: body.confirmed) }
    init(_ response: Response) { self.init(recovered: response.recovered, confirmed: response.confirmed) }
    init(_ schema: NamedSchema) { self.init(recovered: schema.recovered, confirmed: schema.confirmed) }

    /// Whether the part is inferred, and nobody confirmed it.
    var isInferred: Bool { !recovered.isEmpty }

    var words: String {
        if isInferred { return "recovered from \(recovered.joined(separator: ", "))" }
        return isConfirmed ? "confirmed by a person" : "stated by a table"
    }
}

extension Difference {
    /// The difference with the evidence that its sides rest on.
    func resting(on sides: [Evidence?], tracksReading: Bool) -> Difference {
        var result = self
        for mark in sides.compactMap(\.self).flatMap(\.recovered) where !result.evidence.contains(mark) {
            result.evidence.append(mark)
        }
        if tracksReading, sides.contains(where: { $0?.isInferred == true }) { result.isInferred = true }
        return result
    }
}
