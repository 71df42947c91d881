/// Line ends of files that a checkout, or an editor, may have turned from LF into CR LF.
public enum LineEnds {
    /// The bytes with LF in the place of each CR LF; a CR alone stays.
    public static func unix(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
        return bytes.enumerated().filter { index, byte in
            byte != UInt8(ascii: "\r") || index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        }.map(\.element)
    }

    /// The text with LF in the place of each CR LF.
    public static func unix(_ text: String) -> String { String(decoding: unix(Array(text.utf8)), as: UTF8.self) }
}
