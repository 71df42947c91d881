/// The statuses that the documentation of an operation lists as success.
///
/// Written as an array literal: `[200, .range(2)]`. The empty list means any status from 200 to 299.
public struct SuccessStatuses: ExpressibleByArrayLiteral, Sendable, Hashable {
    /// One status, or a range of them.
    public struct Element: ExpressibleByIntegerLiteral, Sendable, Hashable {
        let statuses: ClosedRange<Int>

        /// One status.
        public init(integerLiteral value: Int) { self.init(value) }

        /// One status.
        public init(_ status: Int) { statuses = status...status }

        private init(statuses: ClosedRange<Int>) { self.statuses = statuses }

        /// The statuses with a first digit: `.range(2)` is `2XX`.
        public static func range(_ digit: Int) -> Element {
            let first = min(max(digit, 0), 9) * 100
            return Element(statuses: first...first + 99)
        }

        /// Any status below 400: what `default` means where it describes success.
        public static let `default` = Element(statuses: 100...399)
    }

    private let elements: [Element]

    /// The statuses of a literal.
    public init(arrayLiteral elements: Element...) { self.elements = elements }

    /// The statuses of a list.
    public init(_ statuses: [Int]) { elements = statuses.map { Element($0) } }

    /// Whether a status is one of success.
    public func contains(_ status: Int) -> Bool {
        elements.isEmpty ? (200...299).contains(status) : elements.contains { $0.statuses.contains(status) }
    }
}
