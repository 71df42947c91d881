import Diagnostics
import YAML

/// Reads configurations, telling the place of everything that is wrong.
public struct ConfigurationReader: Sendable {
    /// Where to give up: 256 KB, 16 levels, 20,000 nodes, of which 2,000 through aliases.
    static let limits = YAMLLimits(bytes: 256 << 10, depth: 16, nodes: 20_000, aliases: 2_000)

    /// A reader.
    public init() {}

    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file, UTF-8.
    ///   - file: its path as the user named it; for diagnostics, and for the paths that it holds.
    /// - Returns: the configuration with all defaults filled in.
    /// - Throws: `DiagnosticError` with everything that is wrong, in the order of the file. Where the file is not YAML,
    ///   passes a limit or has another format, that alone.
    public func read(_ bytes: [UInt8], file: String) throws -> Configuration {
        let root = try parseYAML(bytes, file: file, limits: Self.limits)
        try checkFormat(root)
        var reading = ConfigurationReading(file: file)
        let configuration = reading.configuration(root)
        guard reading.problems.isEmpty else {
            throw DiagnosticError(
                reading.problems.sorted { ($0.location ?? root.location) < ($1.location ?? root.location) })
        }
        return configuration
    }

    private func checkFormat(_ root: YAMLNode) throws {
        let format = Configuration.currentFormat
        guard root.entries != nil else {
            throw DiagnosticError(
                "a configuration is a mapping of keys that begins with `apidoc: 1`", at: root.location)
        }
        guard let number = root[KeyName.apidoc.rawValue] else {
            throw DiagnosticError("a configuration begins with `apidoc: \(format)`", at: root.location)
        }
        guard case .integer(let digits)? = number.scalar?.resolved, let found = Int(digits), found > 0 else {
            throw DiagnosticError("`apidoc` is the number of the format: `apidoc: \(format)`", at: number.location)
        }
        guard found <= format else {
            throw DiagnosticError(
                "this file is of format \(found); this version reads format \(format): update apidoc",
                at: number.location)
        }
        if root["service"]?.entries != nil {
            throw DiagnosticError(
                "this is a spec and no configuration; a configuration names it with `spec: …`", at: root.location)
        }
    }
}
