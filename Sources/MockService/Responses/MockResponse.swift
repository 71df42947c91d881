import HTTPTypes

/// What is sent back.
struct MockResponse: Sendable {
    /// The status.
    var status: Int
    /// The body; `nil` for no body.
    var body: [UInt8]?
    /// What the body is written in.
    var mediaType = "application/json"
    /// Header fields apart from those of every response.
    var fields: [HTTPField] = []
}

/// A response, and what goes wrong on its way.
struct Reply: Sendable {
    /// The response.
    var answer: MockResponse
    /// The id of the request, which a header tells.
    var requestID: String
    /// What was asked to go wrong.
    var fault: Fault?
}
