/// A version as numbers, so that 1.10 comes after 1.9.
struct VersionNumber: Hashable, Comparable {
    private let parts: [Int]

    /// Reads `1.2`; `nil` where a part is not a number.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap { $0 }
        guard numbers.count == parts.count else { return nil }
        self.parts = numbers
    }

    static func < (left: Self, right: Self) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
}
