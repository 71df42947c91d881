import Foundations

/// Percent-encodes what may not stand in an address (RFC 3986, sections 2.1, 3.3 and 3.4), as browsers do.
enum AddressEncoding {
    /// `text` with all that is no `pchar` or slash encoded; a query may have question marks too.
    ///
    /// What is encoded already stays. Throws where there is a control character: such an address was not written by a
    /// person, and some parsers drop them silently.
    static func encode(_ text: Substring, isQuery: Bool) throws(AddressProblem) -> String {
        let source = Array(text.utf8)
        guard source.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .control }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        for (index, byte) in source.enumerated() {
            let isKept =
                switch byte {
                case UInt8(ascii: "%"):
                    index + 2 < source.count && Hexadecimal.isDigit(source[index + 1])
                        && Hexadecimal.isDigit(source[index + 2])
                case UInt8(ascii: "?"): isQuery
                default: byte.isLetter || byte.isDigit || marks.contains(byte)
                }
            if isKept { bytes.append(byte) } else { PercentEncoding.append(byte, to: &bytes) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a path may have besides letters and digits.
    private static let marks = Set("-._~!$&'()*+,;=:@/".utf8)
}
