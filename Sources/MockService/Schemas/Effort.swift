import Synchronization

/// How much may still be done for one answer: schemas that all need each other, and unions of unions, have more values and
/// more ways to look at one than there is memory and time for.
///
/// Whatever makes, reads, changes or checks a value on the way to one answer takes from the same effort, so that the sum of
/// them has an end, however they call each other.
final class Effort: Sendable {
    private let rest = Atomic<Int>(20_000)
    private let looks = Atomic<Int>(150_000)

    /// How many values may still be made; never less than none.
    var left: Int { max(0, rest.load(ordering: .relaxed)) }

    /// Takes some off.
    func spend(_ count: Int) { rest.subtract(count, ordering: .relaxed) }

    /// Takes one look at a value; whether there was one left. What nobody looks at any more counts as fitting.
    func look() -> Bool { looks.subtract(1, ordering: .relaxed).oldValue > 0 }

    /// Whether nothing is looked at any more.
    var isSpent: Bool { looks.load(ordering: .relaxed) <= 0 }
}
