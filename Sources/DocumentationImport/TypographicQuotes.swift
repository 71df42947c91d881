/// Makes plain quotation marks of typographic ones where they stand around strings of a value.
///
/// Converters that mend punctuation put them into code. Inside a string in plain quotation marks they are text.
enum TypographicQuotes {
    /// The value with `"` around the strings that have typographic quotation marks; `nil` where it has none.
    static func replaced(in text: String) -> String? {
        var result = String.UnicodeScalarView()
        var open: Quote?
        var isEscaped = false
        var isChanged = false
        for scalar in text.unicodeScalars {
            let quote = Quote(scalar)
            if isEscaped {
                isEscaped = false
                result.append(scalar)
            } else if let kind = open {
                isEscaped = scalar == "\\"
                if quote == kind {
                    open = nil
                    result.append(kind.isTypographic ? "\"" : scalar)
                } else {
                    if kind.isTypographic, scalar == "\"" { result.append("\\") }
                    result.append(scalar)
                }
            } else {
                open = quote
                isChanged = isChanged || quote?.isTypographic == true
                result.append(quote?.isTypographic == true ? "\"" : scalar)
            }
        }
        return isChanged ? String(result) : nil
    }

    private enum Quote {
        case double, single, typographicDouble, typographicSingle

        init?(_ scalar: UnicodeScalar) {
            switch scalar.value {
            case 0x22: self = .double
            case 0x27: self = .single
            case 0x201C...0x201F: self = .typographicDouble
            case 0x2018...0x201B: self = .typographicSingle
            default: return nil
            }
        }

        var isTypographic: Bool { self == .typographicDouble || self == .typographicSingle }
    }
}
