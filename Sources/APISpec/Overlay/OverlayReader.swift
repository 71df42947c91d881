import Diagnostics
import YAML

/// Reads overlay files, telling the place of everything that is wrong.
public struct OverlayReader: Sendable {
    /// A reader.
    public init() {}

    /// Reads an overlay.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name for diagnostics.
    /// - Returns: the actions in their order.
    /// - Throws: `DiagnosticError` with everything that is wrong, in the order of the file.
    public func read(_ bytes: [UInt8], file: String) throws -> Overlay {
        let root = try parseYAML(bytes, file: file)
        var reading = SpecReading(file: file)
        guard let entries = root.entries, root["overlay"]?.scalar?.resolved == .integer(String(Overlay.format)) else {
            throw DiagnosticError("an overlay begins with `overlay: \(Overlay.format)`", at: root.location)
        }
        reading.check(entries, allowed: ["overlay", "actions"], in: "an overlay")
        if root["actions"] == nil { reading.problem("an overlay has `actions`, if only `[]`", at: root.location) }
        var actions: [Overlay.Action] = []
        for node in reading.list(root["actions"], "actions") {
            if let action = action(node, &reading) { actions.append(action) }
        }
        guard reading.problems.isEmpty else {
            throw DiagnosticError(
                reading.problems.sorted { ($0.location ?? root.location) < ($1.location ?? root.location) })
        }
        return Overlay(actions: actions)
    }

    private func action(_ node: YAMLNode, _ reading: inout SpecReading) -> Overlay.Action? {
        let entries = reading.mapping(node, "an action")
        reading.check(
            entries, allowed: ["target", "confirm", "schema", "update", "remove", "reason"], in: "an action")
        guard let text = reading.requiredText("target", of: node, "an action"),
            let reason = reading.requiredText("reason", of: node, "an action")
        else { return nil }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            reading.problem("`reason` is empty", at: node["reason"]?.location ?? node.location)
            return nil
        }
        let target = SpecPath(text.split(separator: "/", omittingEmptySubsequences: false).map(String.init))
        guard isTarget(target) else {
            reading.problem(
                "`\(text)` is not a target; write `operations/ID`, `operations/ID/VERSION` (or `*`), below it "
                    + "`parameters/NAME`, `request` or `responses/STATUS`, `schemas/NAME`, `schemas/NAME/PROPERTY`, "
                    + "`resources/NAME`, `versions/ID` or `service`",
                at: node["target"]?.location ?? node.location)
            return nil
        }
        let verbs = ["confirm", "update", "remove"].filter { node[$0] != nil }
        guard verbs.count == 1 else {
            reading.problem("an action has one of `confirm: true`, `update: {…}` and `remove: true`", at: node.location)
            return nil
        }
        if verbs[0] != "update", !reading.flag(verbs[0], of: node) {
            reading.problem("`\(verbs[0])` is `true` or left out", at: node[verbs[0]]?.location ?? node.location)
            return nil
        }
        if let schema = node["schema"] {
            let isBody = target.steps.last == "request" || target.steps.dropLast().last == "responses"
            if verbs[0] != "confirm" || !isBody {
                reading.problem("`schema` goes with `confirm` of a request or a response", at: schema.location)
            }
        }
        guard fits(verbs[0], target, of: node, &reading) else { return nil }
        let verb: Overlay.Verb =
            switch verbs[0] {
            case "confirm": .confirm(schema: reading.text("schema", of: node))
            case "remove": .remove
            default: .update((node["update"]?.entries ?? []).map { YAMLMember($0.key.text, $0.value.asValue) })
            }
        return Overlay.Action(target: target, verb: verb, reason: reason, location: node.location)
    }

    /// Whether the target is of a kind that the verb is for, and has the keys of an update.
    private func fits(_ verb: String, _ target: SpecPath, of node: YAMLNode, _ reading: inout SpecReading) -> Bool {
        let known = reading.problems.count
        let place = node["target"]?.location ?? node.location
        let kind = OverlayTargetKind(target)
        switch (verb, kind) {
        case ("confirm", .service), ("confirm", .version):
            reading.problem("nothing of `\(target)` is ever recovered", at: place)
        case ("confirm", .property):
            let schema = SpecPath(Array(target.steps.prefix(2)))
            reading.problem("a property has no mark of its own; confirm `\(schema)` as a whole", at: place)
        case ("remove", .service):
            reading.problem("`service` can only be updated", at: place)
        case ("update", _):
            let update = node["update"]
            let entries = reading.mapping(update, "update")
            reading.check(entries, allowed: kind.keys, in: "the update of \(kind.rawValue)")
            if let update, update.entries?.isEmpty == true {
                reading.problem("`update` has no keys", at: update.location)
            }
        default: break
        }
        return reading.problems.count == known
    }

    private func isTarget(_ path: SpecPath) -> Bool {
        let steps = path.steps
        guard steps.allSatisfy({ !$0.isEmpty && $0 != ".." && $0 != "." }) else { return false }
        switch steps.first {
        case "service": return steps.count == 1
        case "versions", "resources": return steps.count == 2
        case "schemas": return steps.count == 2 || steps.count == 3
        case "operations":
            switch steps.count {
            case 2, 3: return true
            case 4: return steps[3] == "request"
            case 5...:
                // The name of a parameter may itself hold a slash.
                return steps[3] == "parameters"
                    || (steps[3] == "responses" && steps.count == 5 && isStatus(steps[4]))
            default: return false
            }
        default: return false
        }
    }

    private func isStatus(_ step: String) -> Bool {
        Response.status(step) != nil
    }
}

extension YAMLNode {
    /// The node as a value that can be written.
    var asValue: YAMLValue {
        switch content {
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .integer(let text), .float(let text): .number(text)
            case .string(let text): .string(text)
            }
        case .sequence(let items): .sequence(items.map(\.asValue), .automatic)
        case .mapping(let entries): .mapping(entries.map { YAMLMember($0.key.text, $0.value.asValue) }, .automatic)
        }
    }
}
