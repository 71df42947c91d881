/// A path with parameters in braces, taken apart.
public struct PathTemplate: Sendable, Hashable {
    /// A piece of a path.
    public enum Part: Sendable, Hashable {
        /// Text that stands as it is.
        case literal(String)
        /// The value of the parameter with this name.
        case parameter(String)
    }

    /// The pieces in order.
    public let parts: [Part]
    /// What the values of parameters look like that say so, as `name` does in `/v1/{name=shelves/*}`, by their names.
    public let patterns: [String: PathPattern]

    /// Takes `/v1/backups/{backup_id}` apart. A brace without its partner is literal text.
    public init(_ path: String) {
        var parts: [Part] = []
        var patterns: [String: PathPattern] = [:]
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            let inner = rest[rest.index(after: open)..<close]
            let name = Self.name(in: inner)
            parts.append(.parameter(name))
            // What stands for one segment says nothing.
            if name.count < inner.count, let pattern = PathPattern(String(inner.dropFirst(name.count + 1))),
                pattern.text != "*"
            {
                patterns[name] = pattern
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
        self.patterns = patterns
    }

    /// The name of a parameter, without what its value looks like.
    private static func name(in braces: Substring) -> String {
        guard let sign = braces.firstIndex(of: "="), sign > braces.startIndex else { return String(braces) }
        return String(braces[..<sign])
    }

    /// The parameters whose patterns are not understood, as they are written.
    public static func unknownPatterns(in path: String) -> [String] {
        var rest = path[...]
        var found: [String] = []
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let inner = rest[rest.index(after: open)..<close]
            let name = name(in: inner)
            if name.count < inner.count, PathPattern(String(inner.dropFirst(name.count + 1))) == nil {
                found.append(String(inner))
            }
            rest = rest[rest.index(after: close)...]
        }
        return found
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
