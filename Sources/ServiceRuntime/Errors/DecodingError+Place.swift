extension DecodingError {
    /// Where decoding failed.
    var path: JSONPath {
        switch self {
        case .keyNotFound(let key, let context): JSONPath(context.codingPath + [key])
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            JSONPath(context.codingPath)
        @unknown default: JSONPath()
        }
    }

    /// Why decoding failed.
    var reason: String {
        switch self {
        case .keyNotFound: "the field is missing"
        case .valueNotFound(let type, _): "expected \(type), found null"
        case .typeMismatch(_, let context), .dataCorrupted(let context): context.debugDescription
        @unknown default: "unknown"
        }
    }

    /// Whether the whole document is at fault, not a value in it.
    var isNoJSON: Bool {
        guard case .dataCorrupted(let context) = self, context.codingPath.isEmpty else { return false }
        return context.debugDescription.hasPrefix(JSONFault.introduction)
    }

    /// Whether ``reason`` may quote what was found.
    var showsValue: Bool {
        switch self {
        case .typeMismatch, .dataCorrupted: true
        default: false
        }
    }
}
