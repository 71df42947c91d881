/// Turns the bytes of a documentation page into blocks, whichever form the page has.
public enum PageReader {
    /// The largest page that is read, in bytes: 64 MB.
    ///
    /// Real pages, navigation included, have 5 MB.
    public static let maximumSize = 64 * 1024 * 1024

    /// Reads a page of HTML or of extracted text; which of them is found out by ``detectFormat(_:)``.
    ///
    /// `file` is the name that diagnostics and ``Page/file`` use. Pages in another encoding than UTF-8 are read by the
    /// charset that their byte order mark, `contentType` (the header field of HTTP) or the page itself declares, as the
    /// WHATWG Encoding Standard understands its label; lines and columns are those of the text.
    ///
    /// - Throws: `DiagnosticError` with one diagnostic if the page is empty, larger than ``maximumSize``, neither UTF-8
    ///   nor in the encoding that it declares, nested too deeply, or HTML that is cut off.
    public static func read(_ bytes: [UInt8], file: String, contentType: String? = nil) throws -> Page {
        let decoded = try bytes.withUnsafeBufferPointer { page in
            try PageDecoding.utf8(of: page, contentType: contentType, file: file)
        }
        guard let decoded else { return try readUTF8(bytes, file: file) }
        var page = try readUTF8(decoded, file: file)
        page.foreignCharset = nil
        return page
    }

    private static func readUTF8(_ bytes: [UInt8], file: String) throws -> Page {
        try bytes.withUnsafeBufferPointer { page in
            let content = try PageBytes.content(of: page, file: file)
            return switch format(of: content) {
            case .extractedText: ExtractedTextReader.read(content, file: file)
            case .html: try HTMLReader.read(content, file: file)
            }
        }
    }

    /// The format of a page, judged by how it starts: HTML starts with a tag.
    public static func detectFormat(_ bytes: [UInt8]) -> Page.Format {
        bytes.withUnsafeBufferPointer { format(of: PageBytes.withoutMark($0)) }
    }

    private static func format(of content: Bytes) -> Page.Format {
        // Servers put warnings in front of a page; browsers look at as much of it as this.
        let start = content.part(0, min(content.count, 1024)).trimmed
        if start.count > 1, start[0] == UInt8(ascii: "<"), startsTag(start[1]) { return .html }
        let isMarked = start.indices.contains { index in
            guard start[index] == UInt8(ascii: "<"), index == 0 || start[index - 1] == 0x0A else { return false }
            let rest = start.part(index + 1, start.count)
            return rest.startsIgnoringCase("!doctype html") || rest.startsIgnoringCase("html")
        }
        return isMarked ? .html : .extractedText
    }

    private static func startsTag(_ byte: UInt8) -> Bool {
        byte.isLetter || [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(byte)
    }
}
