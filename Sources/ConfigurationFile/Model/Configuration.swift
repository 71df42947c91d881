/// What `apidoc generate` and the plugins make of the specs of a project, as `apidoc.yaml` says it.
///
/// Defaults are filled in, and paths lead from where the path of the file itself leads from: `../spec/a.yaml` in
/// `tools/apidoc.yaml` is `spec/a.yaml`.
public struct Configuration: Sendable, Hashable {
    /// The only format that this version of the package reads (`apidoc: 1`).
    public static let currentFormat = 1

    /// The format of the file.
    public var format: Int
    /// The folder of templates that take the place of built-in ones of the same name; `nil` where the file has none.
    public var templates: Located<String>?
    /// The folder that the modules go into; the place is that of the file where it does not say so.
    public var output: Located<String>
    /// The services in the order of the file, at least one.
    public var services: [ServiceConfiguration]

    /// A configuration.
    public init(
        format: Int = currentFormat, templates: Located<String>?, output: Located<String>,
        services: [ServiceConfiguration]
    ) {
        self.format = format
        self.templates = templates
        self.output = output
        self.services = services
    }
}
