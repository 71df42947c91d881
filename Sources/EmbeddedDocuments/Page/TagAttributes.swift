/// Reads the attributes of a start tag (HTML, section 13.1.2.3).
enum TagAttributes {
    /// The attributes in `range`, which begins after the name of the tag; an attribute counts once, the first time.
    static func read(_ bytes: [UInt8], _ range: Range<Int>) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        var names: Set<String> = []
        var index = range.lowerBound
        // A tag with more attributes is no viewer's.
        while index < range.upperBound, attributes.count < 256 {
            guard !bytes[index].isSpace, bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: ">") else {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < range.upperBound, !bytes[index].endsTagName, bytes[index] != UInt8(ascii: "=") { index += 1 }
            let name = String(decoding: bytes[start..<index].lazy.map(\.lowercased), as: UTF8.self)
            let value = value(bytes, &index, range.upperBound)
            if names.insert(name).inserted { attributes.append((name, value)) }
        }
        return attributes
    }

    private static func value(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> String {
        var place = index
        while place < end, bytes[place].isSpace { place += 1 }
        guard place < end, bytes[place] == UInt8(ascii: "=") else { return "" }
        place += 1
        while place < end, bytes[place].isSpace { place += 1 }
        guard place < end else { return "" }
        let quote = bytes[place]
        let start: Int
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            start = place + 1
            place = bytes[start..<max(start, end)].firstIndex(of: quote) ?? end
            index = min(place + 1, end)
        } else {
            start = place
            while place < end, !bytes[place].isSpace, bytes[place] != UInt8(ascii: ">") { place += 1 }
            index = place
        }
        return Entities.decode(bytes[start..<max(start, place)])
    }
}
