/// What lines of AsciiDoc can be.
enum AsciiDocMarks {
    /// What a line opens that closes with the same line.
    enum Delimiter {
        /// Blocks that are read like those of the page.
        case container
        /// Text that stands as it is.
        case verbatim
    }

    /// The level and the words of a heading; `nil` where the line is none.
    static func heading(_ line: Substring) -> (level: Int, words: Substring)? {
        let mark = line.utf8.first
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "#") else { return nil }
        let level = line.utf8.prefix { $0 == mark }.count
        guard level <= 6 else { return nil }
        let rest = line.dropFirst(level)
        guard rest.utf8.first == 0x20 || rest.utf8.first == 0x09 else { return nil }
        let words = trimmed(rest)
        return words.isEmpty ? nil : (level, words)
    }

    /// What the line opens or closes; `nil` for other lines.
    static func delimiter(_ line: Substring) -> Delimiter? {
        let bytes = line.utf8
        guard let byte = bytes.first, bytes.count >= 2 else { return nil }
        if line.hasPrefix("```") {
            return bytes.dropFirst(3).allSatisfy { $0.isLetter || $0.isDigit } ? .verbatim : nil
        }
        if line == "--" { return .container }
        guard bytes.count >= 4, bytes.allSatisfy({ $0 == byte }) else { return nil }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): return .verbatim
        case UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"): return .container
        default: return nil
        }
    }

    /// Whether a line opens or closes a table.
    static func isTableDelimiter(_ line: Substring) -> Bool {
        let rest = line.utf8.dropFirst()
        return line.utf8.first == UInt8(ascii: "|") && rest.count >= 3 && rest.allSatisfy { $0 == UInt8(ascii: "=") }
    }

    /// The caption in `.Caption`; `nil` for other lines, such as those of lists.
    static func blockTitle(_ line: Substring) -> String? {
        let rest = line.utf8.dropFirst()
        guard let next = rest.first, next != UInt8(ascii: "."), !next.isWhiteSpace else { return nil }
        return String(line.dropFirst())
    }

    /// The name of the directive that the line is: `include`, `ifdef`, `ifndef`, `ifeval`, `endif`.
    static func directive(_ line: Substring) -> String? {
        for name in ["include", "ifdef", "ifndef", "ifeval", "endif"] where line.hasPrefix(name + "::") {
            return line.hasSuffix("]") ? name : nil
        }
        return nil
    }

    /// The anchor of `[[anchor]]` and `[[anchor,words]]`; `nil` for other lines.
    static func anchor(_ line: Substring) -> String? {
        guard line.hasPrefix("[["), line.hasSuffix("]]"), line.utf8.count > 4 else { return nil }
        let name = line.dropFirst(2).dropLast(2).prefix { $0 != "," }
        return name.contains { $0 == "[" || $0 == "]" || $0.isWhitespace } ? nil : String(name)
    }

    /// Whether a line in brackets says something of the block below: a style, options, `name=value`.
    static func isBlockAttributes(_ line: Substring) -> Bool { AsciiDocAttributes(line.dropFirst().dropLast()) != nil }

    /// The name, in lower case, and the value of `:name: value`.
    static func attributeEntry(_ line: Substring) -> (name: String, value: Substring)? {
        let rest = line.dropFirst()
        guard let end = rest.firstIndex(of: ":") else { return nil }
        let name = rest[..<end]
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "!" })
        else { return nil }
        let value = rest[rest.index(after: end)...]
        guard value.isEmpty || value.first == " " else { return nil }
        return (name.lowercased(), trimmed(value))
    }

    /// The names, in lower case, of `{name}` in a line.
    static func references(in line: Substring) -> [String] {
        var names: [String] = []
        var rest = line[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: open)...]
            // A name has no bracket: what opens another one is none.
            guard let end = rest.firstIndex(where: { $0 == "}" || $0 == "{" }) else { break }
            if rest[end] == "}" { names.append(rest[..<end].lowercased()) }
            rest = rest[end...]
        }
        return names
    }

    /// How deep an item of a list stands, and its words; `nil` for other lines.
    static func listItem(_ line: Substring) -> (depth: Int, words: Substring)? {
        let rest = line.drop { $0 == " " || $0 == "\t" }
        guard let mark = rest.utf8.first else { return nil }
        var count = 0
        var after = rest
        switch mark {
        case UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "-"):
            count = rest.utf8.prefix { $0 == mark }.count
            if mark == UInt8(ascii: "-"), count > 1 { return nil }
            after = rest.dropFirst(count)
        case let byte where byte.isDigit:
            let digits = rest.utf8.prefix { $0.isDigit }.count
            guard digits < 4, rest.dropFirst(digits).first == "." else { return nil }
            count = 1
            after = rest.dropFirst(digits + 1)
        default: return nil
        }
        guard count <= 5, after.utf8.first == 0x20 || after.utf8.first == 0x09 else { return nil }
        return (count, trimmed(after))
    }

    /// Lines as one text: a line end is a space, and a line break (`\n`) where it counts or a line ends in ` +`.
    static func joined(_ parts: [Substring], keepsLineEnds: Bool) -> String {
        var text = ""
        for (place, part) in parts.enumerated() {
            let isBroken = part.hasSuffix(" +") || part == "+"
            text += isBroken ? trimmed(part.dropLast()) : trimmed(part)
            guard place < parts.count - 1 else { break }
            text += isBroken || keepsLineEnds ? "\n" : " "
        }
        return text
    }

    /// The text without white space at both ends.
    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return text
    }
}

/// What block attributes say: `[options="header", cols=".^2a,.^14a"]`, `[source,json]`, `[%hardbreaks]`, `[#id]`.
struct AsciiDocAttributes {
    /// The options that are set.
    var options: Set<String> = []
    /// How many columns `cols` names.
    var columns: Int?
    /// The id in `#id`.
    var id: String?
    /// The language of source code.
    var language: String?
    /// The style: the first word.
    var style: String?
    /// What parts cells, where that is not `|`.
    var separator: String?

    /// Nothing is said.
    init() {}

    /// Reads what stands between the brackets; `nil` where that are words of a text.
    init?(_ text: Substring) {
        let parts = Self.parts(of: text)
        for (place, part) in parts.enumerated() {
            if let equals = part.firstIndex(of: "="), equals != part.startIndex {
                let name = part[..<equals]
                guard name.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }) else { return nil }
                set(String(name), Self.unquoted(part[part.index(after: equals)...]))
            } else if place == 0 {
                guard readStyle(part) else { return nil }
            } else if place == 1, style == "source" {
                language = Self.unquoted(part)
            } else if part.contains(where: { $0 == " " }), !part.hasPrefix("\"") {
                return nil
            }
        }
    }

    /// What another line of attributes says besides.
    mutating func add(_ other: AsciiDocAttributes) {
        options.formUnion(other.options)
        columns = other.columns ?? columns
        id = other.id ?? id
        language = other.language ?? language
        style = other.style ?? style
        separator = other.separator ?? separator
    }

    private mutating func set(_ name: String, _ value: String) {
        switch name {
        case "options", "opts": options.formUnion(value.split { $0 == "," || $0 == " " }.map(String.init))
        case "cols": columns = Self.count(ofColumns: value)
        case "id": id = value
        case "separator": separator = value
        default: break
        }
    }

    /// Reads `style#id.role%option`; whether it is that.
    private mutating func readStyle(_ part: Substring) -> Bool {
        guard part.allSatisfy({ $0.isLetter || $0.isNumber || "#.%_-:".contains($0) }) else {
            return false
        }
        var word = ""
        var mark: Character = "s"
        func keep(_ attributes: inout AsciiDocAttributes) {
            guard !word.isEmpty else { return }
            switch mark {
            case "#": attributes.id = word
            case "%": attributes.options.insert(word)
            case "s": attributes.style = word
            default: break
            }
        }
        for character in part {
            if character == "#" || character == "%" || (character == "." && mark != "#") {
                keep(&self)
                word = ""
                mark = character
            } else {
                word.append(character)
            }
        }
        keep(&self)
        return true
    }

    private static func count(ofColumns text: String) -> Int? {
        var count = 0
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let part = AsciiDocMarks.trimmed(part)
            if let star = part.firstIndex(of: "*"), let times = Int(part[..<star]) {
                count += min(max(times, 1), 1000)
            } else {
                count += 1
            }
        }
        return count > 0 && count <= 1000 ? count : nil
    }

    private static func unquoted(_ text: Substring) -> String {
        let text = AsciiDocMarks.trimmed(text)
        guard text.count > 1, let first = text.first, first == "\"" || first == "'", text.last == first else {
            return String(text)
        }
        return String(text.dropFirst().dropLast())
    }

    /// The parts between commas outside of quotes.
    private static func parts(of text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for place in text.indices {
            if text[place] == "\"" { isQuoted.toggle() }
            if text[place] == ",", !isQuoted {
                parts.append(AsciiDocMarks.trimmed(text[start..<place]))
                start = text.index(after: place)
            }
        }
        parts.append(AsciiDocMarks.trimmed(text[start...]))
        return parts
    }
}
