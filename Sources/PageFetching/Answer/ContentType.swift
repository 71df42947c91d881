/// The `Content-Type` of a response (RFC 9110, section 8.3), as far as it decides whether there can be a page.
struct ContentType: Sendable {
    /// The whole value; nil where there is none, or none that may be written to a file.
    let text: String?
    /// Type and subtype in lower case, without parameters; empty where there is none.
    let mediaType: String

    init(_ value: String?) {
        let value = value?.trimmed
        text = value.flatMap { value in
            let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
            return isPlain && !value.isEmpty && value.utf8.count <= 255 ? value : nil
        }
        mediaType = (text ?? "").prefix { $0 != ";" }.trimmed.lowercased()
    }

    /// Whether no page comes as this; types that nobody knows may be pages.
    var cannotBePage: Bool {
        Self.families.contains { mediaType.hasPrefix($0) } || Self.types.contains(mediaType)
    }

    /// Whether this is a script, which is not a page but may be a part of one.
    var isScript: Bool { mediaType == "text/javascript" || mediaType == "application/javascript" }

    /// Whether the page says it is HTML, or nothing that speaks against it.
    var mayBeHTML: Bool {
        mediaType.isEmpty || mediaType == "text/html" || mediaType == "application/xhtml+xml"
            || mediaType == "application/octet-stream"
    }

    private static let families = [
        "audio/", "font/", "image/", "video/", "application/vnd.ms-", "application/vnd.openxmlformats-",
        "application/vnd.oasis.",
    ]

    private static let types: Set<String> = [
        "application/epub+zip", "application/gzip", "application/java-archive", "application/msword",
        "application/pdf", "application/postscript", "application/rtf", "application/vnd.rar", "application/wasm",
        "application/x-7z-compressed", "application/x-bzip2", "application/x-gzip", "application/x-rar-compressed",
        "application/x-tar", "application/x-xz", "application/zip", "application/zstd",
        "multipart/form-data", "text/css", "text/javascript", "application/javascript", "text/event-stream",
    ]
}
