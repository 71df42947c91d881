/// A type that has a value for an answer without a body.
protocol EmptyAnswer {
    static var emptyAnswer: Self { get }
}

extension JSONValue: EmptyAnswer {
    static var emptyAnswer: JSONValue { .null }
}

extension Optional: EmptyAnswer {
    static var emptyAnswer: Wrapped? { nil }
}
