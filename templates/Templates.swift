/// The templates that come with the tool, compiled into it.
public enum BuiltInTemplates {
    /// A template with the name that other templates use for it.
    public struct Template: Sendable {
        /// The file name without its extension.
        public let name: String
        /// The text.
        public let text: String
    }

    /// All of them, sorted by name.
    public static let all: [Template] = [
        Template(name: "Aliases", text: text(PackageResources.Aliases_mustache)),
        Template(name: "Calls", text: text(PackageResources.Calls_mustache)),
        Template(name: "Client", text: text(PackageResources.Client_mustache)),
        Template(name: "Documentation", text: text(PackageResources.Documentation_mustache)),
        Template(name: "Header", text: text(PackageResources.Header_mustache)),
        Template(name: "Models", text: text(PackageResources.Models_mustache)),
        Template(name: "Namespace", text: text(PackageResources.Namespace_mustache)),
        Template(name: "ServiceTests", text: text(PackageResources.ServiceTests_mustache)),
        Template(name: "SharedClient", text: text(PackageResources.SharedClient_mustache)),
        Template(name: "Specification", text: text(PackageResources.Specification_mustache)),
        Template(name: "Tests", text: text(PackageResources.Tests_mustache)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
