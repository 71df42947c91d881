/// The tags of the core schema (YAML 1.2.2, section 10.3); no other tag is read.
enum CoreTag: String, Sendable {
    case string = "str"
    case integer = "int"
    case float = "float"
    case boolean = "bool"
    case null = "null"
    case mapping = "map"
    case sequence = "seq"

    /// The tag that `uri` names, written `!!str` or in full.
    init?(uri: String) {
        guard uri.hasPrefix(Self.prefix) else { return nil }
        self.init(rawValue: String(uri.dropFirst(Self.prefix.count)))
    }

    /// Whether plain `text` is a value of the tag.
    func fits(_ text: String) -> Bool {
        switch (self, CoreSchema.resolve(text)) {
        case (.string, _), (.integer, .integer), (.float, .integer), (.float, .float), (.boolean, .bool),
            (.null, .null):
            true
        default: false
        }
    }

    private static let prefix = "tag:yaml.org,2002:"
}
