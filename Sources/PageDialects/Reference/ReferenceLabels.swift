/// Reads lines of labels and values: `*Type* : apiKey`, and `Version: 1` of older pages.
enum ReferenceLabels {
    /// A label with its value.
    struct Line {
        /// What the label can mean.
        var meanings: [DialectWords.Meaning]
        var value: MarkedText
    }

    private static let labels: Set<DialectWords.Meaning> = [
        .version, .contactName, .contactEmail, .license, .licenseURL, .terms, .host, .basePath, .schemes, .type, .name,
        .in, .flow, .authorizationURL, .tokenURL, .flags, .polymorphism, .discriminator, .externalDescription,
        .externalURL, .description, .default, .example, .length, .minLength, .maxLength, .pattern, .minimum, .maximum,
        .exclusiveMinimum, .exclusiveMaximum, .minItems, .maxItems,
    ]

    /// The lines of a paragraph that starts with a label; `nil` where it does not.
    static func read(_ text: MarkedText, _ words: DialectWords) -> [Line]? {
        var lines: [Line] = []
        for line in text.lines.flatMap({ parted($0, words) }) where !line.isBlank {
            guard let read = label(line, words) else {
                // A value may go on in the next line.
                guard !lines.isEmpty else { return nil }
                lines[lines.count - 1].value.pieces += [MarkedText.Piece(text: " ")] + line.pieces
                continue
            }
            lines.append(read)
        }
        return lines.isEmpty ? nil : lines
    }

    /// A line, cut before each label in it: pages whose lines have lost the blanks at their ends have all on one.
    private static func parted(_ line: MarkedText, _ words: DialectWords) -> [MarkedText] {
        var lines = [MarkedText(pieces: [])]
        for (index, piece) in line.pieces.enumerated() {
            if index > 0, index + 1 < line.pieces.count,
                label(MarkedText(pieces: Array(line.pieces[index...(index + 1)])), words) != nil
            {
                lines.append(MarkedText(pieces: []))
            }
            lines[lines.count - 1].pieces.append(piece)
        }
        return lines
    }

    /// A line that starts with a label in italics or bold, and a colon behind it.
    private static func label(_ line: MarkedText, _ words: DialectWords) -> Line? {
        guard let first = line.pieces.first, first.isEmphasised || first.isStrong, !first.isCode,
            line.pieces.count > 1
        else { return nil }
        let meanings = words.meanings(of: first.text).filter(labels.contains)
        guard !meanings.isEmpty else { return nil }
        var rest = line.dropping(1)
        let after = rest.pieces[0].text.drop(while: \.isWhitespace)
        guard after.first == ":" || after.first == "：" else { return nil }
        rest.pieces[0].text = String(after.dropFirst().drop(while: \.isWhitespace))
        return Line(meanings: meanings, value: MarkedText(pieces: rest.pieces))
    }

    /// The labels of a text that has them without marks and, after some readers, on one line.
    static func readPlain(_ text: String, _ words: DialectWords, _ wanted: [DialectWords.Meaning]) -> [Line] {
        var lines: [Line] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: true)
            var value: [Substring] = []
            var index = 0
            func keep() {
                guard !lines.isEmpty, !value.isEmpty else { return }
                // A value may go on in the next line.
                let words = lines[lines.count - 1].value.pieces.map(\.text) + value.map(String.init)
                lines[lines.count - 1].value = MarkedText(plain: words.joined(separator: " "))
                value = []
            }
            while index < parts.count {
                var found: (length: Int, meanings: [DialectWords.Meaning])?
                for length in [4, 3, 2, 1] where index + length <= parts.count {
                    // The colon stands at the label, or by itself.
                    let label = parts[index..<index + length].joined(separator: " ")
                    guard label.hasSuffix(":") || label.hasSuffix("：") else { continue }
                    let meanings = words.meanings(of: String(label.dropLast())).filter(wanted.contains)
                    if !meanings.isEmpty {
                        found = (length, meanings)
                        break
                    }
                }
                if let found {
                    keep()
                    lines.append(Line(meanings: found.meanings, value: MarkedText(plain: "")))
                    index += found.length
                } else {
                    value.append(parts[index])
                    index += 1
                }
            }
            keep()
        }
        return lines
    }
}
