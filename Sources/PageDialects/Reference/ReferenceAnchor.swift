/// Anchors of references, in whatever form the page has.
enum ReferenceAnchor {
    /// The chapters, by the anchors that are the same in every language.
    static let chapters: [String: ReferenceOutline.Chapter] = [
        "overview": .overview, "paths": .paths, "definitions": .definitions, "securityscheme": .security,
        "components-schemas": .definitions, "components-parameters": .components, "components-responses": .components,
        "components-headers": .components, "components-links": .components, "components-requestbodies": .components,
    ]

    /// The anchors of what stands around a page: contents, footer.
    static let furniture: Set<String> = ["toc", "toctitle", "footer", "footer-text"]

    /// An anchor without what its form adds: `_pet` and `pet` are one, and so are `lend_books` and `lend-books`.
    static func plain(_ anchor: String) -> String {
        var text = anchor[...]
        while text.first == "_" || text.first == "-" { text = text.dropFirst() }
        return normalized(text)
    }

    /// The anchor that a link leads to; `nil` for links without one.
    static func target(of link: String) -> String? {
        guard let mark = link.lastIndex(of: "#") else { return nil }
        let anchor = String(link[link.index(after: mark)...])
        return anchor.isEmpty ? nil : plain(anchor)
    }

    /// Whether the link leads to a place and not to a page of the web.
    static func isInside(_ link: String) -> Bool { !link.contains("://") && link.contains("#") }

    /// Words as anchors have them: lower case, runs of anything but letters and digits as one `-`, accents off.
    static func normalized(_ text: some StringProtocol) -> String {
        var result = ""
        var isParted = false
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || scalar.value > 0x7F
            {
                if isParted, !result.isEmpty { result.append("-") }
                isParted = false
                result.unicodeScalars.append(scalar)
            } else {
                isParted = true
            }
        }
        return result.lowercased()
    }

    /// Whether an anchor is a digest, which stands for a name with characters that anchors do not have.
    static func isDigest(_ anchor: String) -> Bool {
        anchor.utf8.count == 32 && anchor.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
