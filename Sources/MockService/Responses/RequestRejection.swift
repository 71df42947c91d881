import HTTPTypes

/// Why a request is not performed, in the form in which the service says so.
struct RequestRejection: Error {
    /// The status, 300 to 599.
    let status: Int
    /// The service's code, such as `ValidationError`.
    let code: String
    /// What is wrong: one text, or several for one request.
    let details: [String]
    /// Where each of them is wrong, such as `body.watts`; `nil` where no part of the request is.
    let places: [String?]
    /// Further header fields, such as `Allow`.
    let fields: [HTTPField]

    /// A request with one thing wrong.
    init(_ status: Int, _ code: String, _ detail: String, at place: String? = nil, fields: [HTTPField] = []) {
        self.status = status
        self.code = code
        details = [detail]
        places = [place]
        self.fields = fields
    }

    /// A request whose parts do not fit the documentation.
    init(_ problems: [SchemaCheck.Problem]) {
        status = 400
        code = "ValidationError"
        details = problems.map(\.description)
        places = problems.map(\.place)
        fields = []
    }
}
