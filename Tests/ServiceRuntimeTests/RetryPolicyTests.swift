import HTTPTypes
import Testing

@testable import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RetryPolicyTests {
    @Test func boundsDoubleUpToTheMaximum() {
        let policy = RetryPolicy(baseDelay: .seconds(1), maximumDelay: .seconds(10))
        let bounds = (1...7).map { policy.delay(beforeRepetition: $0, retryAfter: nil, random: 1) }
        #expect(bounds == [1, 2, 4, 8, 10, 10, 10].map { .seconds($0) })
        #expect(policy.delay(beforeRepetition: 1_000_000, retryAfter: nil, random: 1) == .seconds(10))
        #expect(policy.delay(beforeRepetition: 3, retryAfter: nil, random: 0) == .zero)
    }

    @Test func oddValuesDoNoHarm() {
        let huge = RetryPolicy(
            baseDelay: .seconds(Int64.max), maximumDelay: .seconds(Int64.max), maximumRetryAfter: .seconds(Int64.max))
        #expect(huge.delay(beforeRepetition: 5, retryAfter: nil, random: 0) == .zero)
        #expect((huge.delay(beforeRepetition: 5, retryAfter: nil, random: 0.5) ?? .zero) > .seconds(1 << 60))
        let none = RetryPolicy(baseDelay: .zero, maximumDelay: .zero)
        #expect(none.delay(beforeRepetition: 9, retryAfter: nil, random: 1) == .zero)
        let negative = RetryPolicy(baseDelay: .seconds(-1), maximumDelay: .seconds(-1))
        #expect(negative.delay(beforeRepetition: 9, retryAfter: nil, random: 1) == .zero)
        #expect(negative.delay(beforeRepetition: 9, retryAfter: .seconds(1), random: 1) == .seconds(1))
        let small = RetryPolicy(baseDelay: .seconds(5), maximumDelay: .seconds(1))
        #expect(small.delay(beforeRepetition: 1, retryAfter: nil, random: 1) == .seconds(1))
        #expect(RetryPolicy().delay(beforeRepetition: 1, retryAfter: nil, random: 7) == .milliseconds(500))
        #expect(RetryPolicy().delay(beforeRepetition: 1, retryAfter: nil, random: -7) == .zero)
    }

    @Test func budgetIsCountedInThousandths() {
        let budget = RetryBudget(capacity: 1, refill: 0.1)
        #expect(budget.withdraw())
        for _ in 0..<9 { budget.deposit() }
        #expect(!budget.withdraw())
        budget.deposit()
        #expect(budget.available == 1)
        for _ in 0..<100 { budget.deposit() }
        #expect(budget.available == 1)
        #expect(budget.withdraw())
        #expect(!budget.withdraw())
    }

    @Test func oddBudgets() {
        for budget in [RetryBudget(capacity: 0), RetryBudget(capacity: -5, refill: .nan)] {
            budget.deposit()
            #expect(!budget.withdraw())
        }
        let large = RetryBudget(capacity: .max, refill: .infinity)
        #expect(large.available == 1_000_000)
        #expect(RetryBudget().available == 20)
    }
}

@Suite struct RetryAfterHeaderTests {
    private func delay(_ fields: HTTPFields, now: Double) -> Duration? {
        HTTPResponse(status: .serviceUnavailable, headerFields: fields).retryAfter(now: instant(now))
    }

    @Test func theFirstThatCanBeReadCounts() {
        var fields: HTTPFields = [.retryAfter: "soon"]
        fields.append(HTTPField(name: .retryAfter, value: "7"))
        #expect(delay(fields, now: 0) == .seconds(7))
        #expect(delay([:], now: 0) == nil)
    }

    @Test func aClockThatIsWrongDoesNotMatter() {
        let fields: HTTPFields = [
            .retryAfter: "Sun, 06 Nov 1994 08:49:47 GMT", .date: "Sun, 06 Nov 1994 08:49:40 GMT",
        ]
        #expect(delay(fields, now: 0) == .seconds(7))
        #expect(delay(fields, now: 1_780_218_000) == .seconds(7))
        #expect(delay([.retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT"], now: 784_111_776.5) == .milliseconds(500))
    }
}
