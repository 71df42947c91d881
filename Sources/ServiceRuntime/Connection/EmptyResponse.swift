/// A type that has a value for a response without a body.
protocol EmptyResponse {
    static var emptyAnswer: Self { get }
}

extension JSONValue: EmptyResponse {
    static var emptyAnswer: JSONValue { .null }
}

extension Optional: EmptyResponse {
    static var emptyAnswer: Wrapped? { nil }
}
