/// The header field `Link` (RFC 8288, section 3).
enum LinkHeader {
    /// The target of the first link with a relation; nil where there is none.
    ///
    /// Links about something else than the response, which have an `anchor`, do not count. What is malformed ends a
    /// link at the next comma.
    static func target(of relation: String, in field: String) -> String? {
        var reader = Reader(rest: Array(field.utf8)[...])
        while let link = reader.link() {
            if !link.isAboutOther, link.relations.contains(relation.lowercased()) { return link.target }
        }
        return nil
    }

    private struct Link {
        var target: String
        var relations: [String] = []
        var isAboutOther = false
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        /// The next link; nil at the end.
        mutating func link() -> Link? {
            while let first = rest.first {
                if first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                    var link = Link(
                        target: String(decoding: rest[rest.index(after: rest.startIndex)..<end], as: UTF8.self))
                    rest = rest[rest.index(after: end)...]
                    parameters(of: &link)
                    return link
                }
                rest = rest.dropFirst()
            }
            return nil
        }

        private mutating func parameters(of link: inout Link) {
            var hasRelation = false
            while let byte = rest.first, byte != UInt8(ascii: ",") {
                rest = rest.dropFirst()
                guard byte == UInt8(ascii: ";") else { continue }
                let name = word().lowercased()
                skipBlanks()
                guard rest.first == UInt8(ascii: "=") else { continue }
                rest = rest.dropFirst()
                skipBlanks()
                let value = rest.first == UInt8(ascii: "\"") ? quoted() : word()
                switch name {
                case "rel" where !hasRelation:
                    // Only the first counts (RFC 8288, section 3.3).
                    hasRelation = true
                    link.relations = value.lowercased().split(separator: " ").map(String.init)
                case "anchor": link.isAboutOther = true
                default: break
                }
            }
        }

        private mutating func skipBlanks() { rest = rest.drop { $0 == 0x20 || $0 == 0x09 } }

        private mutating func word() -> String {
            skipBlanks()
            let ends = Set("=;, \t".utf8)
            let word = rest.prefix { !ends.contains($0) }
            rest = rest[word.endIndex...]
            return String(decoding: word, as: UTF8.self)
        }

        private mutating func quoted() -> String {
            rest = rest.dropFirst()
            var text: [UInt8] = []
            while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                    text.append(escaped)
                } else {
                    text.append(byte)
                }
            }
            return String(decoding: text, as: UTF8.self)
        }
    }
}
