public import Diagnostics

/// An OpenAPI document that a page shows.
public struct EmbeddedDocument: Sendable {
    /// Its text, in JSON or YAML.
    ///
    /// Where it stands in a page or a script, its parts have the lines that they have there.
    public var bytes: [UInt8]
    /// What diagnostics call it: the page or script that holds it, or the file or address that it was read from.
    public var name: String
    /// The file or the address that it was read from; `nil` where it stands in the page, or in a part of it.
    public var origin: Origin?
    /// What the page calls it, if it does.
    public var title: String?
    /// How it was found, and what a person should look at.
    public var findings: [Diagnostic]

    /// Where a document was read from.
    public struct Origin: Sendable {
        /// The address as it may be kept, or the path of the file beside the page.
        public var address: String
        /// The bytes that were there.
        public var bytes: [UInt8]
        /// The entity tag that the site gave; `nil` for files.
        public var etag: String?
        /// When it was changed, in the words of the site; `nil` for files.
        public var lastModified: String?
    }
}

/// Where a page comes from: what the addresses in it are relative to.
public enum PageLocation: Sendable, Hashable {
    /// A file. What it names is looked for beside it, not above `root`, a folder.
    case file(path: String, root: String)
    /// An address of http or https, after redirects.
    case address(String)
    /// A pipe: nothing can be beside it.
    case pipe

    /// The folder above that of a page: as high as what a page names may be, where no folder was named.
    public static func usualRoot(of path: String) -> String { FilePath.root(of: path) }
}

/// A part of a page to load.
public enum PagePart: Sendable, Hashable {
    /// A file; it is not below `root` where a link leads out of it.
    case file(path: String, root: String)
    /// An address. Redirects may lead to `hosts` alone.
    case address(String, hosts: AllowedHosts)
}

/// A part of a page that was loaded.
public struct LoadedPart: Sendable {
    /// What was there.
    public var bytes: [UInt8]
    /// The path, or the address after redirects.
    public var address: String
    /// The address as it may be shown and kept.
    public var shown: String
    /// The entity tag that the site gave, if it did.
    public var etag: String?
    /// When it was changed, in the words of the site.
    public var lastModified: String?

    /// A part with what its site said of it.
    public init(
        bytes: [UInt8], address: String, shown: String, etag: String? = nil, lastModified: String? = nil
    ) {
        self.bytes = bytes
        self.address = address
        self.shown = shown
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// Why a part could not be loaded.
public struct PartFailure: Error, Sendable {
    /// What is wrong, as the end of a sentence that names the part.
    public var reason: String

    /// A failure.
    public init(_ reason: String) { self.reason = reason }
}

/// Loads files and addresses that pages name; whether they may be loaded is decided before.
public protocol PartLoader: Sendable {
    /// Loads a part. Throws `PartFailure`, or `CancellationError`.
    func load(_ part: PagePart) async throws -> LoadedPart
}
