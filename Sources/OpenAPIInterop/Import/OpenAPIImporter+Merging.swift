public import APISpec
import Diagnostics

extension OpenAPIImporter {
    /// Joins documents that describe versions of one service.
    ///
    /// What selects the version is found as the one thing that differs between the documents everywhere, and taken out of
    /// what they say. Operations belong together by method and path, whatever they are called. Revisions that are equal
    /// share one entry. The oldest shape of a schema keeps its name; each later one gets the version that has it first, as
    /// ``VersionedName`` reads it: `Server@1.2`.
    ///
    /// - Parameters:
    ///   - versions: the documents, the oldest first where their ids tell no order.
    ///   - selector: what a person states to select the version; `nil` where it is to be found.
    ///   - known: the spec that was made of earlier documents of these versions: operations that a document calls as before
    ///     keep the names that they have there, so that a version that was added later renames nothing.
    /// - Returns: one document, newest version first; what is said of the service as a whole is as in the newest
    ///   version. A document without operations where `versions` is empty.
    /// - Throws: `DiagnosticError` for two documents of one version.
    public func merge(
        _ versions: [VersionedDocument], selector: VersionSelector? = nil, keeping known: SpecDocument? = nil
    ) throws -> MergedVersions {
        var merge = VersionMerge(versions, stated: selector, keeping: known)
        try merge.run()
        return MergedVersions(document: merge.document, findings: merge.findings)
    }
}
