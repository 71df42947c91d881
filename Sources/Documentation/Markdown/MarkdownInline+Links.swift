/// Links, and the tags of HTML among words.
extension MarkdownInline {
    mutating func openBracket(length: Int) {
        let place = output.mark()
        for offset in 0..<length { output.append(text[index + offset]) }
        index += length
        brackets.append(Bracket(place: place, length: length, source: index, delimiters: emphasis.count))
    }

    mutating func closeBracket() {
        guard let bracket = brackets.popLast() else { return literal() }
        guard bracket.isActive else { return literal() }
        let words = text.part(bracket.source, index)
        var target: (address: String, end: Int)?
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "(") {
            target = MarkdownLink.target(in: text, at: index + 1)
        }
        if target == nil { target = reference(words) }
        guard var target else {
            guard let (name, end) = MarkdownAttributes.read(in: text, at: index + 1) else { return literal() }
            // Words with attributes and nothing else.
            anchor = anchor ?? name
            output.remove(bracket.place, count: bracket.length)
            index = end
            return
        }
        if let (_, end) = MarkdownAttributes.read(in: text, at: target.end) { target.end = end }
        emphasis.resolve(from: bracket.delimiters, in: &output)
        if !bracket.isImage {
            if Self.isSelfLink(words, to: target.address) {
                // The link that sites put beside a heading, to itself.
                anchor = anchor ?? String(target.address.dropFirst())
                output.cut(to: bracket.place)
                index = target.end
                return
            }
            output.note(.link(target.address), from: bracket.place + bracket.length)
            for place in brackets.indices.reversed() where !brackets[place].isImage {
                guard brackets[place].isActive else { break }
                brackets[place].isActive = false
            }
        }
        output.remove(bracket.place, count: bracket.length)
        index = target.end
    }

    func reference(_ words: Bytes) -> (address: String, end: Int)? {
        guard !context.definitions.isEmpty else { return nil }
        if let (label, end) = MarkdownLink.label(in: text, at: index + 1), !label.isEmpty {
            return context.address(of: label).map { ($0, end) }
        }
        guard let address = context.address(of: words) else { return nil }
        let isCollapsed = text.part(index + 1, text.count).starts(with: "[]")
        return (address, index + (isCollapsed ? 3 : 1))
    }

    /// Whether a link has no words but leads somewhere on its page.
    static func isSelfLink(_ words: Bytes, to address: String) -> Bool {
        guard address.hasPrefix("#"), words.count <= 8 else { return false }
        let words = words.trimmed
        return words.isEmpty || words.elementsEqual("#".utf8) || words.elementsEqual("¶".utf8)
            || words.elementsEqual("🔗".utf8)
    }

    // MARK: HTML

    mutating func readTag() {
        if let end = readAutolink() {
            index = end
            return
        }
        guard let tag = MarkdownTag(in: text, at: index, missing: &missing) else { return literal() }
        index = tag.end
        switch tag.name {
        case "br": output.breakLine()
        case "wbr": break
        case "a", "code", "em", "strong", "i", "b": readMark(tag)
        case "p", "div", "li", "tr", "table", "ul", "ol": output.separateLine()
        case "td", "th": output.space()
        default: break
        }
    }

    mutating func readMark(_ tag: MarkdownTag) {
        if tag.isEnd {
            guard let place = openTags.lastIndex(where: { $0.name == tag.name }) else { return }
            if case .link(let address) = openTags[place].kind, address.hasPrefix("#"),
                openTags[place].start == output.mark()
            {
                // The link that sites put beside a heading, to itself.
                anchor = anchor ?? String(address.dropFirst())
                openTags.removeSubrange(place...)
                return
            }
            output.note(openTags[place].kind, from: openTags[place].start)
            openTags.removeSubrange(place...)
            return
        }
        if tag.name == "a" { anchor = anchor ?? tag.anchor }
        let kind: TextMark.Kind
        switch tag.name {
        case "a":
            guard let address = tag.address else { return }
            kind = .link(address)
        case "code": kind = .code
        case "em", "i": kind = .emphasis
        default: kind = .strong
        }
        guard openTags.count < Self.mostOpenTags else { return }
        openTags.append(OpenTag(name: tag.name, kind: kind, start: output.mark()))
    }

    /// Reads `<https://example.com/>`; where it ends.
    mutating func readAutolink() -> Int? {
        var end = index + 1
        var colon: Int?
        while end < text.count, !text[end].isWhiteSpace, text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: ">")
        {
            if text[end] == UInt8(ascii: ":"), colon == nil { colon = end }
            if colon == nil, end - index > 32 { return nil }
            end += 1
        }
        guard let colon, end < text.count, text[end] == UInt8(ascii: ">"), colon - index > 2, text[index + 1].isLetter
        else { return nil }
        let address = text.part(index + 1, end)
        let first = output.mark()
        for byte in address { output.append(byte) }
        output.note(.link(address.text), from: first)
        return end + 1
    }
}
