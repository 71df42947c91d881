/// A file that a generator wants in its output folder.
public struct GeneratedFile: Sendable, Hashable {
    /// The path inside the output folder, with `/` between names.
    public var path: String
    /// The content.
    public var contents: [UInt8]

    /// A file with these bytes.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    /// A file with this text in UTF-8.
    public init(path: String, contents: String) {
        self.init(path: path, contents: Array(contents.utf8))
    }
}
