import Diagnostics

/// The path of a file inside the output folder, checked: names only, and names that every file system takes.
///
/// Two paths are equal if their bytes are; `String` would also call those equal that only differ in how accents are
/// encoded, which Linux does not.
struct RelativePath: Hashable, Comparable, Sendable {
    let text: String

    /// Checks `text`; throws what is wrong with it.
    init(_ text: String) throws(Refusal) {
        if text.isEmpty { throw Refusal(reason: "it is empty") }
        if text.utf8.first == UInt8(ascii: "/") { throw Refusal(reason: "it begins with /") }
        // Some systems allow paths of 1,024 bytes, and the folder in front needs some of them.
        if text.utf8.count > 800 { throw Refusal(reason: "it is longer than 800 bytes") }
        if printable(text) != text { throw Refusal(reason: "it holds a control or invisible character") }
        for character in text.unicodeScalars where Self.forbidden.contains(character) {
            throw Refusal(reason: "it holds the character \(character)")
        }
        for name in text.split(separator: "/", omittingEmptySubsequences: false) { try Self.check(name) }
        self.text = text
    }

    /// Why a path is refused.
    struct Refusal: Error, Equatable {
        let reason: String
    }

    /// The names from the output folder down.
    var names: [String] { text.split(separator: "/").map(String.init) }

    /// What is the same for two paths that some file system takes for one: case and the encoding of accents ignored.
    var key: String { Self.key(text) }

    /// The key of a path or a part of it; `String` itself ignores how accents are encoded.
    static func key(_ text: String) -> String { text.uppercased().lowercased() }

    static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    private static func check(_ name: Substring) throws(Refusal) {
        if name.isEmpty { throw Refusal(reason: "it has an empty part") }
        if name == "." || name == ".." { throw Refusal(reason: "it has the part \(name)") }
        // Hidden files steer tools (.git, .swiftpm) or are ours (the manifest).
        if name.hasPrefix(".") { throw Refusal(reason: "the part \(name) begins with a dot") }
        if name.hasSuffix(".") || name.hasSuffix(" ") || name.hasPrefix(" ") {
            throw Refusal(reason: "the part \"\(name)\" begins or ends with a space, or ends with a dot")
        }
        if name.utf8.count > 255 { throw Refusal(reason: "a part of it is longer than 255 bytes") }
        let stem = name.prefix { $0 != "." }
        if reserved.contains(stem.uppercased()) { throw Refusal(reason: "Windows reserves the name \(stem)") }
    }

    private static let forbidden = Set("\\:*?\"<>|".unicodeScalars)

    private static let reserved = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}
