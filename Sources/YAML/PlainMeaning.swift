/// Which texts some reader takes for something else than a text when they are plain.
///
/// This covers null, booleans, numbers, dates, `<<` and `=` of YAML 1.1 (types at yaml.org/type) and of the core schema
/// of YAML 1.2. It errs to the safe side: it may quote what no reader would mistake.
enum PlainMeaning {
    /// Whether the text needs quotes to be a text for all readers; `utf8` is not empty.
    static func isAmbiguous(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        switch utf8[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            isLikeNumber(utf8)
        case UInt8(ascii: "~"), UInt8(ascii: "="): utf8.count == 1
        case UInt8(ascii: "<"): utf8.elementsEqual("<<".utf8)
        case UInt8(ascii: "n"), UInt8(ascii: "N"): isOne(of: ["n", "no", "null", "nan"], utf8)
        case UInt8(ascii: "y"), UInt8(ascii: "Y"): isOne(of: ["y", "yes"], utf8)
        case UInt8(ascii: "t"), UInt8(ascii: "T"): isOne(of: ["true"], utf8)
        case UInt8(ascii: "f"), UInt8(ascii: "F"): isOne(of: ["false"], utf8)
        case UInt8(ascii: "o"), UInt8(ascii: "O"): isOne(of: ["on", "off"], utf8)
        case UInt8(ascii: "i"), UInt8(ascii: "I"): isOne(of: ["inf"], utf8)
        default: false
        }
    }

    /// Whether the text, in whatever case, is one of the words.
    private static func isOne(of words: [StaticString], _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        // The longest word has five letters; most texts are longer.
        guard utf8.count <= 5 else { return false }
        return words.contains { word in
            word.withUTF8Buffer { $0.count == utf8.count && $0.elementsEqual(utf8.lazy.map { $0 | 0x20 }) }
        }
    }

    /// Whether a text that begins like a number could be a number, a date, a time or a document marker.
    private static func isLikeNumber(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = utf8[...]
        if rest.starts(with: "...".utf8) || rest.starts(with: "---".utf8) { return true }
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        if rest.count == 4, rest.first == UInt8(ascii: ".") {
            let word = UnsafeBufferPointer(rebasing: rest.dropFirst())
            if isOne(of: ["inf", "nan"], word) { return true }
        }
        if rest.count > 1, rest.first == UInt8(ascii: "0") {
            // Base 16, 8 and 2.
            let letter = rest[rest.startIndex + 1] | 0x20
            if [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(letter) { return true }
        }
        return rest.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "t"),
                UInt8(ascii: "T"), UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: " "):
                true
            default: false
            }
        }
    }
}
