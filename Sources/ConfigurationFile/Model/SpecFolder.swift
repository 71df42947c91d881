/// Which files of a folder are specs.
public enum SpecFolder {
    /// Whether a file of this name is a spec: `*.yaml`, but not an overlay, names or an ignore file (`*.overlay.yaml`,
    /// `*.names.yaml`, `*.ignore.yaml`), nor hidden.
    public static func isSpec(_ name: String) -> Bool {
        name.hasSuffix(".yaml") && !name.hasPrefix(".")
            && ![".overlay.yaml", ".names.yaml", ".ignore.yaml"].contains { name.hasSuffix($0) }
            && name != Self.configuration
    }

    /// The usual name of a configuration, which is not a spec.
    public static let configuration = "apidoc.yaml"
}
