/// The links of a page of HTML, navigation included.
public enum PageLinks {
    /// The addresses that `<a>` elements lead to, as they stand in the page and in its order, each once.
    ///
    /// Links inside of scripts and comments are none. Fragments of the page itself are left out.
    public static func addresses(in page: [UInt8]) -> [String] {
        page.withUnsafeBufferPointer { bytes in
            let content = PageBytes.withoutMark(bytes)
            let source = HTMLSource(content)
            return source.bytes.withUnsafeBufferPointer(links)
        }
    }

    private static func links(_ bytes: Bytes) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        var index = 0
        while index < bytes.count, let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            let tag = bytes.part(index, bytes.count)
            guard tag.count > 2, tag[0] | 0x20 == UInt8(ascii: "a"), tag[1].isWhiteSpace else { continue }
            guard let (value, length) = href(in: tag) else { continue }
            index += length
            let address = HTMLReferences.text(value)
            guard !address.isEmpty, !address.hasPrefix("#"), seen.insert(address).inserted else { continue }
            found.append(address)
        }
        return found
    }

    /// The value of `href` in a tag, and where it ends.
    private static func href(in tag: Bytes) -> (value: Bytes, end: Int)? {
        var index = 1
        while index < tag.count, tag[index] != UInt8(ascii: ">") {
            guard tag[index - 1].isWhiteSpace, tag.part(index, tag.count).startsIgnoringCase("href") else {
                index += 1
                continue
            }
            index += 4
            while index < tag.count, tag[index].isWhiteSpace || tag[index] == UInt8(ascii: "=") { index += 1 }
            guard index < tag.count else { return nil }
            let quote = tag[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                guard let close = tag[(index + 1)...].firstIndex(of: quote) else { return nil }
                return (tag.part(index + 1, close), close)
            }
            let start = index
            while index < tag.count, !tag[index].isWhiteSpace, tag[index] != UInt8(ascii: ">") { index += 1 }
            return (tag.part(start, index), index)
        }
        return nil
    }
}
