import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Makes UTF-8 of pages in other encodings.
enum PageDecoding {
    /// The page as UTF-8; `nil` where it is UTF-8, or says nothing that it could be read by.
    ///
    /// A byte order mark counts before `contentType` and that before what the page declares (HTML Living Standard,
    /// 13.2.3.1). Bytes that are UTF-8 are read as that whatever is declared: no other text looks like it by chance.
    ///
    /// - Throws: `DiagnosticError` where the bytes are not in the encoding that is declared.
    static func utf8(of page: Bytes, contentType: String?, file: String) throws -> [UInt8]? {
        guard page.count <= PageReader.maximumSize else { return nil }
        if page.starts(with: [0xFE, 0xFF]) || page.starts(with: [0xFF, 0xFE]) {
            let encoding = CharacterEncoding(label: page[0] == 0xFE ? "utf-16be" : "utf-16le")
            return try encoding.map { try convert(page.part(2, page.count), from: $0, file: file) }
        }
        guard let label = label(of: contentType) ?? CharsetDeclaration.foreign(in: page, file: file)?.name,
            let encoding = CharacterEncoding(label: label), encoding != .utf8
        else { return nil }
        // The one encoding whose bytes are those of ASCII.
        let isEscaped = encoding.name == "ISO-2022-JP" && page.contains(0x1B)
        guard isEscaped || !PageBytes.isUTF8(page) else { return nil }
        return try convert(page, from: encoding, file: file)
    }

    /// The charset of a `Content-Type` such as `text/html; charset="EUC-KR"` (RFC 9110, section 8.3).
    private static func label(of contentType: String?) -> String? {
        for part in (contentType ?? "").split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].filter({ !$0.isWhitespace }).lowercased() == "charset" else { continue }
            return String(sides[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
        }
        return nil
    }

    private static func convert(_ page: Bytes, from encoding: CharacterEncoding, file: String) throws -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding.converter), Int(bitPattern: converter) != -1 else {
            throw DiagnosticError(
                "the page is \(encoding.name), which this system cannot read; save it as UTF-8",
                at: SourceLocation(file: file))
        }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(page.count + page.count / 2)
        var input = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(page))
            .bindMemory(to: CChar.self).baseAddress
        var left = page.count
        var buffer = [CChar](repeating: 0, count: 65_536)
        while left > 0 {
            let (written, isDone) = buffer.withUnsafeMutableBufferPointer { buffer -> (Int, Bool) in
                var target = buffer.baseAddress
                var room = buffer.count
                let result = iconv(converter, &input, &left, &target, &room)
                return (buffer.count - room, result != -1 || errno == E2BIG)
            }
            output.append(contentsOf: buffer[..<written].lazy.map { UInt8(bitPattern: $0) })
            guard isDone else {
                let offset = page.count - left
                let byte = String(page[offset], radix: 16, uppercase: true)
                throw DiagnosticError(
                    "the page is not \(encoding.name) as it declares: unexpected byte 0x\(byte.count == 1 ? "0" : "")\(byte); "
                        + "save the page as UTF-8",
                    at: output.withUnsafeBufferPointer { PageBytes.location(of: $0.count, in: $0, file: file) })
            }
            guard output.count <= PageReader.maximumSize else {
                throw DiagnosticError(
                    "the page has more than \(PageReader.maximumSize) bytes (64 MB) as UTF-8",
                    at: SourceLocation(file: file))
            }
        }
        return output
    }
}
