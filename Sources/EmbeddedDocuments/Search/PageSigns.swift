/// Tells pages that show an OpenAPI document from others, and what they load for it.
struct PageSigns {
    /// A script or a frame that a page loads.
    struct Part {
        /// The index of its tag.
        var tag: Int
        var reference: String
    }

    let page: PageScan

    /// Whether scripts of a page are worth reading: a word for a viewer or for a document stands in one of its tags or in
    /// a script.
    static func mayShow(_ page: PageScan) -> Bool {
        page.tags.contains { tag in
            if tag.name == "script" {
                let script = page.bytes[tag.content]
                return words.contains { script.holds($0) } || isSource(tag["src"])
            }
            return ElementSearch.isViewer(tag)
        }
    }

    private static let words: [StaticString] = [
        "swagger", "redoc", "openapi", "apireference", "loadspec", "apidescription", "specurl", "spec-url",
    ]

    private static func isSource(_ source: String?) -> Bool { source.map { Viewer.spokenOf($0) != nil } ?? false }

    /// The viewer of an element of the page, if there is one; with the version that the address of its script names.
    var viewer: (name: String, tag: Int, version: String?)? {
        var version: String?
        for tag in page.tags where tag.name == "script" && Self.isSource(tag["src"]) {
            version = version ?? tag["src"].flatMap(Self.version)
        }
        for (index, tag) in page.tags.enumerated() where tag.name != "script" || tag["id"] == "api-reference" {
            guard ElementSearch.isViewer(tag),
                !["link", "meta", "title", "a", "iframe", "frame", "option"].contains(tag.name)
            else { continue }
            let name = [tag.name, tag["id"] ?? "", tag["class"] ?? ""].compactMap { Viewer.spokenOf($0)?.name }.first
            return (name ?? "a viewer", index, version)
        }
        return nil
    }

    /// The viewer that a script of the page belongs to, where no element says more.
    var loadedViewer: (name: String, tag: Int, version: String?)? {
        for (index, tag) in page.tags.enumerated() where tag.name == "script" {
            if let source = tag["src"], let viewer = Viewer.spokenOf(source) {
                return (viewer.name, index, Self.version(source))
            }
        }
        return nil
    }

    /// What made the page, in its own words.
    var generator: String? {
        for tag in page.tags where tag.name == "meta" && tag["name"]?.lowercased() == "generator" {
            if let content = tag["content"]?.trimmedSpace, !content.isEmpty { return String(content.prefix(80)) }
        }
        return nil
    }

    /// `5.9.0` of `…/swagger-ui-dist@5.9.0/swagger-ui-bundle.js`.
    private static func version(_ source: String) -> String? {
        for mark in source.indices where source[mark] == "@" {
            let digits = source[source.index(after: mark)...].prefix { $0.isNumber || $0 == "." }
            if digits.contains(".") || digits.count == 1 { return String(digits) }
        }
        return nil
    }

    /// The scripts beside the page that may say where the document is, in its order; not the viewers themselves.
    var scripts: [Part] {
        let parts = page.tags.enumerated().compactMap { index, tag -> Part? in
            guard tag.name == "script", let source = tag["src"]?.trimmedSpace, !source.isEmpty else { return nil }
            let name = WebReference(source).path.split(separator: "/").last.map { $0.lowercased() } ?? ""
            return Self.libraryWords.contains { name.contains($0) } ? nil : Part(tag: index, reference: source)
        }
        return Array(parts.prefix(Self.partLimit))
    }

    /// The frames of a page that speak of a viewer.
    var frames: [Part] {
        let parts = page.tags.enumerated().compactMap { index, tag -> Part? in
            guard tag.name == "iframe" || tag.name == "frame" else { return nil }
            if tag["srcdoc"] != nil { return Part(tag: index, reference: "") }
            guard let source = tag["src"]?.trimmedSpace, !source.isEmpty else { return nil }
            let words = [source, tag["class"] ?? "", tag["id"] ?? "", tag["title"] ?? "", tag["name"] ?? ""]
            let isMeant = words.contains { word in
                Viewer.spokenOf(word) != nil || Self.frameWords.contains { word.lowercased().contains($0) }
            }
            return isMeant ? Part(tag: index, reference: source) : nil
        }
        return Array(parts.prefix(Self.partLimit))
    }

    private static let frameWords = ["openapi", "swagger", "api-doc", "apidoc", "api_doc", "rapi"]

    /// How many scripts and frames are looked at.
    private static let partLimit = 12

    /// What the names of scripts hold that are no page's own.
    private static let libraryWords = [
        "bundle", "preset", "standalone", "vendor", "polyfill", "jquery", "runtime", "react", "bootstrap", "analytics",
        "gtag", ".min.js", "search", "theme", "highlight", "prism", "mathjax", "browser.js", "js-yaml",
    ]

    /// The links of a page to what may be a document: the standard relation (RFC 8631), and plain links by name and text.
    var links: [CandidateGroup] {
        page.tags.compactMap { tag in
            guard let reference = tag["href"]?.trimmedSpace, !reference.isEmpty else { return nil }
            let place = ScriptPlace(source: 0, offset: tag.offset)
            let isLink: Bool
            switch tag.name {
            case "link":
                let type = tag["type"]?.lowercased() ?? ""
                isLink = tag["rel"]?.lowercased() == "service-desc" || type.contains("oai.openapi")
            case "a":
                let path = WebReference(reference).path.lowercased()
                let isData = [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
                let name = path.split(separator: "/").last.map(String.init) ?? ""
                let text = page.text(tag.content).lowercased()
                let isMeant =
                    ["openapi", "swagger", "techdocs-owl-api"].contains { path.contains($0) || text.contains($0) }
                    || text.contains("specification") || text.contains("api description") || name.hasPrefix("api.")
                isLink = isData && isMeant
            default: isLink = false
            }
            guard isLink else { return nil }
            return CandidateGroup(
                viewer: "a link", candidates: [Candidate(content: .address(reference), place: place)], isLink: true)
        }
    }

    /// Where plain links lead whose last step is the name of a viewer, beside or below the page; not more than a few.
    var viewerLinks: [String] {
        let references = page.tags.compactMap { tag -> String? in
            let clicked = tag["onclick"].flatMap(Self.destination)
            guard let reference = tag.name == "a" ? tag["href"]?.trimmedSpace : clicked else { return nil }
            let parts = WebReference(reference)
            guard parts.scheme == nil, parts.authority == nil, !parts.path.hasPrefix("..") else { return nil }
            let step = parts.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
            let name = step.split(separator: ".").first.map(String.init) ?? ""
            return Viewer.spokenOf(name) != nil || name == "swagger" ? reference : nil
        }
        return Array(references.prefix(3))
    }

    /// Where a click leads: `swagger` of `window.location.href='swagger';return false`.
    private static func destination(_ script: String) -> String? {
        guard let assigned = script.firstRange(of: "location")?.upperBound else { return nil }
        let parts = script[assigned...].split(maxSplits: 2, omittingEmptySubsequences: false) {
            $0 == "'" || $0 == "\""
        }
        return parts.count == 3 ? String(parts[1]) : nil
    }

    /// The reference of the first `base` element.
    var base: String? { page.tags.first { $0.name == "base" && $0["href"] != nil }?["href"]?.trimmedSpace }
}
