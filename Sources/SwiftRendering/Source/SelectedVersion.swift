import APIModel

/// How code says what selects the version in a request: as a constant of the version that is called, where the code is
/// the same for several.
struct SelectedVersion {
    /// What stands in requests of the model for the version; `nil` where they have its own value.
    private let mark: String?
    /// What code has in its place.
    private enum Place {
        case value(String)
        case code(SwiftCode)
    }
    private let place: Place

    /// Requests that hold their own value.
    static let plain = SelectedVersion(mark: nil, place: .value(""))

    private init(mark: String?, place: Place) {
        self.mark = mark
        self.place = place
    }

    /// Requests of a model in which every version is selected by `mark`, which no text of the model holds.
    init(mark: String) { self.init(mark: mark, place: .value(mark)) }

    /// A mark that `specification`, the text of the spec, does not hold: a code point that is no character.
    static func mark(absentFrom specification: String) -> String? {
        (0xFDD0...0xFDEF).lazy.compactMap(Unicode.Scalar.init(_:)).map { String(Character($0)) }
            .first { !specification.unicodeScalars.contains($0.unicodeScalars.first ?? " ") }
    }

    /// The same with `value` in the place of the mark.
    func filled(with value: String) -> SelectedVersion { SelectedVersion(mark: mark, place: .value(value)) }

    /// The same with a constant in the place of the mark.
    func filled(by code: SwiftCode) -> SelectedVersion { SelectedVersion(mark: mark, place: .code(code)) }

    /// Whether a text holds a mark, which is never one of ASCII.
    private static func holds(_ text: String, _ mark: String) -> Bool {
        text.utf8.contains { $0 >= 0x80 } && text.contains(mark)
    }

    /// A string literal of a text of a request.
    func string(_ text: String) -> SwiftCode { "\"\(content(text))\"" }

    /// The inside of a string literal of a text of a request.
    func content(_ text: String) -> SwiftCode {
        guard let mark, Self.holds(text, mark) else { return SwiftCode.stringContent(text) }
        switch place {
        case .value(let value): return SwiftCode.stringContent(text.replacing(mark, with: value))
        case .code(let code):
            let parts = text.split(separator: mark, omittingEmptySubsequences: false).map { part in
                SwiftCode.stringContent(String(part))
            }
            return SwiftCode.joined(parts, separator: "\\(\(code))")
        }
    }

    /// A text of a request for people, with `{version}` for what differs.
    func words(_ text: String) -> String {
        guard let mark, Self.holds(text, mark) else { return text }
        switch place {
        case .value(let value): return text.replacing(mark, with: value)
        case .code: return text.replacing(mark, with: VersionSelector.placeholder)
        }
    }
}
