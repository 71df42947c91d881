/// A page or an OpenAPI document that is in memory already.
public struct PageContent: Sendable, Hashable {
    /// What diagnostics and the spec call it, such as a file name.
    public var name: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// A page or a document. Its form is found out as that of a file is; what it refers to is not looked for on disk.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A page or a document of text.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}
