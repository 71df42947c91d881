public import APISpec

extension OpenAPIImporter {
    /// Joins documents that describe versions of one service.
    ///
    /// Revisions that are equal share one entry. A schema that is equal in all versions that have it keeps its name;
    /// one that differs gets a name for each of its shapes, with the oldest version that has the shape, as
    /// `VersionedName` reads it: `Server1Dot2`.
    ///
    /// - Parameter versions: for each version its id and its document of one version.
    /// - Returns: one document, newest version first; what is said of the service as a whole is as in the newest
    ///   version. A document without operations where `versions` is empty.
    public func merging(versions: [(id: String, document: SpecDocument)]) -> SpecDocument {
        VersionMerger(versions).document()
    }
}
