/// The search index of a site, read as a list of addresses: whatever its form, addresses are texts of their own in it.
enum SearchIndex {
    /// How many addresses of an index are looked at.
    private static let limit = 200_000

    /// Whether bytes look like JSON.
    static func isIndex(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { !$0.isHTMLSpace }) else { return false }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The texts of JSON that are addresses: they begin with a slash or with a scheme and hold no white space.
    static func addresses(in json: [UInt8]) -> [String] {
        var addresses: [String] = []
        var index = 0
        while index < json.count, addresses.count < limit {
            guard json[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            index += 1
            var text: [UInt8] = []
            while index < json.count, json[index] != UInt8(ascii: "\"") {
                if json[index] == UInt8(ascii: "\\"), index + 1 < json.count {
                    index += 1
                    // Of all escapes addresses have only that of the slash.
                    text.append(json[index] == UInt8(ascii: "/") ? json[index] : 0x20)
                } else {
                    text.append(json[index])
                }
                index += 1
            }
            index += 1
            if isAddress(text) { addresses.append(String(decoding: text, as: UTF8.self)) }
        }
        return addresses
    }

    /// The files called `search-index.json`, or like it, that a page names in an attribute.
    static func references(in page: [UInt8]) -> [String] {
        let mark = Array("search-index".utf8)
        var references: [String] = []
        var index = 0
        while index + mark.count <= page.count, references.count < 3 {
            guard page[index] == mark[0], page[index..<(index + mark.count)].elementsEqual(mark) else {
                index += 1
                continue
            }
            var start = index
            while start > 0, !ends(page[start - 1]) { start -= 1 }
            var end = index
            while end < page.count, !ends(page[end]) { end += 1 }
            let text = String(decoding: page[start..<end], as: UTF8.self)
            if text.hasSuffix(".json"), end - start <= 300, !references.contains(text) { references.append(text) }
            index = end + 1
        }
        return references
    }

    private static func isAddress(_ text: [UInt8]) -> Bool {
        guard text.count <= PageAddress.longest, !text.contains(where: { $0 <= 0x20 }) else { return false }
        return text.first == UInt8(ascii: "/") || text.starts(with: "http://".utf8)
            || text.starts(with: "https://".utf8)
    }

    /// Whether a byte ends the value of an attribute, or a text in a script.
    private static func ends(_ byte: UInt8) -> Bool {
        byte.isHTMLSpace
            || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<")]
                .contains(byte)
    }
}
