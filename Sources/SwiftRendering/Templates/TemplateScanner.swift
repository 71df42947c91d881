import Diagnostics

/// Finds the tags of a template with their places, which the template engine does not keep.
struct TemplateScanner {
    private let source: TemplateSource
    private var position: String.Index
    private var line = 1
    private var column = 1
    private var opening = "{{"
    private var closing = "}}"
    private var tags: [TemplateTag] = []

    /// The tags of a template, in order. Throws `DiagnosticError` at the first one that cannot be read.
    static func tags(of source: TemplateSource) throws -> [TemplateTag] {
        var scanner = TemplateScanner(source: source, position: source.text.startIndex)
        try scanner.scan()
        return scanner.tags
    }

    private init(source: TemplateSource, position: String.Index) {
        self.source = source
        self.position = position
    }

    private var rest: Substring { source.text[position...] }

    private mutating func scan() throws {
        while let found = rest.firstRange(of: opening) {
            advance(to: found.lowerBound)
            let location = SourceLocation(file: source.file, line: line, column: column)
            advance(to: found.upperBound)
            var kind = TemplateTag.Kind.variable
            if let character = rest.first, let marked = TemplateTag.Kind(rawValue: character), marked != .variable {
                kind = marked
                advance(to: source.text.index(after: position))
            }
            let closing =
                switch kind {
                case .tripleBraces: "}" + closing
                case .delimiters: "=" + closing
                default: closing
                }
            guard let end = rest.firstRange(of: closing) else {
                throw DiagnosticError(
                    "a tag of the template `\(source.name)` is never closed with `\(closing)`", at: location)
            }
            let tag = tag(kind, upTo: end.lowerBound, at: location)
            guard tag.isWellFormed else {
                throw DiagnosticError(
                    "a tag of the template `\(source.name)` holds `\(tag.name)`, which is not a name", at: location)
            }
            for call in tag.calls where !TemplateTag.knownCalls.contains(call) {
                throw DiagnosticError(
                    "the template `\(source.name)` calls `\(call)`, which no value has; "
                        + NearestWord.suggestion(for: call, among: TemplateTag.knownCalls), at: location)
            }
            if kind == .delimiters { try change(to: tag.name, at: location) }
            tags.append(tag)
            advance(to: end.upperBound)
        }
    }

    private func tag(
        _ kind: TemplateTag.Kind, upTo end: String.Index, at location: SourceLocation
    ) -> TemplateTag {
        var name = source.text[position..<end].drop(while: \.isWhitespace)
        while name.last?.isWhitespace == true { name.removeLast() }
        return TemplateTag(
            kind: kind, name: String(name), range: name.startIndex..<name.endIndex, location: location)
    }

    private mutating func change(to delimiters: String, at location: SourceLocation) throws {
        let both = delimiters.split(whereSeparator: \.isWhitespace)
        guard both.count == 2, !both.contains(where: { $0.contains("=") }) else {
            throw DiagnosticError(
                "the template `\(source.name)` sets delimiters with `\(delimiters)`; write `=<% %>=`, for example",
                at: location)
        }
        opening = String(both[0])
        closing = String(both[1])
    }

    private mutating func advance(to end: String.Index) {
        for character in source.text[position..<end] {
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        position = end
    }
}
