/// A name that stands in generated code; back-ticked where Swift needs it.
struct SwiftIdentifier: Sendable, Hashable {
    /// The name itself: ASCII letters, digits and underscores, not starting with a digit.
    let name: String

    /// Takes a name made by `Words` and our own literals. Whatever else slips in becomes an underscore, so that no
    /// text can leave the place of an identifier.
    init(_ name: String) {
        if name.utf8.first.map({ !(48...57).contains($0) }) ?? false, name.utf8.allSatisfy(Self.isPlain) {
            self.name = name
            return
        }
        var plain = ""
        for scalar in name.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            plain.unicodeScalars.append(isPlain ? scalar : "_")
        }
        if plain.first.map(\.isNumber) ?? true { plain = "n" + plain }
        self.name = plain
    }

    /// Whether a byte of UTF-8 is a letter, a digit or an underscore of ASCII.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 95
    }

    /// The name as declarations and uses write it.
    var source: String { ReservedNames.needsBackticks.contains(name) ? "`\(name)`" : name }

    /// The name as the label of an argument, where Swift wants back-ticks only around three words.
    var label: SwiftCode { ["inout", "var", "let"].contains(name) ? code : SwiftCode.word(self) }

    /// The name as a piece of code.
    var code: SwiftCode { "\(self)" }
}
