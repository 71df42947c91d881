import APIModel

/// What code says for what selects a version, wherever the code is.
struct VersionSelections {
    /// What stands in requests for every version, or would; `nil` where there is one version.
    let mark: String?
    private let selected: SelectedVersion
    /// What stands in requests for each version.
    private let values: [String: String]
    /// The constant of a version that code names.
    let constant: SwiftCode

    /// `versions` are those of the service; `mark` is what selects all of them in requests; `nil` where there is one.
    init(_ versions: [APIVersion], mark: String?) {
        self.mark = mark
        selected = mark.map(SelectedVersion.init(mark:)) ?? .plain
        values = Dictionary(versions.map { ($0.id, $0.selectorValue) }, uniquingKeysWith: { first, _ in first })
        constant = versions.allSatisfy { $0.selectorValue == $0.id } ? "id" : "selected"
    }

    /// Whether the constant is another one than the id.
    var hasConstant: Bool { constant.source != "id" }

    /// The selection inside the client of these versions.
    func inClient(of versions: [String]) -> SelectedVersion {
        versions.count == 1 ? selected.filled(with: values[versions[0]] ?? "") : selected.filled(by: "Self.\(constant)")
    }

    /// The selection in a test of these versions, which calls the one at hand `version`.
    func inTest(of versions: [String]) -> SelectedVersion {
        versions.count == 1
            ? selected.filled(with: values[versions[0]] ?? "") : selected.filled(by: "version.\(constant)")
    }
}
