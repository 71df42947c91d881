/// What a reference in a page leads to.
enum PartTarget {
    /// A file beside the page; whether the reference begins at the root of a site that nobody knows.
    case file(path: String, root: String, isFromRoot: Bool)
    case address(String)
    /// What stands in the reference itself (RFC 2397).
    case data([UInt8])

    /// A reference that leads nowhere that may be read.
    struct Refusal: Error {
        /// Why, as the end of a sentence.
        var reason: String
        /// What to do.
        var advice: String
    }

    /// Resolves `reference` in a page at `location`, which has `base` in a `base` element.
    static func resolve(
        _ reference: String, at location: PageLocation, base: String?
    ) throws(Refusal) -> PartTarget {
        let parts = WebReference(reference)
        if parts.scheme == "data" { return .data(try data(reference)) }
        if let scheme = parts.scheme, !parts.isWeb, scheme != PageAddressParts.savedScheme {
            throw Refusal(
                reason: "which is an address of `\(scheme):`, and only what a site serves is read",
                advice: "save the document and import that")
        }
        switch location {
        case .address(let page):
            var context = page
            if let base, let joined = WebReference.resolve(base, on: page) { context = joined }
            guard let address = WebReference.resolve(reference, on: context) else {
                throw Refusal(reason: "which is not an address", advice: "import the document by its address")
            }
            return .address(address)
        case .pipe:
            guard parts.isWeb else {
                throw Refusal(
                    reason: "which lies beside a page that came through a pipe",
                    advice: "import the page as a file or by its address")
            }
            return .address(reference.trimmedSpace)
        case .file(let path, let root): return try file(reference, path: path, root: root, base: base)
        }
    }

    private static func file(
        _ reference: String, path: String, root: String, base: String?
    ) throws(Refusal) -> PartTarget {
        var reference = reference
        var folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if folder.isEmpty { folder = "/" }
        if let base, WebReference(reference).scheme == nil {
            if WebReference(base).isWeb {
                guard let joined = WebReference.resolve(reference, on: base) else {
                    throw Refusal(reason: "which is not an address", advice: "import the document itself")
                }
                reference = joined
            } else if !reference.hasPrefix("/") {
                let start = WebReference(base).path
                reference =
                    String(start[..<(start.lastIndex(of: "/").map { start.index(after: $0) } ?? start.startIndex)])
                    + reference
            }
        }
        let parts = WebReference(reference)
        if parts.isWeb { return .address(reference.trimmedSpace) }
        if let authority = parts.authority, parts.scheme == nil {
            throw Refusal(
                reason: "which is on the host `\(authority)`", advice: "import `https:\(reference)` by its address")
        }
        let name = ScriptBytes.percentDecoded(parts.path)
        guard !name.isEmpty, !name.utf8.contains(0) else {
            throw Refusal(
                reason: "which is the address of the page itself, and this is a file",
                advice: "import the page by its address")
        }
        guard !name.hasPrefix("/") else {
            return .file(path: folder + WebReference.withoutDots(name), root: root, isFromRoot: true)
        }
        guard let joined = FilePath.join(folder, name), FilePath.isBelow(joined, root) else {
            throw Refusal(
                reason: "which lies outside the folder of the page",
                advice: "import the folder that holds both, or the document itself")
        }
        return .file(path: joined, root: root, isFromRoot: false)
    }

    private static func data(_ reference: String) throws(Refusal) -> [UInt8] {
        let text = reference.trimmedSpace.dropFirst("data:".count)
        guard let comma = text.firstIndex(of: ",") else {
            throw Refusal(reason: "which is a `data:` address without data", advice: "correct it")
        }
        let content = ScriptBytes.percentDecoded(String(text[text.index(after: comma)...]))
        guard text[..<comma].lowercased().hasSuffix(";base64") else { return Array(content.utf8) }
        guard let bytes = ScriptBytes.decode(content) else {
            throw Refusal(reason: "which is a `data:` address whose Base64 is damaged", advice: "correct it")
        }
        return bytes
    }
}

/// Paths of files, by their text alone.
enum FilePath {
    /// `reference`, which is relative, in `folder`; `.` and `..` are taken out. `nil` above the root of the file
    /// system.
    static func join(_ folder: String, _ reference: String) -> String? {
        let isAbsolute = folder.hasPrefix("/")
        var kept: [Substring] = []
        for segment in folder.split(separator: "/") + reference.split(separator: "/") {
            switch segment {
            case ".": continue
            case "..":
                if let last = kept.last, last != ".." {
                    kept.removeLast()
                } else if isAbsolute {
                    return nil
                } else {
                    kept.append(segment)
                }
            default: kept.append(segment)
            }
        }
        let path = kept.joined(separator: "/")
        return isAbsolute ? "/" + path : path.isEmpty ? "." : path
    }

    /// Whether `path` lies in the folder `root`, both of one kind.
    static func isBelow(_ path: String, _ root: String) -> Bool {
        guard let folder = join(root, "") else { return false }
        if folder == "." { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
        if folder == "/" { return path.hasPrefix("/") }
        // `..` as a root holds what is beside the working folder, and no more than that.
        if folder.split(separator: "/").allSatisfy({ $0 == ".." }) {
            return !path.hasPrefix(folder + "/..") && !path.hasPrefix("/")
        }
        return path.hasPrefix(folder + "/")
    }

    /// The highest folder whose files a page at `path` may name: the one that holds its own folder.
    static func root(of path: String) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return join(folder.isEmpty ? "/" : folder, "..") ?? "/"
    }
}
