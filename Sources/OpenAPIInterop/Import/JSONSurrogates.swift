/// Replaces escaped pairs of surrogates, which JSON has and YAML has not, by the characters that they stand for.
enum JSONSurrogates {
    /// The text with `\ud83d\ude00` as the four bytes of that character; anything but JSON stays as it is.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        let whitespace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        guard let first = bytes.first(where: { !whitespace.contains($0) }), first == UInt8(ascii: "{") else {
            return bytes
        }
        guard var next = pair(in: bytes, from: 0) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        while true {
            result += bytes[copied..<next.start]
            result += String(next.scalar).utf8
            copied = next.start + 12
            guard let following = pair(in: bytes, from: copied) else { break }
            next = following
        }
        return result + bytes[copied...]
    }

    private static func pair(in bytes: [UInt8], from start: Int) -> (start: Int, scalar: Unicode.Scalar)? {
        let backslash = UInt8(ascii: "\\")
        var index = start
        while index + 1 < bytes.count {
            guard bytes[index] == backslash else {
                index += 1
                continue
            }
            if let high = unit(in: bytes, at: index), (0xD800..<0xDC00).contains(high),
                let low = unit(in: bytes, at: index + 6), (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            {
                return (index, scalar)
            }
            index += 2
        }
        return nil
    }

    /// The number of `\uXXXX` at an index; `nil` for anything else.
    private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
}
