/// Names that are made of the names of a document, alike by who reads it and who writes it.
package enum NameMaking {
    /// The words of a name: runs of ASCII letters and digits, and what changes from lower to upper case.
    package static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            // The last capital of several belongs to the word after them: `HTTPError`.
            if ("a"..."z").contains(scalar), word.unicodeScalars.count > 1, let last = word.unicodeScalars.last,
                ("A"..."Z").contains(last),
                word.unicodeScalars.dropLast().last.map({ ("A"..."Z").contains($0) }) == true
            {
                word.unicodeScalars.removeLast()
                words.append(word)
                word = String(Character(last))
            }
            let isWord =
                ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            if !isWord || (("A"..."Z").contains(scalar) && previous.map { ("a"..."z").contains($0) } == true) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isWord { word.unicodeScalars.append(scalar) }
            previous = scalar
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// `list_servers_v1` as `ListServersV1`.
    package static func upperCamel(_ text: String) -> String {
        words(text).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// `list_servers_v1` as `listServersV1`; never begins with a digit, never empty.
    package static func lowerCamel(_ text: String) -> String {
        let words = words(text)
        guard let first = words.first else { return "operation" }
        let isShouting = first.allSatisfy { !$0.isLowercase }
        let start = isShouting ? first.lowercased() : first.prefix(1).lowercased() + first.dropFirst()
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return (start.first?.isNumber == true ? "operation" : "") + start + rest
    }

    /// `Cloud Servers (v2)` as `cloud-servers-v2`.
    package static func identifier(_ text: String) -> String {
        let name = text.lowercased().split { !(("a"..."z").contains($0) || ("0"..."9").contains($0)) }
            .joined(separator: "-")
        return name.isEmpty ? "service" : name
    }

    /// `list_servers` as `List Servers`.
    package static func title(_ text: String) -> String {
        let title = words(text).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        return title.isEmpty ? text : title
    }

    /// A version with letters, digits, points, hyphens and underscores only.
    package static func version(_ text: String) -> String {
        let version = text.split { character in
            !(character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character)))
        }.joined(separator: "-")
        return version.isEmpty ? "1" : version
    }
}
