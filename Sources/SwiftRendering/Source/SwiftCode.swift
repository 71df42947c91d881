import Foundations

/// A piece of Swift source that is safe to write out.
///
/// It can only be put together from literals in our own code and from other safe pieces: there is no way to
/// interpolate a `String`, so text of a page cannot become code by mistake.
struct SwiftCode: Sendable, Hashable, ExpressibleByStringInterpolation {
    let source: String
    /// Whether a type of the user's own stands in it, which a module of theirs has to be imported for.
    let namesOwnTypes: Bool

    init(stringLiteral value: String) { self.init(trusted: value) }

    init(stringInterpolation: StringInterpolation) {
        self.init(trusted: stringInterpolation.source, namesOwnTypes: stringInterpolation.namesOwnTypes)
    }

    fileprivate init(trusted source: String, namesOwnTypes: Bool = false) {
        self.source = source
        self.namesOwnTypes = namesOwnTypes
    }

    /// A type of the user's own, by its name with dots.
    static func ownType(_ name: String) -> SwiftCode {
        let parts = name.split(separator: ".").map { SwiftIdentifier(String($0)).source }
        return SwiftCode(trusted: parts.joined(separator: "."), namesOwnTypes: true)
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""
        fileprivate var namesOwnTypes = false

        init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ code: SwiftCode) {
            source += code.source
            namesOwnTypes = namesOwnTypes || code.namesOwnTypes
        }
        mutating func appendInterpolation(_ identifier: SwiftIdentifier) { source += identifier.source }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        mutating func appendInterpolation(_ number: UInt64) { source += String(number) }
    }

    /// The pieces with `separator` between them.
    static func joined(_ pieces: some Sequence<SwiftCode>, separator: SwiftCode) -> SwiftCode {
        SwiftCode(
            trusted: pieces.map(\.source).joined(separator: separator.source),
            namesOwnTypes: pieces.contains(where: \.namesOwnTypes))
    }

    /// A string literal that means exactly `text`, whatever it holds.
    static func string(_ text: String) -> SwiftCode {
        var source = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": source += "\\\""
            case "\\": source += "\\\\"
            case "\n": source += "\\n"
            case "\r": source += "\\r"
            case "\t": source += "\\t"
            default:
                // An escape of one of these noncharacters is an error of the compiler; itself it is not.
                if scalar.isPrintable || (0xFDD0...0xFDEF).contains(scalar.value) {
                    source.unicodeScalars.append(scalar)
                } else {
                    source += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                }
            }
        }
        return SwiftCode(trusted: source + "\"")
    }

    /// A raw string literal that means exactly `text`: for JSON, whose quotes are then left alone. `nil` where the
    /// text holds something that a raw literal cannot.
    static func rawString(_ text: String) -> SwiftCode? {
        guard text.unicodeScalars.allSatisfy(\.isPrintable) else { return nil }
        let fence = fence(around: [text])
        return SwiftCode(trusted: "\(fence)\"\(text)\"\(fence)")
    }

    /// As many number signs as a raw literal of these lines needs: one more than follow a quote or a backslash in it.
    private static func fence(around lines: [String]) -> String {
        var longest = 0
        for line in lines {
            var run: Int?
            for byte in line.utf8 {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): run = 0
                case UInt8(ascii: "#"): run = run.map { $0 + 1 }
                default: run = nil
                }
                longest = max(longest, run ?? 0)
            }
        }
        return String(repeating: "#", count: longest + 1)
    }

    /// A raw literal of several lines, each indented by `indent`; `nil` where they hold something that it cannot.
    static func rawLines(_ lines: [String], indent: Int) -> SwiftCode? {
        guard lines.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isPrintable) }) else { return nil }
        let fence = fence(around: lines)
        let margin = String(repeating: " ", count: indent)
        let body = lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
        return SwiftCode(trusted: "\(fence)\"\"\"\n\(body)\(margin)\"\"\"\(fence)")
    }

    /// Words as comment lines, the first without its indent: whatever is not safe in source becomes a blank.
    static func comment(_ text: String, indent: Int) -> SwiftCode {
        let safe = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isPrintable ? $0 : " " }))
        var lines = ["//"]
        for word in safe.split(separator: " ") {
            if indent + lines[lines.count - 1].count + 1 + word.count > Layout.lineLength, lines.last != "//" {
                lines.append("//")
            }
            lines[lines.count - 1] += " " + word
        }
        return SwiftCode(trusted: lines.joined(separator: "\n" + String(repeating: " ", count: indent)))
    }

    /// A number as JSON spells it, which Swift reads the same.
    static func number(_ text: String) -> SwiftCode? {
        let allowed = text.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
        return allowed && Double(text) != nil ? SwiftCode(trusted: text) : nil
    }

    /// A name without back-ticks.
    static func word(_ identifier: SwiftIdentifier) -> SwiftCode { SwiftCode(trusted: identifier.name) }

    static func bool(_ value: Bool) -> SwiftCode { value ? "true" : "false" }
}

extension SwiftCode {
    /// The inside of a string literal that means exactly `text`, without its quotes.
    static func stringContent(_ text: String) -> SwiftCode {
        SwiftCode(trusted: String(SwiftCode.string(text).source.dropFirst().dropLast()))
    }
}
