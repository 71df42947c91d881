import Synchronization

/// How many values may still be made for one answer: schemas that all need each other, and unions of unions, have more
/// than there is memory and time for.
final class Effort: Sendable {
    private let rest = Atomic<Int>(20_000)

    /// How many are left; never less than none.
    var left: Int { max(0, rest.load(ordering: .relaxed)) }

    /// Takes some off.
    func spend(_ count: Int) { rest.subtract(count, ordering: .relaxed) }
}
