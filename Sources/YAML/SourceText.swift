import Diagnostics

/// The bytes of a file after a first pass: valid UTF-8, no control characters, few directives.
///
/// libyaml checks most of this too, but reports byte offsets, and it is quadratic in the number of directives.
struct SourceText {
    /// The text without a byte order mark.
    let bytes: UnsafeBufferPointer<UInt8>
    private let source: Place.Source
    /// Where lines begin, in characters; only filled if libyaml counts lines otherwise than editors do.
    private var lineStarts: [Int] = []

    /// The most lines that may begin with `%`; real documents have one or two.
    private static let mostDirectives = 32

    /// Checks the bytes.
    init(_ input: UnsafeBufferPointer<UInt8>, file: String) throws {
        let hasMark = input.starts(with: [0xEF, 0xBB, 0xBF])
        bytes = hasMark ? UnsafeBufferPointer(rebasing: input[3...]) : input
        source = Place.Source(file: file)
        var check = Check()
        if let (offset, message) = check.firstFault(in: bytes) {
            throw DiagnosticError(message, at: location(ofByte: offset))
        }
        if check.directives > Self.mostDirectives {
            throw DiagnosticError(
                "more than \(Self.mostDirectives) lines begin with %; remove the directives",
                at: SourceLocation(file: file))
        }
        if check.hasUnicodeBreaks { lineStarts = Self.lineStarts(of: bytes) }
    }

    /// The name for locations.
    var file: String { source.file }

    /// The place of a libyaml mark, whose counts begin at 0.
    ///
    /// libyaml ends lines at NEL, LS and PS as YAML 1.1 does; editors do not. Its index counts characters.
    func place(line: Int, column: Int, index: Int) -> Place {
        guard !lineStarts.isEmpty else { return Place(source: source, line: line + 1, column: column + 1) }
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= index { low = middle } else { high = middle }
        }
        return Place(source: source, line: low + 1, column: index - lineStarts[low] + 1)
    }

    /// The byte at the character `index`; `nil` behind the end.
    func byte(atCharacter index: Int) -> UInt8? {
        var characters = 0
        for byte in bytes where byte & 0xC0 != 0x80 {
            if characters == index { return byte }
            characters += 1
        }
        return nil
    }

    /// The place behind the last character.
    var end: SourceLocation { location(ofByte: bytes.count) }

    private func location(ofByte offset: Int) -> SourceLocation {
        let starts = Self.lineStarts(of: UnsafeBufferPointer(rebasing: bytes[..<offset]))
        let characters = bytes[..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        let column = characters - (starts.last ?? 0) + 1
        return SourceLocation(file: file, line: starts.count, column: column)
    }

    private static func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        var characters = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            characters += 1
            let isLineFeed = byte == 0x0A
            let isLoneReturn = byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
            if isLineFeed || isLoneReturn { starts.append(characters) }
        }
        return starts
    }
}
