/// A part that may have been recovered, and that a person may stand for.
protocol Recoverable {
    /// The evidence.
    var recovered: [String] { get set }
    /// The reason of the person.
    var confirmed: String? { get set }
}

extension Recoverable {
    /// Takes the mark away and keeps the reason; a part that a table states stays as it is.
    mutating func confirm(_ reason: String) {
        guard !recovered.isEmpty else { return }
        recovered = []
        confirmed = reason
    }
}

extension Parameter: Recoverable {}
extension RequestBody: Recoverable {}
extension Response: Recoverable {}
extension NamedSchema: Recoverable {}

extension Revision {
    /// Confirms everything that was recovered.
    mutating func confirmAll(_ reason: String) {
        for index in parameters.indices { parameters[index].confirm(reason) }
        request?.confirm(reason)
        for index in responses.indices { responses[index].confirm(reason) }
    }
}
