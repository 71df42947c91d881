import APIModel

/// Chooses the schemas that belong to one version.
struct SchemaSelection {
    private let model: APIModel
    private let version: String

    init(model: APIModel, version: String) {
        self.model = model
        self.version = version
    }

    /// The schemas that the calls of the version reach, and those that no version reaches, with all that these refer to, in
    /// the order of the documentation.
    ///
    /// What no version reaches may belong to a table that the page has lost. What only other versions reach does not belong
    /// here.
    func schemas() -> [NamedSchema] {
        let chosen = model.schemas.filter { $0.versions.contains(version) || $0.versions.isEmpty }.map(\.name)
        let reached = model.names(reachedFrom: chosen)
        return model.schemas.filter { reached.contains($0.name) }.map(\.schema)
    }
}
