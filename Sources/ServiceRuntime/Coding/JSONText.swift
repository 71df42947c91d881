extension JSONDocument {
    /// The name of a member; what is no text in it is replaced.
    func name(at index: Int) -> String {
        let node = nodes[index]
        if let text = text(of: node) { return text }
        return String(
            decoding: UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.length)), as: UTF8.self)
    }

    /// The text of a string, or nil where it is no text: invalid UTF-8, or half of a surrogate pair.
    func text(of node: JSONNode) -> String? {
        let source = UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.length))
        guard node.isEscaped else { return String(validating: source, as: UTF8.self) }
        guard let plain = Self.unescaped(source) else { return nil }
        return String(validating: plain, as: UTF8.self)
    }

    /// The UTF-8 of a string whose escapes are well-formed; nil for half of a surrogate pair.
    private static func unescaped(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            let escape = source[index]
            index += 1
            switch escape {
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "u"):
                var code = unit(source, at: index)
                index += 4
                if (0xD800...0xDBFF).contains(code) {
                    guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
                        source[index + 1] == UInt8(ascii: "u")
                    else { return nil }
                    let low = unit(source, at: index + 2)
                    guard (0xDC00...0xDFFF).contains(low) else { return nil }
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                    index += 6
                }
                guard let scalar = Unicode.Scalar(code) else { return nil }
                if let encoded = UTF8.encode(scalar) { plain.append(contentsOf: encoded) }
            default: plain.append(escape)
            }
        }
        return plain
    }

    /// Four hexadecimal digits.
    private static func unit(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        (0..<4).reduce(0) { value, offset in
            let digit = source[index + offset]
            return value << 4 | UInt32(digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : (digit & 0x0F) + 9)
        }
    }
}
