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

@Suite struct HTTPDateTests {
    // Expected value: date -u -d '1994-11-06T08:49:37Z' +%s
    private let example = 784_111_777.0
    private let now = instant(1_780_218_000)

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "sun, 06 nov 1994 08:49:37 gmt", "Mon, 06 Nov 1994 08:49:37 GMT", "  Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun Nov 06 08:49:37 1994",
    ])
    func threeForms(_ text: String) {
        #expect(HTTPDate.parse(text, now: now) == instant(example))
    }

    @Test func leapSecondAndLeapDay() {
        #expect(HTTPDate.parse("Sat, 31 Dec 2016 23:59:60 GMT", now: now) == instant(1_483_228_800))
        #expect(HTTPDate.parse("Thu, 29 Feb 2024 00:00:00 GMT", now: now) == instant(1_709_164_800))
    }

    // The time of the test is 2026-05-31T09:00:00Z; more than 50 years ahead means a century earlier.
    @Test(arguments: [
        ("Sunday, 31-May-76 09:00:00 GMT", 3_358_141_200.0), ("Sunday, 31-May-76 09:00:01 GMT", 202_381_201),
        ("Monday, 31-May-77 09:00:00 GMT", 233_917_200), ("Friday, 31-May-99 09:00:00 GMT", 928_141_200),
        ("Saturday, 31-May-00 09:00:00 GMT", 959_763_600), ("Sunday, 31-May-26 09:00:00 GMT", 1_780_218_000),
        ("Tuesday, 29-Feb-00 00:00:00 GMT", 951_782_400),
    ])
    func yearsOfTwoDigits(_ text: String, _ seconds: Double) {
        #expect(HTTPDate.parse(text, now: now) == instant(seconds))
    }

    @Test(arguments: [
        "", " ", "Sun", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "06 Nov 1994 08:49:37 GMT x", "Sun 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06-Nov 08:49:37 GMT", "Sun Nov 6 08:49:37 94",
        "Sun Nov 6 08:49:37 +994", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:3\u{0663} GMT",
        "Sunday, 31-Feb-94 08:49:37 GMT",
    ])
    func noDate(_ text: String) {
        #expect(HTTPDate.parse(text, now: now) == nil)
    }

    @Test func retryAfterOfTheExtremes() {
        #expect(RetryAfter.delay("Fri, 31 Dec 9999 23:59:59 GMT", now: now) == .seconds(1 << 32))
        #expect(RetryAfter.delay("99999999999999999999999", now: now) == .seconds(1 << 32))
        #expect(RetryAfter.delay("0007", now: now) == .seconds(7))
        #expect(RetryAfter.delay("7 8", now: now) == nil)
        #expect(RetryAfter.delay("", now: now) == nil)
        #expect(RetryAfter.delay("\u{0667}", now: now) == nil)
        #expect(RetryAfter.delay("Sun, 06 Nov 1994 08:49:37 GMT", now: instant(784_111_776.5)) == .milliseconds(500))
        // Never earlier than asked.
        #expect(
            RetryAfter.delay("Sun, 06 Nov 1994 08:49:37 GMT", now: instant(784_111_776.9996)) == .milliseconds(1))
    }
}
