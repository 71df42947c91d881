import Documentation

/// What stands before the operations: title, version, description, servers and ways to authenticate.
struct FrontFacts {
    var title: String?
    var version: String?
    var titleLine = 1
    var description: String?
    var servers: [(url: String, variables: [(name: String, value: String)], line: Int)] = []
    var schemes: [SecurityScheme] = []

    init(_ blocks: ArraySlice<Block>, of page: Page) {
        var section = WiddershinsWords.Section.none
        var texts: [String] = []
        var authentication: [Block] = []
        var hasTitle = false
        for block in blocks {
            let line = block.lines.lowerBound
            switch block.content {
            case .heading(let heading):
                let announced = WiddershinsWords.section(heading.text)
                if !hasTitle, announced == .none {
                    hasTitle = true
                    (title, version) = Self.title(heading.text)
                    titleLine = line
                    section = .none
                } else if announced == .authentication || announced == .servers {
                    section = announced
                } else {
                    // A heading of the description, or that of the first tag: what follows is not a server.
                    section = heading.level == 1 ? .schemas : section == .servers ? .schemas : section
                }
            case .paragraph(let text):
                if WiddershinsWords.section(text) == .servers {
                    section = .servers
                } else if section == .servers {
                    readServer(block, text, line)
                } else if section == .authentication {
                    authentication.append(block)
                } else if section == .none, hasTitle, texts.isEmpty, version == nil, let other = Self.version(text) {
                    version = other
                } else if section == .none, hasTitle, !Self.isFurniture(text) {
                    texts.append(block.listDepth > 0 ? "- \(text)" : text)
                }
            case .table, .code: if section == .authentication { authentication.append(block) }
            }
        }
        description = texts.isEmpty ? nil : texts.joined(separator: "\n\n")
        schemes = SecurityReader.read(authentication[...])
        if title == nil, let whole = page.title { (title, version) = Self.title(whole) }
    }

    /// What templates put between title and operations that does not describe the service.
    private static func isFurniture(_ text: String) -> Bool {
        let lowered = text.lowercased()
        return ["scroll down for", "license:", "email:", "web:", "terms of service"].contains { lowered.hasPrefix($0) }
    }

    /// A version on a line of its own: `v1.0.0`.
    private static func version(_ text: String) -> String? {
        let text = text.trimmed
        let digits = text.hasPrefix("v") ? text.dropFirst() : Substring(text)
        guard digits.first?.isNumber == true, digits.count < 30, !digits.contains(" ") else { return nil }
        return String(digits)
    }

    /// `Kiosk v1.2.0`: the title, and the version that the template puts behind it.
    private static func title(_ text: String) -> (String, String?) {
        let text = text.trimmed
        var mark: String.Index?
        for index in text.indices where text[index].isWhitespace {
            let rest = text[text.index(after: index)...]
            if rest.first == "v", rest.dropFirst().first?.isNumber == true { mark = index }
        }
        if let mark {
            return (text[..<mark].trimmed, String(text[mark...].trimmed.dropFirst()))
        }
        guard let space = text.lastIndex(where: \.isWhitespace) else { return (text, nil) }
        let word = text[text.index(after: space)...]
        guard word.first?.isNumber == true, word.contains("."), word.count < 40 else { return (text, nil) }
        return (text[..<space].trimmed, String(word))
    }

    private mutating func readServer(_ block: Block, _ text: String, _ line: Int) {
        if let start = text.range(of: "http", ignoringCase: true)?.lowerBound, text[start...].contains("://") {
            let address = text[start...].prefix { !$0.isWhitespace && !"<>\"'".contains($0) }
            servers.append((String(address), [], line))
            return
        }
        if text.hasPrefix("/"), !text.contains(" "), block.listDepth > 0 {
            servers.append((text, [], line))
            return
        }
        // A variable of the address: `host - Where it is. Default: kiosk.example`.
        guard let index = servers.indices.last, let mark = text.range(of: "default:", ignoringCase: true) else {
            return
        }
        let name = text.filter { $0 != "*" }.prefix { !$0.isWhitespace }
        let value = text[mark.upperBound...].trimmed.prefix { !$0.isWhitespace }
        if servers[index].url.contains("{\(name)}") { servers[index].variables.append((String(name), String(value))) }
    }
}
