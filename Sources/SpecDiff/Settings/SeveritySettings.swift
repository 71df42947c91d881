import Diagnostics
import YAML

/// Severities that a project sets for itself, in place of those of the rules.
///
///     severities:
///       request-property-removed: {wire: breaking}
///       documentation-example-changed: {wire: none, source: none}
///
/// A change that touches no axis is not reported.
public struct SeveritySettings: Sendable, Hashable {
    /// What is set for one rule.
    public struct Setting: Sendable, Hashable {
        /// The severity for old clients; `nil` keeps that of the rule.
        public var wire: DiffSeverity?
        /// The severity for code in Swift; `nil` keeps that of the rule.
        public var source: DiffSeverity?
    }

    /// The settings by id of rule.
    public private(set) var settings: [String: Setting] = [:]

    /// No settings: the rules decide.
    public init() {}

    /// Reads a file of severities.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name for diagnostics.
    /// - Throws: `DiagnosticError` with everything that is wrong, in the order of the file.
    public init(_ bytes: [UInt8], file: String) throws {
        let root = try parseYAML(bytes, file: file)
        var reading = SettingsReading()
        let levels = DiffSeverity.allCases.map(\.rawValue)
        guard root.entries != nil, let severities = root["severities"] else {
            throw DiagnosticError("a file of severities begins with `severities:`", at: root.location)
        }
        _ = reading.entries(root, "a file of severities", allowed: ["severities"])
        if severities.entries == nil {
            reading.problem("`severities` is a mapping of rules to `{wire: …, source: …}`", at: severities.location)
        }
        for entry in severities.entries ?? [] {
            let rule = reading.rule(entry.key.text, at: entry.key.location)
            var setting = Setting()
            for axis in reading.entries(entry.value, "a severity", allowed: DiffAxis.allCases.map(\.rawValue)) {
                guard let text = axis.value.scalar?.text, let level = DiffSeverity(rawValue: text) else {
                    let hint = NearestWord.suggestion(
                        for: axis.value.scalar?.text ?? "", among: levels)
                    reading.problem("this is not a severity; \(hint)", at: axis.value.location)
                    continue
                }
                if axis.key.text == DiffAxis.wire.rawValue { setting.wire = level } else { setting.source = level }
            }
            if let rule { settings[rule.id] = setting }
        }
        try reading.finish()
    }

    /// The finding with the severities that are set for its rule.
    func applied(to finding: DiffFinding) -> DiffFinding {
        guard let setting = settings[finding.rule.id] else { return finding }
        var result = finding
        result.wire = setting.wire ?? finding.wire
        result.source = setting.source ?? finding.source
        return result
    }
}
