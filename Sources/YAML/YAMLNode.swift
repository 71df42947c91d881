public import Diagnostics

/// A node of a YAML document that was read: what it holds and where it stands.
public struct YAMLNode: Sendable {
    /// What the node holds.
    public let content: Content
    /// Where the node begins; of an alias, where the alias stands.
    public var location: SourceLocation { place.location }

    let place: Place

    /// The three kinds of nodes that YAML knows.
    public enum Content: Sendable {
        /// A single text, such as a number or a string.
        case scalar(YAMLScalar)
        /// Items in their order.
        case sequence([YAMLNode])
        /// Keys with values, in the order of the file; no key occurs twice.
        case mapping([Entry])
    }

    /// A key of a mapping with its value.
    public struct Entry: Sendable {
        /// The key.
        public let key: Key
        /// The value; a plain empty scalar (null) where the file has none.
        public let value: YAMLNode

        /// A key with its value.
        public init(key: Key, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    /// A key of a mapping; always a text, whatever it looks like.
    public struct Key: Sendable {
        /// The text, without quotes.
        public let text: String
        /// Whether the file has it without quotes.
        public let isPlain: Bool
        /// Where the key begins.
        public var location: SourceLocation { place.location }

        let place: Place
    }
}

extension YAMLNode {
    /// A node that was made of something else than YAML, such as a page, with the place that says the same there.
    ///
    /// Many nodes of one file share its name when they are made from one another by ``holding(_:)``.
    public init(_ content: Content, at location: SourceLocation) {
        let source = Place.Source(file: location.file)
        self.init(
            content: content, place: Place(source: source, line: location.line, column: max(location.column, 1)))
    }

    /// A node with other content, at the place of this one.
    public func holding(_ content: Content) -> YAMLNode { YAMLNode(content: content, place: place) }

    /// A key of this text, at the place of this node.
    public func asKey(_ text: String) -> Key { Key(text: text, isPlain: false, place: place) }

    /// The scalar that the node is, if it is one.
    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, if the node is a sequence.
    public var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries, if the node is a mapping.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of `key`, if the node is a mapping that has it; looks through the entries in their order.
    public subscript(key: String) -> YAMLNode? {
        entries?.first { $0.key.text == key }?.value
    }
}
