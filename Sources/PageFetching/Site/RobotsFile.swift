/// What a site lets programs read that follow its links: its `robots.txt` (RFC 9309).
///
/// Pages that a person names are read as the person asks for them; the file is for those that only links lead to.
struct RobotsFile: Sendable, Hashable {
    /// The name by which a file may address this program alone.
    static let product = "apidoc"
    /// How much of a file counts (RFC 9309, section 2.5: at least 500 KiB).
    private static let maximumSize = 512 << 10

    private struct Rule: Sendable, Hashable {
        var isAllowed: Bool
        var pattern: [UInt8]
    }

    private var rules: [Rule] = []

    /// A site without such a file: everything may be read.
    static let everything = RobotsFile()

    /// A site that does not answer: nothing may be read until it does (RFC 9309, section 2.3.1.4).
    static let nothing: RobotsFile = {
        var file = RobotsFile()
        file.rules = [Rule(isAllowed: false, pattern: Array("/".utf8))]
        return file
    }()

    private init() {}

    /// Reads a file: the groups for this program, or those for all where it has none. What is not a rule is passed
    /// over.
    init(_ bytes: [UInt8]) {
        var (own, general): ([Rule], [Rule]) = ([], [])
        var isNamed = false
        var names: [String] = []
        var isInRules = false
        for line in bytes.prefix(Self.maximumSize).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let words = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = words.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = Self.text(words[..<colon]).lowercased()
            let value = Self.text(words[(colon + 1)...])
            switch key {
            case "user-agent":
                if isInRules { names = [] }
                isInRules = false
                let name = value.lowercased()
                if name == Self.product { isNamed = true }
                names.append(name)
            case "allow", "disallow":
                isInRules = true
                // An empty value says nothing.
                guard !value.isEmpty else { continue }
                let rule = Rule(isAllowed: key == "allow", pattern: Self.normalized(value))
                if names.contains(Self.product) { own.append(rule) }
                if names.contains("*") { general.append(rule) }
            default: break
            }
        }
        rules = isNamed ? own : general
    }

    /// Whether the page of a path may be read: the longest rule that fits says so, and of two equally long ones the one
    /// that allows.
    func allows(_ path: String) -> Bool {
        let path = Self.normalized(path)
        var best: Rule?
        for rule in rules where Self.fits(rule.pattern, path) {
            guard let other = best else {
                best = rule
                continue
            }
            if rule.pattern.count > other.pattern.count
                || rule.pattern.count == other.pattern.count && rule.isAllowed
            {
                best = rule
            }
        }
        return best?.isAllowed ?? true
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let trimmed = bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        return String(decoding: Array(trimmed), as: UTF8.self)
    }

    /// The bytes with escapes of plain letters and digits as those, and others in capitals (RFC 3986, section 6.2.2).
    private static func normalized(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                if value.isLetter || value.isDigit || "-._~".utf8.contains(value) {
                    result.append(value)
                } else {
                    result += String(decoding: bytes[index...(index + 2)], as: UTF8.self).uppercased().utf8
                }
                index += 3
            } else if bytes[index] >= 0x80 {
                let digits = String(bytes[index], radix: 16, uppercase: true)
                result += "%\(digits)".utf8
                index += 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// Whether a path starts as a pattern says: `*` is anything, `$` at the end is the end.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let parts = (isWhole ? pattern.dropLast() : pattern[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        var place = 0
        for (number, part) in parts.enumerated() {
            if number == 0 {
                guard path.starts(with: part) else { return false }
                place = part.count
            } else if isWhole, number == parts.count - 1 {
                return path.count - part.count >= place && path.suffix(part.count).elementsEqual(part)
            } else {
                guard let next = find(part, in: path, from: place) else { return false }
                place = next + part.count
            }
        }
        return !isWhole || place == path.count
    }

    private static func find(_ part: ArraySlice<UInt8>, in path: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + part.count <= path.count {
            if path[place..<(place + part.count)].elementsEqual(part) { return place }
            place += 1
        }
        return nil
    }
}
