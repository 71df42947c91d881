public import APISpec
public import Diagnostics

extension OpenAPIImporter {
    /// Recognises what selects the version over two documents of one version each, as ``merge(_:selector:)`` does over
    /// those of a service, and takes it out of both: what is left is what they mean.
    ///
    /// - Parameters:
    ///   - old: the older document, whose version has another id than that of `new`.
    ///   - new: the newer document.
    /// - Returns: both documents with the selector, and a finding that names it; `nil` where one of them tells its selector
    ///   already, where they are of one version or of several, and where nothing selects it.
    public func recognisingVersions(
        between old: VersionedDocument, and new: VersionedDocument
    ) -> (old: SpecDocument, new: SpecDocument, findings: [Diagnostic])? {
        let both = [old, new]
        guard old.id != new.id, old.document.service.id == new.document.service.id,
            both.allSatisfy({ version in
                version.document.service.versionSelector == nil && version.document.versions.map(\.id) == [version.id]
                    && !version.document.operations.isEmpty
            }),
            // A parameter whose only value is another one is a change, unless that value is the name of the version.
            let found = SelectorSearch(both.map { ($0.id, $0.document) }).found.first(where: { found in
                ![.header, .query].contains(found.selector.kind) || found.values == both.map(\.id)
            })
        else { return nil }
        let without = zip(both, found.values).map { $0.taking(found.selector, value: $1).document }
        let finding = SelectorRules.recognised.finding(
            "versions are selected by \(found.selector.words), which is `\(found.selector.pattern)`: that it differs is no "
                + "change", at: new.locations[["service"]])
        return (without[0], without[1], [finding])
    }
}
