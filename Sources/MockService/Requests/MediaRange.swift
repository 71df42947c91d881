import APIModel

/// Media types (RFC 9110, section 8.3.1) and ranges of them such as `image/*`.
enum MediaRange {
    /// The type without parameters, in lower case.
    static func name(_ type: String) -> String { MediaType.essence(type) }

    /// The value of a parameter, such as `boundary`; `nil` where there is none.
    static func parameter(_ name: String, of type: String) -> String? {
        var rest = Array(type)[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[(semicolon + 1)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }), rest[equals] == "=" else { continue }
            let found = String(rest[..<equals]).lowercased() == name
            rest = rest[(equals + 1)...]
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" ? rest.popFirst() ?? character : character)
                }
            } else {
                value = String(rest.prefix { $0 != ";" })
                rest = rest.dropFirst(value.count)
                value = String(value[...].trimmingBlanks)
            }
            if found { return value }
        }
        return nil
    }

    /// Whether a type is one of a list of types and ranges, such as `image/png, image/*`.
    static func admits(_ list: String, _ type: String) -> Bool {
        let type = name(type)
        return list.split(separator: ",").contains { range in
            let range = name(String(range))
            // JSON of whatever profile is JSON.
            if range == type || (range == MediaType.json && MediaType.isJSON(type)) { return true }
            return range == "*/*" || (range.hasSuffix("/*") && type.hasPrefix(range.dropLast()))
        }
    }

    /// A type within a range that says only half of it.
    static func example(_ range: String) -> String {
        switch name(range) {
        case "text/*": "text/plain"
        case "image/*": "image/png"
        case let name where name.contains("*"): "application/octet-stream"
        default: range
        }
    }
}

/// What a body is written in, as far as it is read and written differently.
enum BodyForm {
    case json
    case form
    case multipart
    case text
    case binary

    /// Whether values of a media type say what to change in another value (RFC 7396).
    static func isMergePatch(_ mediaType: String) -> Bool {
        MediaRange.name(mediaType) == "application/merge-patch+json"
    }

    /// The form of values in a media type; `isBytes` tells of strings that are bytes rather than text.
    init(_ mediaType: String, isBytes: Bool) {
        switch MediaRange.name(mediaType) {
        case "application/x-www-form-urlencoded": self = .form
        case let name where name.hasPrefix("multipart/"): self = .multipart
        case _ where MediaType.isJSON(mediaType): self = isBytes ? .binary : .json
        case let name where name.hasPrefix("text/") && !isBytes: self = .text
        default: self = .binary
        }
    }
}
