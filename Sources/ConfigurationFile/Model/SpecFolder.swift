/// Which files of a folder are specs.
public enum SpecFolder {
    /// Whether a file of this name is a spec: `*.yaml`, but not `*.overlay.yaml` or `*.names.yaml`, nor hidden.
    public static func isSpec(_ name: String) -> Bool {
        name.hasSuffix(".yaml") && !name.hasPrefix(".")
            && ![".overlay.yaml", ".names.yaml"].contains { name.hasSuffix($0) } && name != Self.configuration
    }

    /// The usual name of a configuration, which is no spec.
    public static let configuration = "apidoc.yaml"
}
