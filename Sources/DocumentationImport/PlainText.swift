/// The text in lower case with single spaces: how words of guides are compared.
func normalized(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isASCII = true
    for byte in text.utf8 {
        switch byte {
        case 0x09, 0x0A, 0x0D, 0x20:
            if let last = result.last, last != 0x20 { result.append(0x20) }
        case 0x41...0x5A: result.append(byte + 0x20)
        default:
            if byte >= 0x80 { isASCII = false }
            result.append(byte)
        }
    }
    if result.last == 0x20 { result.removeLast() }
    let words = String(decoding: result, as: UTF8.self)
    return isASCII ? words : words.lowercased()
}

/// The text without white space at its ends.
func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
}

extension Character {
    /// Whether the character is a Latin letter or a digit as identifiers of programs use them.
    var isPlainLetterOrDigit: Bool {
        switch asciiValue {
        case .some(0x30...0x39), .some(0x41...0x5A), .some(0x61...0x7A): true
        default: false
        }
    }

    /// Whether the character is white space; much faster than the standard library's answer for ASCII.
    var isBlank: Bool {
        if let byte = asciiValue { return byte == 0x20 || (0x09...0x0D).contains(byte) }
        return isWhitespace
    }
}
