/// A property of Unicode that patterns name: `\p{Lu}`, `\p{Letter}`, `\p{Alphabetic}` (ECMA-262, section 22.2.1, with
/// the values of Unicode Standard Annex 44).
///
/// Scripts are not among them: the standard library does not know them.
enum ScalarProperty: Hashable, Sendable {
    /// One of some general categories.
    case category(String)
    /// A property that a scalar has or has not.
    case binary(String)

    /// The property of a name between braces; `nil` for one that is not known.
    init?(_ text: String) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, ["General_Category", "gc"].contains(parts[0]), let short = Self.category(parts[1]) {
            self = .category(short)
        } else if parts.count == 1, let short = Self.category(text) {
            self = .category(short)
        } else if parts.count == 1, Self.binaries.contains(text) {
            self = .binary(text)
        } else {
            return nil
        }
    }

    /// Whether a scalar has the property.
    func holds(for scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch self {
        case .category(let short):
            let own = Self.short(properties.generalCategory)
            return short == "LC" ? ["Lu", "Ll", "Lt"].contains(own) : own.hasPrefix(short)
        case .binary("Any"): return true
        case .binary("ASCII"): return scalar.isASCII
        case .binary("Assigned"): return properties.generalCategory != .unassigned
        case .binary("Alphabetic"), .binary("Alpha"): return properties.isAlphabetic
        case .binary("Uppercase"), .binary("Upper"): return properties.isUppercase
        case .binary("Lowercase"), .binary("Lower"): return properties.isLowercase
        case .binary("White_Space"), .binary("space"): return properties.isWhitespace
        case .binary("ID_Start"), .binary("IDS"): return properties.isIDStart
        case .binary("ID_Continue"), .binary("IDC"): return properties.isIDContinue
        case .binary("XID_Start"), .binary("XIDS"): return properties.isXIDStart
        case .binary("XID_Continue"), .binary("XIDC"): return properties.isXIDContinue
        case .binary("Emoji"): return properties.isEmoji
        case .binary("Emoji_Presentation"), .binary("EPres"): return properties.isEmojiPresentation
        case .binary("Ideographic"), .binary("Ideo"): return properties.isIdeographic
        case .binary("Math"): return properties.isMath
        case .binary("Dash"): return properties.isDash
        case .binary("Hex_Digit"), .binary("Hex"): return properties.isHexDigit
        case .binary("ASCII_Hex_Digit"), .binary("AHex"): return properties.isASCIIHexDigit
        case .binary: return false
        }
    }

    private static let binaries: Set<String> = [
        "Any", "ASCII", "Assigned", "Alphabetic", "Alpha", "Uppercase", "Upper", "Lowercase", "Lower", "White_Space",
        "space", "ID_Start", "IDS", "ID_Continue", "IDC", "XID_Start", "XIDS", "XID_Continue", "XIDC", "Emoji",
        "Emoji_Presentation", "EPres", "Ideographic", "Ideo", "Math", "Dash", "Hex_Digit", "Hex", "ASCII_Hex_Digit",
        "AHex",
    ]

    /// The short name of a category that goes by either name; `nil` for none.
    private static func category(_ name: String) -> String? {
        if let short = names[name] { return short }
        return Set(names.values).contains(name) ? name : nil
    }

    private static let names: [String: String] = [
        "Letter": "L", "Cased_Letter": "LC", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
        "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Combining_Mark": "M",
        "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Number": "N", "Decimal_Number": "Nd",
        "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P", "punct": "P",
        "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe",
        "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po", "Symbol": "S",
        "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Other_Symbol": "So", "Separator": "Z",
        "Space_Separator": "Zs", "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc",
        "cntrl": "Cc", "Format": "Cf", "Surrogate": "Cs", "Private_Use": "Co", "Unassigned": "Cn",
    ]

    private static func short(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
