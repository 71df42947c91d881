extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}

extension String {
    /// Where `text`, which is in lower case, stands first, in whatever case.
    func range(of text: String, ignoringCase: Bool) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            let rest = self[start...]
            let candidate = rest.prefix(text.count)
            if candidate.count < text.count { return nil }
            if candidate.lowercased() == text { return candidate.startIndex..<candidate.endIndex }
            start = index(after: start)
        }
        return nil
    }
}
