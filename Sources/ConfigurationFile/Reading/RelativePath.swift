/// Paths as a configuration has them: with `/`, relative to its file.
enum RelativePath {
    /// What is wrong with a path; `nil` where nothing is.
    static func problem(_ path: String, of key: String) -> String? {
        if path.allSatisfy(\.isWhitespace) { return "`\(key)` is a path; this one is empty" }
        if path.hasPrefix("/") {
            return "`\(key)` is relative to this file; `\(shortened(path))` is absolute"
        }
        if path.contains("\\") { return "`\(key)` is a path with `/`, and without `\\`" }
        if path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "`\(key)` is a path, without characters that cannot be seen"
        }
        return nil
    }

    /// `path`, relative to the folder of `file`, without `.`, and with `..` only in front.
    ///
    /// Goes by the words alone, as links of the file system are not known here.
    static func joined(_ path: String, toFolderOf file: String) -> String {
        let isAbsolute = file.hasPrefix("/")
        var steps: [Substring] = []
        for step in file.split(separator: "/").dropLast() + path.split(separator: "/") {
            if step == "." { continue }
            if step != ".." {
                steps.append(step)
            } else if let last = steps.last, last != ".." {
                steps.removeLast()
            } else if !isAbsolute {
                steps.append(step)
            }
        }
        let relative = steps.joined(separator: "/")
        return isAbsolute ? "/" + relative : relative.isEmpty ? "." : relative
    }
}
