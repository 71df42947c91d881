/// Finds paths that some file system would take for one another.
struct PathTwins {
    private var files: [String: RelativePath] = [:]
    private var folders: [String: String] = [:]

    /// Why `path` cannot stand beside those added before; `nil` if it can.
    mutating func add(_ path: RelativePath) -> String? {
        if let other = files.updateValue(path, forKey: path.key) {
            return other == path
                ? "it occurs twice" : "it differs from \"\(other.text)\" only in case or in the encoding of accents"
        }
        if let folder = folders[path.key] { return "it is also the folder \"\(folder)\"" }
        var end = path.text.startIndex
        while let slash = path.text[end...].firstIndex(of: "/") {
            let folder = String(path.text[..<slash])
            let key = RelativePath.key(folder)
            if let file = files[key] { return "its folder \"\(folder)\" is also the file \"\(file.text)\"" }
            if let other = folders.updateValue(folder, forKey: key), !other.utf8.elementsEqual(folder.utf8) {
                return "its folder differs from \"\(other)\" only in case or in the encoding of accents"
            }
            end = path.text.index(after: slash)
        }
        return nil
    }
}
