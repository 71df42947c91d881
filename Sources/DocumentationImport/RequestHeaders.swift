/// The headers of requests that are no arguments of a call.
enum RequestHeaders {
    /// The headers that the client itself sets.
    private static let client: Set<String> = [
        "accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type", "host",
        "user-agent",
    ]

    /// The headers of every request, by the name after the provider's prefix.
    private static let ofEveryRequest: [String] = {
        let headers = GuideDialect.scp.headers
        return headers.authentication.map(\.suffix) + [headers.version] + headers.others
    }()

    /// Whether a header is none that a caller gives as an argument, wherever a table lists it.
    static func isNoArgument(_ name: String) -> Bool {
        let name = name.lowercased()
        guard !client.contains(name) else { return true }
        return ofEveryRequest.contains { suffix in
            let ending = "-" + suffix.lowercased()
            // One word in front: `Scp-Timestamp`, not `X-Event-Timestamp`.
            return name.hasSuffix(ending) && name.count > ending.count && !name.dropLast(ending.count).contains("-")
        }
    }
}

/// The methods of HTTP that an operation can have.
let knownMethods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
