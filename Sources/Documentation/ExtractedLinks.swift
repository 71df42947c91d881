/// Links that an extractor wrote as Markdown into text that is none: `[Name](/models/name/)`, `array[[Name](/models/name/)]`.
enum ExtractedLinks {
    /// The text with the words of its links in their place, and where the first one leads.
    ///
    /// Only what leads somewhere is a link: an address, a path or an anchor. Brackets of types and patterns are not.
    static func resolved(_ text: String) -> (text: String, link: String?) {
        guard text.utf8.contains(UInt8(ascii: "[")), text.contains("](") else { return (text, nil) }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        // Where the brackets that are open start in the result.
        var open: [Int] = []
        var link: String?
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "]"), let start = open.popLast(),
                let (target, end) = target(in: bytes, at: index + 1)
            {
                result.remove(at: start)
                link = link ?? target
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: "[") { open.append(result.count) }
            result.append(bytes[index])
            index += 1
        }
        return (String(decoding: result, as: UTF8.self), link)
    }

    /// Whether the text starts with a link.
    static func starts(_ text: Bytes) -> Bool {
        text.first == UInt8(ascii: "[") && !resolved(text.text).text.hasPrefix("[")
    }

    /// The target in round brackets that starts at `start`, and the place behind it.
    private static func target(in bytes: [UInt8], at start: Int) -> (target: String, end: Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
        let target = bytes[(start + 1)..<end]
        guard !target.isEmpty, !target.contains(where: { $0 <= 0x20 }) else { return nil }
        let text = String(decoding: target, as: UTF8.self)
        let leads = ["/", "#", "./", "../", "http://", "https://", "mailto:"].contains { text.hasPrefix($0) }
        return leads ? (text, end + 1) : nil
    }
}
