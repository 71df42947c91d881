import Foundation
import PackagePlugin

/// Generates the client of a service whenever a target is built that has an `apidoc.yaml`.
///
/// The generated files go to the plugin's work folder and are compiled into the target. They are made again only after
/// one of the inputs has changed: the configuration, the spec, its overlay, its names, a template, or of a document the
/// files that it refers to.
@main
struct APIDocGenerator: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let folder = module.directoryURL
        let file = folder.appendingPathComponent(ConfigurationLines.fileName)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw PluginFault(
                "\(folder.path): error: the target \(target.name) uses the plugin APIDocGenerator and has no "
                    + "\(ConfigurationLines.fileName); write one with a line `spec: PATH`")
        }
        let inputs = try ConfigurationLines(file).inputs
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("Generated")
        return [
            .buildCommand(
                displayName: "Generate \(target.name) from \(ConfigurationLines.fileName)",
                executable: try context.tool(named: "apidoc-generate").url,
                arguments: [
                    "--config", file.path, "--into", output.path, "--layout", "fixed", "--quiet",
                ],
                inputFiles: [file] + inputs,
                outputFiles: GeneratedNames.all.map { output.appendingPathComponent($0) })
        ]
    }
}

/// The files that `apidoc generate --layout fixed` writes for every service.
enum GeneratedNames {
    static let all =
        (1...4).map { "Clients\($0).swift" } + (1...8).map { "Models\($0).swift" } + ["Service.swift"]
}

/// Something that stops the build, in the form of a diagnostic.
struct PluginFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
