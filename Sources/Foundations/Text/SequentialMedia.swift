/// How the items of a body follow each other in a sequential media type (OpenAPI 3.2, section 4.14.4).
public enum SequentialMedia: Hashable, Sendable {
    /// `text/event-stream`: server-sent events (WHATWG HTML, section 9.2).
    case events
    /// One JSON text a line: `application/jsonl`, `application/x-ndjson` and their other names.
    case lines
    /// JSON texts that each begin with a record separator (RFC 7464).
    case records

    /// The way of a media type, with or without parameters; nil for one that holds a single value.
    public init?(mediaType: String) {
        let essence = mediaType.prefix { $0 != ";" && $0 != "," }.lowercased().filter { $0 != " " }
        switch essence {
        case "text/event-stream": self = .events
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines",
            "application/json-lines", "application/ndjson", "application/x-ndjson", "application/stream+json":
            self = .lines
        case "application/json-seq": self = .records
        case _ where essence.hasSuffix("+json-seq"): self = .records
        case _ where essence.hasSuffix("+jsonl") || essence.hasSuffix("+ndjson"): self = .lines
        default: return nil
        }
    }

    /// A body of these texts, which hold no line end apart from those of events.
    public func body(of texts: [String]) -> String {
        texts.map { text in
            switch self {
            case .events:
                text.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined() + "\n"
            case .lines: text + "\n"
            case .records: "\u{1E}\(text)\n"
            }
        }.joined()
    }
}
