/// What names, paths and values of enumerations may be made of.
///
/// Pages come through converters that leave marks, quotes and halves of other cells behind. What is not a name is
/// reported, never passed on.
enum NameGrammar {
    /// Whether this can be the name of a parameter, a property or a model: letters, digits and marks that names on the
    /// wire have, such as `x-id`, `$filter`, `filter[name]`, `@type`, `a.b`.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                guard scalar.isASCII else { return isWordPart(scalar) }
                return Character(scalar).isPlainLetterOrDigit || "_-.$@:[]/~+#*!%".unicodeScalars.contains(scalar)
            }
    }

    /// Whether this can be the path of a request without a query (RFC 3986, section 3.3), with names in braces.
    static func isPath(_ text: String) -> Bool {
        guard text.hasPrefix("/") else { return false }
        let marks = "/_-.~!$&'()*+,;=:@%{}[]".unicodeScalars
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (Character(scalar).isPlainLetterOrDigit || marks.contains(scalar))
        }
    }

    /// Whether this can be a value of an enumeration: text that can be seen, and quotation marks only in pairs.
    static func isEnumerationValue(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, scalars.allSatisfy(isVisible) else { return false }
        let quotes = "\"'`\u{2018}\u{2019}\u{201C}\u{201D}".unicodeScalars
        return scalars.count == 1 || !quotes.contains(first) && !quotes.contains(last) && !text.contains(" | ")
    }

    private static func isWordPart(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    private static func isVisible(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: scalar != "\u{FFFD}"
        }
    }
}
