/// The names of statuses, as RFC 9110 §15 and RFC 6585 have them.
enum StatusTitle {
    /// The name of a status; that of its class where the status has none.
    static func of(_ status: Int) -> String {
        titles[status] ?? (status < 400 ? "Redirection" : status < 500 ? "Client Error" : "Server Error")
    }

    private static let titles = [
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 412: "Precondition Failed",
        413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type", 422: "Unprocessable Content",
        423: "Locked", 425: "Too Early", 428: "Precondition Required", 429: "Too Many Requests",
        431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
        502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}
