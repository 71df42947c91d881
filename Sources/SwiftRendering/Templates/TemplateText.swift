import Diagnostics

/// A template whose sections are closed, with tags that tell where they stand.
///
/// The template engine says which name it looks for, but not where that name stands. So each name is given the number
/// of its tag before the engine reads the template: `{{a.b}}` becomes `{{a*7.b?7}}`.
struct TemplateText {
    let source: TemplateSource
    let tags: [TemplateTag]
    /// The text with numbers in its names.
    let marked: String

    /// Checks the tags of a template. Numbers start at `first`, so that they differ between templates.
    init(_ source: TemplateSource, first: Int) throws {
        self.source = source
        tags = try TemplateScanner.tags(of: source)
        let openings = try Self.openings(of: tags, in: source)
        var marked = ""
        var position = source.text.startIndex
        for (index, tag) in tags.enumerated() {
            let opening = openings[index] ?? index
            guard tags[opening].kind.namesValue else { continue }
            marked += source.text[position..<tag.range.lowerBound]
            marked += Self.marked(tag, number: first + opening)
            position = tag.range.upperBound
        }
        self.marked = marked + source.text[position...]
    }

    /// The opening tag of each tag that ends one, by the indices of both.
    private static func openings(of tags: [TemplateTag], in source: TemplateSource) throws -> [Int: Int] {
        var open: [Int] = []
        var openings: [Int: Int] = [:]
        for (index, tag) in tags.enumerated() {
            if tag.kind.isOpening { open.append(index) }
            guard tag.kind == .end else { continue }
            guard let last = open.popLast() else {
                throw DiagnosticError(
                    "the template `\(source.name)` closes `\(tag.name)`, but no section is open", at: tag.location)
            }
            guard tags[last].name == tag.name else {
                let place = tags[last].location
                throw DiagnosticError(
                    "the template `\(source.name)` closes `\(tag.name)` where `\(tags[last].name)` of line "
                        + "\(place.line), column \(place.column) is open", at: tag.location)
            }
            openings[index] = last
        }
        if let last = open.last {
            throw DiagnosticError(
                "the template `\(source.name)` never closes `\(tags[last].name)`; write `{{/\(tags[last].name)}}` "
                    + "where it ends", at: tags[last].location)
        }
        return openings
    }

    private static func marked(_ tag: TemplateTag, number: Int) -> String {
        let value = tag.name[tag.valueRange]
        // The value itself, and the place in a list, are no names.
        guard value.contains(where: { $0 != "." }) else { return tag.name }
        // A dot in front means the innermost value only, as it does behind another name.
        var isFirst = value.first != "."
        var names = value.first == "." ? "." : ""
        for name in value.split(separator: ".") {
            if !names.isEmpty && names != "." { names += "." }
            names += "\(name)\(isFirst ? TemplateMark.anywhere : TemplateMark.within)\(number)"
            isFirst = false
        }
        return tag.name[..<tag.valueRange.lowerBound] + names + tag.name[tag.valueRange.upperBound...]
    }
}

/// A name with the number of its tag.
struct TemplateMark {
    /// Stands before the number of a name that is looked for in everything around.
    static let anywhere: Character = "*"
    /// Stands before the number of a name that is looked for in one value only.
    static let within: Character = "?"

    let name: String
    let tag: Int
    let isWithin: Bool

    /// Takes a marked name apart; `nil` for a name without a mark.
    init?(_ marked: String) {
        guard let mark = marked.lastIndex(where: { $0 == Self.anywhere || $0 == Self.within }),
            let tag = Int(marked[marked.index(after: mark)...])
        else { return nil }
        name = String(marked[..<mark])
        self.tag = tag
        isWithin = marked[mark] == Self.within
    }
}
