/// Tells OpenAPI documents from other objects by their root.
enum DocumentShape {
    private static let marks: Set<String> = ["openapi", "swagger"]
    private static let parts: Set<String> = ["paths", "webhooks", "components", "definitions"]
    /// The members that say where a service answers.
    static let serverKeys: Set<String> = ["servers", "host", "basePath", "schemes"]

    /// Whether an object has a version of OpenAPI and something that it describes.
    static func isDocument(_ object: ScriptObject) -> Bool {
        let hasMark = marks.contains { mark in
            switch object[mark]?.kind {
            case .text, .number: true
            default: false
            }
        }
        return hasMark && parts.contains { object[$0] != nil }
    }

    /// Whether a text in JSON or YAML has such a root, as far as its keys tell.
    static func isDocument(_ bytes: [UInt8]) -> Bool {
        var start = bytes.startIndex
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        while start < bytes.endIndex, bytes[start].isSpace { start += 1 }
        guard start < bytes.endIndex, bytes[start] != UInt8(ascii: "<") else { return false }
        let keys = bytes[start] == UInt8(ascii: "{") ? jsonKeys(bytes, from: start) : yamlKeys(bytes, from: start)
        return !keys.isDisjoint(with: marks) && !keys.isDisjoint(with: parts)
    }

    /// The keys of an object in JSON, without those of what it holds.
    private static func jsonKeys(_ bytes: [UInt8], from start: Int) -> Set<String> {
        var keys: Set<String> = []
        var depth = 0
        var index = start
        var isKey = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                isKey = depth == 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return keys }
            case UInt8(ascii: ","): isKey = depth == 1
            case UInt8(ascii: ":"): isKey = false
            case UInt8(ascii: "\""):
                let begin = index + 1
                index = begin
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                if isKey, index < bytes.count, index - begin < 40 {
                    keys.insert(String(decoding: bytes[begin..<index], as: UTF8.self))
                }
            default: break
            }
            index += 1
        }
        // A text that ends too early is still one that its reader should speak about.
        return keys
    }

    /// The keys in the lines that begin where the first line does.
    private static func yamlKeys(_ bytes: [UInt8], from start: Int) -> Set<String> {
        var keys: Set<String> = []
        var indentation: Int?
        for line in bytes[start...].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let space = line.prefix { $0 == 0x20 }.count
            let text = line.dropFirst(space)
            guard let first = text.first, first != UInt8(ascii: "#"), !text.starts(with: "---".utf8),
                first != UInt8(ascii: "%")
            else { continue }
            if indentation == nil { indentation = line.startIndex == start ? Self.column(bytes, of: start) : space }
            let column = line.startIndex == start ? Self.column(bytes, of: start) : space
            guard column == indentation, let colon = text.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = text[..<colon].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
            keys.insert(String(decoding: key, as: UTF8.self).trimmedSpace)
            if !keys.isDisjoint(with: marks), !keys.isDisjoint(with: parts) { break }
        }
        return keys
    }

    private static func column(_ bytes: [UInt8], of offset: Int) -> Int {
        var index = offset
        while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
        return offset - index
    }
}
