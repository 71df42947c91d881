import CLibXML2

/// Character references of HTML in attributes and in text.
enum Entities {
    /// `bytes` with the references decoded that end in a semicolon; others stand as they are, as `&copy=1` in an address.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "&") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let window = bytes[index..<min(index + longest, bytes.endIndex)]
            guard let end = window.firstIndex(of: UInt8(ascii: ";")), let scalar = scalar(bytes[index + 1..<end]) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result += Array(String(Character(scalar)).utf8)
            index = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// References are not longer than this.
    private static let longest = 34

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let first = name.first else { return nil }
        if first == UInt8(ascii: "#") {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
        }
        // XHTML has it, and the table of HTML 4 does not.
        if name.elementsEqual("apos".utf8) { return "'" }
        var text = Array(name) + [0]
        return text.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { htmlEntityLookup($0) }.flatMap { Unicode.Scalar(UInt32($0.pointee.value)) }
        }
    }
}
