import Foundation
import PackagePlugin

/// Generates clients into the sources of a package, to be committed with them.
///
/// `swift package --allow-writing-to-package-directory apidoc-generate [--target NAME]… [--check]` writes the folder
/// `Generated` of every target that has an `apidoc.yaml`, or of the named ones; an `apidoc.yaml` beside Package.swift
/// stands for modules that are targets of their own.
@main
struct APIDocGeneratorCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let options = extractor.remainingArguments
        let tool = try context.tool(named: "apidoc-generate").url
        var runs: [[String]] = []
        let root = context.package.directoryURL.appendingPathComponent(Self.fileName)
        if names.isEmpty, FileManager.default.fileExists(atPath: root.path) {
            runs.append(["--config", root.path])
        }
        for target in try targets(named: names, in: context.package) {
            let file = target.directoryURL.appendingPathComponent(Self.fileName)
            guard FileManager.default.fileExists(atPath: file.path) else {
                if names.isEmpty { continue }
                throw PluginFault(
                    "\(target.directoryURL.path): error: the target \(target.name) has no \(Self.fileName); write one "
                        + "with a line `spec: PATH`")
            }
            let output = target.directoryURL.appendingPathComponent("Generated")
            runs.append(["--config", file.path, "--into", output.path])
        }
        guard !runs.isEmpty else {
            throw PluginFault(
                "\(context.package.directoryURL.path): error: no target has an \(Self.fileName), and none stands beside "
                    + "Package.swift; write one with a line `spec: PATH`")
        }
        for run in runs { try Self.run(tool, run + options) }
    }

    private static let fileName = "apidoc.yaml"

    private func targets(named names: [String], in package: Package) throws -> [any SourceModuleTarget] {
        let all = package.targets.compactMap { $0 as? any SourceModuleTarget }
        guard !names.isEmpty else { return all }
        return try names.map { name in
            guard let target = all.first(where: { $0.name == name }) else {
                throw PluginFault(
                    "error: the package has no target \(name); it has \(all.map(\.name).joined(separator: ", "))")
            }
            return target
        }
    }

    private static func run(_ tool: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw PluginFault("error: nothing was generated from \(arguments[2]); see above")
        }
    }
}

/// Something that stops the command, in the form of a diagnostic.
struct PluginFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
