import Diagnostics

extension Overlay {
    /// Does all actions in their order.
    ///
    /// - Parameters:
    ///   - document: a spec as an import made it, recovery included.
    ///   - locations: where its parts stand.
    /// - Returns: the changed document, and findings at the actions that did nothing.
    /// - Throws: `DiagnosticError` at an action whose keys make no valid part of a spec, and for a result that breaks a
    ///   rule of ``SpecValidator``.
    public func apply(to document: SpecDocument, locations: SpecLocations) throws -> OverlayResult {
        var run = OverlayRun(document: document)
        for action in actions { try run.perform(action) }
        let result = run.finished()
        let before = errors(document, locations)
        let broken = errors(result, locations).filter { error in !before.contains { $0.message == error.message } }
        if !broken.isEmpty { throw try blame(broken, document: document, locations: locations) }
        return OverlayResult(document: result, findings: run.findings)
    }

    private func errors(_ document: SpecDocument, _ locations: SpecLocations) -> [Diagnostic] {
        SpecValidator().validate(document, locations: locations).filter { $0.severity == .error }
    }

    /// Puts each error of the result at the action from which on the spec has it.
    private func blame(
        _ broken: [Diagnostic], document: SpecDocument, locations: SpecLocations
    ) throws -> DiagnosticError {
        var run = OverlayRun(document: document)
        var culprits: [String: SourceLocation] = [:]
        for action in actions {
            try run.perform(action)
            let now = Set(errors(run.finished(), locations).map(\.message))
            for error in broken where !now.contains(error.message) { culprits[error.message] = nil }
            for message in now where culprits[message] == nil { culprits[message] = action.location }
        }
        return DiagnosticError(
            broken.map {
                .error("with this action, \($0.message)", at: culprits[$0.message] ?? $0.location, rule: $0.rule)
            })
    }
}
