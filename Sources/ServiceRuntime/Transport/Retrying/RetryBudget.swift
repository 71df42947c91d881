import Synchronization

/// How much repeating a service is burdened with, over all calls together.
///
/// A bucket of tokens, as gRPC and Finagle have it. It is full at first. Each repetition takes a token; without one
/// there is no repetition, and the caller gets the failure at once. Each call that the service answers puts a part of a
/// token back, up to the capacity. So a short disturbance is bridged, while a service that fails for long gets hardly
/// more requests than its callers make: the capacity, and then one repetition for each `1 / refill` answered calls.
///
/// A ``RetryMiddleware`` has a budget of its own unless it is given one. Clients of the same service may share one.
public final class RetryBudget: Sendable {
    /// The tokens, in thousandths: fractions would not add up.
    private let tokens: Mutex<Int>
    private let capacity: Int
    private let refill: Int

    private static let token = 1000

    /// A full budget.
    ///
    /// `capacity` is the number of repetitions that are possible at once, from 0 to 1,000,000. `refill` is the part of a
    /// token that an answered call puts back, from 0 to 1, in thousandths.
    public init(capacity: Int = 20, refill: Double = 0.1) {
        self.capacity = min(max(capacity, 0), 1_000_000) * Self.token
        self.refill = refill.isNaN ? 0 : Int((min(max(refill, 0), 1) * Double(Self.token)).rounded())
        tokens = Mutex(self.capacity)
    }

    /// How many repetitions are possible right now.
    public var available: Int { tokens.withLock { $0 / Self.token } }

    /// Takes a token for a repetition; false if there is none.
    func withdraw() -> Bool {
        tokens.withLock { tokens in
            guard tokens >= Self.token else { return false }
            tokens -= Self.token
            return true
        }
    }

    /// Puts a part of a token back, after an answered call.
    func deposit() {
        tokens.withLock { $0 = min(capacity, $0 + refill) }
    }
}
