/// A path with parameters in braces, taken apart.
public struct PathTemplate: Sendable, Hashable {
    /// A piece of a path.
    public enum Part: Sendable, Hashable {
        /// Text that stands as it is.
        case literal(String)
        /// The value of the parameter with this name.
        case parameter(String)
    }

    /// The pieces in order; their texts put together are the path.
    public let parts: [Part]

    /// Takes `/v1/backups/{backup_id}` apart. A brace without its partner is literal text.
    public init(_ path: String) {
        var parts: [Part] = []
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            parts.append(.parameter(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
    }

    /// Whether each brace of a path has its partner, none stands inside another pair, and no pair is empty.
    public static func isWhole(_ path: String) -> Bool {
        var length: Int?
        for byte in path.utf8 {
            switch (byte, length) {
            case (UInt8(ascii: "{"), nil): length = 0
            case (UInt8(ascii: "{"), _), (UInt8(ascii: "}"), nil), (UInt8(ascii: "}"), 0): return false
            case (UInt8(ascii: "}"), _): length = nil
            case (_, let count?): length = count + 1
            default: break
            }
        }
        return length == nil
    }

    /// The path with those braces escaped that stand for themselves: without their partner, or without a name between.
    public static func whole(_ path: String) -> String {
        var result = ""
        var rest = path[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            result += rest[..<brace]
            let after = rest[rest.index(after: brace)...]
            let next = after.firstIndex { $0 == "{" || $0 == "}" }
            if rest[brace] == "{", let next, after[next] == "}", next > after.startIndex {
                result += rest[brace...next]
                rest = after[after.index(after: next)...]
            } else {
                result += rest[brace] == "{" ? "%7B" : "%7D"
                rest = after
            }
        }
        return result + rest
    }

    /// The names of the parameters in order, each once.
    public var parameterNames: [String] {
        var names: [String] = []
        for case .parameter(let name) in parts where !names.contains(name) { names.append(name) }
        return names
    }
}
