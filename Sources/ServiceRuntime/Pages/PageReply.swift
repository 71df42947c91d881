/// A response for a page with what its header fields tell of the list.
public struct PageReply<Answer: Sendable>: Sendable {
    /// The response.
    public let answer: Answer
    /// What leads to the next page; nil where nothing does.
    public let next: String?
    /// The number of all items; nil where nothing tells.
    public let count: Int?
    /// Whether a page follows; nil where header fields do not tell.
    let hasNext: Bool?

    init(_ answer: Answer) {
        self.answer = answer
        next = nil
        count = nil
        hasNext = nil
    }

    /// A response whose header fields tell what leads to the next page, or how many items there are.
    ///
    /// `link` takes the field `Link`, of which the target with the relation `next` counts (RFC 8288); `next` takes a
    /// field that has the marker or the address itself; `count` takes a field with the number of all items.
    public init<Headers>(
        _ answer: (body: Answer, headers: Headers), link: ((Headers) -> String?)? = nil,
        next: ((Headers) -> String?)? = nil, count: ((Headers) -> Int?)? = nil
    ) {
        self.answer = answer.body
        let told = link.map { link in link(answer.headers).flatMap { LinkHeader.target(of: "next", in: $0) } }
        self.next = told ?? next.flatMap { $0(answer.headers) }
        self.count = count.flatMap { $0(answer.headers) }
        hasNext = link == nil && next == nil ? nil : self.next.map { !$0.isEmpty } ?? false
    }
}
