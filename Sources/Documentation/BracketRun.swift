/// Follows the brackets of a value such as a JSON object over its lines, quoted text left out.
struct BracketRun {
    /// Whether quoted text may go on in the next line.
    private let quotesSpanLines: Bool
    private var depth = 0
    private var quote: UInt8?

    /// Nothing read yet.
    init(quotesSpanLines: Bool) { self.quotesSpanLines = quotesSpanLines }

    /// Reads a line; the index after the bracket that closes the value, or `nil` while it goes on.
    mutating func closes(in line: Bytes) -> Int? {
        if !quotesSpanLines { quote = nil }
        var isEscaped = false
        for (index, byte) in line.enumerated() {
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == open {
                    quote = nil
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quote = byte
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return index + 1 }
            default:
                break
            }
        }
        return nil
    }

    /// Whether `line` starts a value in brackets, rather than a sentence that starts with a bracket.
    ///
    /// `{region} is …` and `[New] GET /x` are sentences: words follow the closing bracket, or a bare word the opening.
    static func starts(at line: Bytes) -> Bool {
        guard line[0] == UInt8(ascii: "{") || line[0] == UInt8(ascii: "[") else { return false }
        if line[0] == UInt8(ascii: "[") {
            let rest = line.part(1, line.count).trimmed
            guard rest.isEmpty || startsItem(rest) else { return false }
        }
        var run = BracketRun(quotesSpanLines: false)
        guard let end = run.closes(in: line) else { return true }
        let rest = line.part(end, line.count).trimmed
        return rest.isEmpty || rest.count == 1 && (rest[0] == UInt8(ascii: ",") || rest[0] == UInt8(ascii: ";"))
    }

    /// Whether `rest` starts as the items of a list do, in JSON or as Python prints them.
    private static func startsItem(_ rest: Bytes) -> Bool {
        switch rest[0] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "-"):
            true
        case let byte where byte.isDigit:
            true
        default:
            rest.starts(with: "true") || rest.starts(with: "false") || rest.starts(with: "null")
                || rest.starts(with: "True") || rest.starts(with: "False") || rest.starts(with: "None")
        }
    }
}
