public import Diagnostics
import YAML

/// A document of the OpenAPI Overlay Specification 1.0 or 1.1: changes to an OpenAPI document that nobody may edit.
///
/// It is applied to the document before that is read as OpenAPI. What it says is found where the document would have
/// it, with its place in the overlay.
public struct OpenAPIOverlay: Sendable {
    /// The document that the overlay is written for, as a reference relative to the overlay; `nil` where it says
    /// nothing.
    public let extends: String?
    /// What the overlay is called in diagnostics.
    public let file: String

    let actions: [Action]

    /// One change.
    struct Action: Sendable {
        /// What is changed.
        let target: JSONPath
        /// The target as it is written.
        let text: String
        let location: SourceLocation
        let change: Change
    }

    /// What becomes of the nodes that a target selects.
    enum Change: Sendable {
        case remove
        case update(YAMLNode)
        /// The only node that the query selects is put there.
        case copy(JSONPath, text: String, SourceLocation)
    }

    /// Reads an overlay. Throws `DiagnosticError` with everything that is wrong, in the order of the file.
    public init(_ bytes: [UInt8], file: String) throws {
        let root = try parseYAML(bytes, file: file)
        var reading = OverlayReading()
        self = try reading.overlay(root, file: file)
    }

    init(extends: String?, file: String, actions: [Action]) {
        self.extends = extends
        self.file = file
        self.actions = actions
    }

    /// Whether a file says that it is an overlay of this kind: `overlay: 1.0.0` at the left margin, or among the first
    /// members of a JSON object. The project's own overlays have the number 1 there.
    public static func isOverlay(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        let isJSON = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.first == "{"
        for line in text.split(whereSeparator: { isJSON ? $0.isNewline || $0 == "," || $0 == "{" : $0.isNewline }) {
            let line = isJSON ? Substring(line.drop { $0.isWhitespace }) : line.drop { $0 == "\u{FEFF}" }
            for key in ["overlay:", "\"overlay\":", "'overlay':", "\"overlay\" :"] where line.hasPrefix(key) {
                let value = line.dropFirst(key.count).drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "'" }
                return value.prefix { $0.isNumber || $0 == "." }.contains(".")
            }
        }
        return false
    }

    /// Whether the overlay is written for a document of this name: a path or an address.
    public func isWritten(for document: String) -> Bool {
        guard let extends else { return true }
        func name(_ text: String) -> Substring {
            (text.split(separator: "/").last ?? "").prefix { $0 != "?" && $0 != "#" }
        }
        return name(extends) == name(document)
    }

    /// The finding that the overlay is applied to a document that it is not written for.
    public func isOfAnotherDocument(_ document: String) -> Diagnostic {
        OpenAPIImportRules.overlayOfAnother.finding(
            "the overlay is written for `\(extends ?? "")`, and is applied to `\(document)`",
            at: SourceLocation(file: file, line: 1, column: 1))
    }
}

/// Reads overlays, and remembers what is wrong.
private struct OverlayReading {
    private var problems: [Diagnostic] = []

    mutating func overlay(_ root: YAMLNode, file: String) throws -> OpenAPIOverlay {
        let version = root["overlay"]?.scalar?.text ?? ""
        guard version.split(separator: ".").count > 1 else {
            throw DiagnosticError("an overlay of OpenAPI begins with `overlay: 1.1.0`", at: root.location)
        }
        guard version.hasPrefix("1.") else {
            throw DiagnosticError(
                "this is an overlay of version `\(version)`; 1.0 and 1.1 are read",
                at: root["overlay"]?.location ?? root.location)
        }
        for entry in root.entries ?? [] where !["overlay", "info", "extends", "actions"].contains(entry.key.text) {
            if !entry.key.text.hasPrefix("x-") { unknown(entry.key, "an overlay") }
        }
        let nodes = root["actions"]?.items ?? []
        if nodes.isEmpty {
            problem("an overlay has `actions`, a list of at least one", at: root["actions"]?.location ?? root.location)
        }
        let actions = nodes.compactMap { action($0) }
        guard problems.isEmpty else { throw DiagnosticError(problems) }
        return OpenAPIOverlay(extends: root["extends"]?.text, file: file, actions: actions)
    }

    private mutating func action(_ node: YAMLNode) -> OpenAPIOverlay.Action? {
        for entry in node.entries ?? []
        where !["target", "description", "update", "copy", "remove"].contains(entry.key.text) {
            if !entry.key.text.hasPrefix("x-") { unknown(entry.key, "an action") }
        }
        guard let target = node["target"], let text = target.text else {
            problem("an action lacks `target`, a JSONPath such as `$.paths['/things'].get`", at: node.location)
            return nil
        }
        guard let path = query(text, at: target.location) else { return nil }
        let change: OpenAPIOverlay.Change
        if node["remove"]?.flag == true {
            guard !path.segments.isEmpty else {
                problem("the whole document cannot be removed", at: target.location)
                return nil
            }
            change = .remove
        } else if let copy = node["copy"] {
            guard node["update"] == nil else {
                problem("an action has one of `update`, `copy` and `remove: true`", at: node.location)
                return nil
            }
            guard let text = copy.text, let source = query(text, at: copy.location) else {
                if copy.text == nil { problem("`copy` is a JSONPath", at: copy.location) }
                return nil
            }
            change = .copy(source, text: text, copy.location)
        } else if let update = node["update"] {
            change = .update(update)
        } else {
            problem("an action has one of `update`, `copy` and `remove: true`", at: node.location)
            return nil
        }
        return OpenAPIOverlay.Action(target: path, text: text, location: target.location, change: change)
    }

    private mutating func query(_ text: String, at location: SourceLocation) -> JSONPath? {
        do {
            return try JSONPath(text)
        } catch {
            problem(
                "`\(text)` is not a JSONPath of RFC 9535: \(error.message) (after \(error.offset) characters)",
                at: location)
            return nil
        }
    }

    private mutating func unknown(_ key: YAMLNode.Key, _ place: String) {
        problem("\(place) has no member `\(key.text)`", at: key.location)
    }

    private mutating func problem(_ message: String, at location: SourceLocation) {
        problems.append(.error(message, at: location))
    }
}
