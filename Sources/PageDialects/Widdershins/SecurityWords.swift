import Documentation

/// What operations say of authentication.
enum SecurityWords {
    /// The requirements of `desk, key & other ( Scopes: read write )`: one of them has to be met, all parts of it.
    static func requirements(_ text: String) -> [[(name: String, scopes: [String])]] {
        parts(text, at: ",").compactMap { alternative in
            let schemes = parts(alternative, at: "&").compactMap { scheme -> (name: String, scopes: [String])? in
                guard let brace = scheme.firstIndex(of: "(") else {
                    let name = scheme.trimmed
                    return name.isEmpty || name.lowercased() == "none" ? nil : (name, [])
                }
                let inside = scheme[scheme.index(after: brace)...].prefix { $0 != ")" }
                let words = inside.split(whereSeparator: \.isWhitespace).map(String.init)
                let isScopes = words.first?.lowercased().hasPrefix("scope") == true
                let name = scheme[..<brace].trimmed
                return name.isEmpty ? nil : (name, isScopes ? Array(words.dropFirst()) : words)
            }
            // `None` among others: nobody has to authenticate.
            return schemes.isEmpty && alternative.trimmed.lowercased() != "none" ? nil : schemes
        }
    }

    /// The parts between separators that stand in no braces.
    private static func parts(_ text: String, at separator: Character) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == separator, depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }
}

/// A way to authenticate, as the page lists it.
struct SecurityScheme {
    enum Kind {
        case key(parameter: String, place: String)
        case http(scheme: String)
        case oauth(flows: [Flow])
        case openID(address: String)
    }

    struct Flow {
        var name: String
        var authorization: String?
        var token: String?
        var scopes: [(name: String, description: String)] = []
    }

    /// The name; `nil` where the page does not say it.
    var name: String?
    var kind: Kind
    var description: String?
    var line: Int

    /// The scopes that it knows.
    var scopes: Set<String> {
        if case .oauth(let flows) = kind { Set(flows.flatMap { $0.scopes.map(\.name) }) } else { [] }
    }
}

/// Reads the section "Authentication".
struct SecurityReader {
    /// The schemes of the blocks of the section, in order.
    static func read(_ blocks: ArraySlice<Block>) -> [SecurityScheme] {
        var schemes: [SecurityScheme] = []
        for block in blocks {
            let line = block.lines.lowerBound
            switch block.content {
            case .table(let table):
                let headed = HeadedTable(table)
                guard headed.kind == .scopes, let index = schemes.indices.last,
                    case .oauth(var flows) = schemes[index].kind,
                    !flows.isEmpty
                else { continue }
                for row in table.rows {
                    guard let scope = headed.cell(.scope, in: row)?.text.trimmed, !scope.isEmpty else { continue }
                    flows[flows.count - 1].scopes.append((scope, headed.text(.description, in: row) ?? ""))
                }
                schemes[index].kind = .oauth(flows: flows)
            case .paragraph(let text):
                for part in text.split(whereSeparator: \.isNewline) { read(String(part).trimmed, line, into: &schemes) }
            case .heading, .code: break
            }
        }
        return schemes.filter { if case .key("", _) = $0.kind { false } else { true } }
    }

    private static func read(_ written: String, _ line: Int, into schemes: inout [SecurityScheme]) {
        let text = written.drop { $0 == "*" || $0 == "-" || $0.isWhitespace }.trimmed
        let lowered = text.lowercased()
        if lowered.hasPrefix("api key") {
            let name = text.split(separator: "(", maxSplits: 1).dropFirst().first?.split(separator: ")").first
            schemes.append(
                SecurityScheme(name: name.map { $0.trimmed }, kind: .key(parameter: "", place: ""), line: line))
        } else if lowered.hasPrefix("parameter name:"), let index = schemes.indices.last,
            case .key = schemes[index].kind
        {
            let rest = text.dropFirst("parameter name:".count).filter { $0 != "*" }
            guard let mark = String(rest).range(of: ", in:", ignoringCase: true) else { return }
            let parameter = String(rest)[..<mark.lowerBound].trimmed
            let words = String(rest)[mark.upperBound...].trimmed
            let place = words.prefix { $0.isLetter }
            schemes[index].kind = .key(parameter: parameter, place: String(place))
            let description = words.dropFirst(place.count).drop { $0 == "." || $0.isWhitespace }.trimmed
            schemes[index].description = description.isEmpty ? nil : description
        } else if lowered.hasPrefix("http authentication") {
            guard let mark = text.range(of: "scheme:", ignoringCase: true) else { return }
            let rest = text[mark.upperBound...].trimmed
            let scheme = rest.prefix { $0.isLetter || $0 == "-" }
            let description = rest.dropFirst(scheme.count).drop { ".,".contains($0) || $0.isWhitespace }.trimmed
            schemes.append(
                SecurityScheme(
                    kind: .http(scheme: scheme.lowercased()), description: description.isEmpty ? nil : description,
                    line: line))
        } else if lowered.hasPrefix("oauth2 authentication") {
            let rest = text.dropFirst("oauth2 authentication".count).drop { $0 == "." || $0.isWhitespace }.trimmed
            schemes.append(
                SecurityScheme(kind: .oauth(flows: []), description: rest.isEmpty ? nil : rest, line: line))
        } else if let index = schemes.indices.last, case .oauth(var flows) = schemes[index].kind {
            if let mark = lowered.range(of: "flow:", ignoringCase: true), mark.lowerBound == lowered.startIndex {
                flows.append(SecurityScheme.Flow(name: text.dropFirst("flow:".count).trimmed))
            } else if lowered.hasPrefix("authorization url"), !flows.isEmpty {
                flows[flows.count - 1].authorization = address(in: text)
            } else if lowered.hasPrefix("token url"), !flows.isEmpty {
                flows[flows.count - 1].token = address(in: text)
            }
            schemes[index].kind = .oauth(flows: flows)
        } else if lowered.hasPrefix("openid"), let address = address(in: text) {
            schemes.append(SecurityScheme(kind: .openID(address: address), line: line))
        }
    }

    private static func address(in text: String) -> String? {
        guard let start = text.range(of: "http", ignoringCase: true)?.lowerBound else { return nil }
        let address = text[start...].prefix { !$0.isWhitespace && !"]()<>".contains($0) }
        return address.isEmpty ? nil : String(address)
    }
}
