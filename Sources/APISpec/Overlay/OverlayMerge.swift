import Diagnostics
import YAML

/// Puts the keys of an action into a part of a spec, and reads the part again as a spec file would be read.
///
/// Keys are replaced as a whole; `null` takes a key out, as in a JSON merge patch (RFC 7396).
struct OverlayMerge {
    private let action: Overlay.Action

    init(_ action: Overlay.Action) { self.action = action }

    /// A part that has no key of its own.
    func part<Part>(
        _ base: YAMLValue, _ members: [YAMLMember], read: (inout SpecReading, YAMLNode) -> Part?
    ) throws -> Part {
        try reading(merged(base, members)) { read(&$0, $1) }
    }

    /// A part that stands under a key.
    func entry<Part>(
        _ key: String, _ base: YAMLValue, _ members: [YAMLMember], read: (inout SpecReading, YAMLNode.Entry) -> Part?
    ) throws -> Part {
        try reading(.mapping([YAMLMember(key, merged(base, members))], .block)) { reading, node in
            node.entries?.first.flatMap { read(&reading, $0) }
        }
    }

    /// Keys that tell a type take the place of all that told it before.
    private func merged(_ base: YAMLValue, _ members: [YAMLMember]) -> YAMLValue {
        guard case .mapping(var result, let style) = base else { return base }
        let typeWords = SpecReading.typeKeys + ["format", "enum", "items", "additionalProperties", "discriminator"]
        if members.contains(where: { SpecReading.typeKeys.contains($0.key) }) {
            result.removeAll { typeWords.contains($0.key) }
        }
        for member in members {
            let index = result.firstIndex { $0.key == member.key }
            if member.value == .null {
                if let index { result.remove(at: index) }
            } else if let index {
                result[index] = member
            } else {
                result.append(member)
            }
        }
        return .mapping(result, style)
    }

    private func reading<Part>(_ value: YAMLValue, _ read: (inout SpecReading, YAMLNode) -> Part?) throws -> Part {
        let node = try parsed(value)
        var reading = SpecReading(file: action.location.file)
        let part = read(&reading, node)
        guard let part, reading.problems.isEmpty else {
            let messages = reading.problems.isEmpty ? ["this makes no part of a spec"] : reading.problems.map(\.message)
            throw DiagnosticError(
                messages.map { .error("`\(action.target)` cannot be updated: \($0)", at: action.location) })
        }
        return part
    }

    /// The value as nodes. Places of errors are those of a text that nobody has, so the action stands for them.
    private func parsed(_ value: YAMLValue) throws -> YAMLNode {
        do {
            return try parseYAML(Array(YAMLWriter().write(value).utf8), file: action.location.file)
        } catch let error as DiagnosticError {
            throw DiagnosticError(
                error.diagnostics.map {
                    .error("`\(action.target)` cannot be updated: \($0.message)", at: action.location)
                })
        }
    }
}
