public import APISpec
public import Diagnostics

/// Recovers what the lost tables of a documentation page said, as far as the rest of the page tells.
///
/// ## How it decides
///
/// 1. Revisions are taken apart into one cell for each operation and version; a body whose table is lost is a slot.
/// 2. For each slot, every schema is a candidate that its version may use (the suffix `…1Dot2` is not newer), that
///    travels the right way (`…Request`, `…Response`) and that the example fits: the same keys at every depth. A
///    schema whose own table is lost fits by its name only. A slot that shows no body may have none.
/// 3. A candidate is scored by the table of another version of the operation, by the example and how its values
///    agree with those of the schema's table, by the name against title and path, by the suffix, and by the status
///    codes and methods under which other operations use it.
/// 4. All slots are assigned at once, so that the sum of scores is greatest; versions of an operation that use one
///    family of schemas, and schemas that nothing else uses, add to it.
/// 5. Schemas whose tables are lost are rebuilt from the examples that are known to show them: before the
///    assignment from tables that are left, after it from all. Slots that found nothing try once more with these.
/// 6. Answers and parameters are written out, revisions that say the same are put together again.
///
/// What a table states is never changed. `lost` stays as it is, since the page still lacks the table; `recovered`
/// names the ``Evidence``.
public struct Recovery: Sendable {
    /// A recovery; it has no settings.
    public init() {}

    /// Recovers what it can in `document`; `locations` tells findings where its parts stand.
    public func recover(_ document: SpecDocument, locations: SpecLocations) -> RecoveryResult {
        let isDamaged =
            document.schemas.contains(where: \.isLost)
            || document.operations.contains { $0.revisions.contains { !$0.lost.isEmpty } }
        guard isDamaged else { return RecoveryResult(document: document, findings: []) }
        var run = RecoveryRun(document)
        run.run()
        let findings = RecoveryFindings(locations: locations, drafts: run.namedDrafts)
        return RecoveryResult(
            document: run.result, findings: findings.findings(before: document, after: run.result))
    }
}

/// A document with what could be recovered.
public struct RecoveryResult: Sendable {
    /// The document; everything that no table states carries its evidence in `recovered`.
    public var document: SpecDocument
    /// What was recovered and what was not, operations before schemas, in the order of the document.
    public var findings: [Diagnostic]

    /// A result of these parts.
    public init(document: SpecDocument, findings: [Diagnostic]) {
        self.document = document
        self.findings = findings
    }
}
