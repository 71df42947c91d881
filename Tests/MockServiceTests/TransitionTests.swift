import APISpec
import Foundation
import Synchronization
import Testing

@testable import MockService

@Suite struct TransitionTests {
    private let body = #"{"room":"a"}"#

    private func states(_ caller: Caller, _ id: String, _ count: Int) throws -> [String] {
        try (0..<count).map { _ in
            let outcome = try caller.call("GET", "/shelves/\(id)")
            return outcome["shelf", "state"]?.text ?? String(outcome.status)
        }
    }

    @Test func atOnceIsTheRule() throws {
        let caller = Caller(try Specs.model(Specs.loans))
        let created = try caller.call("POST", "/shelves", body)
        #expect(created["shelf", "state"] == .string("READY"))
        let id = try #require(created["shelf", "id"]?.text)
        try caller.call("DELETE", "/shelves/\(id)")
        #expect(try states(caller, id, 1) == ["404"])
    }

    @Test func pollsAreCounted() throws {
        let caller = Caller(try Specs.model(Specs.loans)) { $0.transitions = .polls(2) }
        let created = try caller.call("POST", "/shelves", body)
        #expect(created["shelf", "state"] == .string("BUILDING"))
        let id = try #require(created["shelf", "id"]?.text)
        #expect(try states(caller, id, 4) == ["BUILDING", "BUILDING", "READY", "READY"])
        try caller.call("DELETE", "/shelves/\(id)")
        #expect(try states(caller, id, 4) == ["REMOVING", "REMOVING", "404", "404"])
        #expect(try caller.call("GET", "/shelves")["total_count"] == .number("0"))
    }

    @Test func listsCountToo() throws {
        let caller = Caller(try Specs.model(Specs.loans)) { $0.transitions = .polls(1) }
        try caller.call("POST", "/shelves", body)
        #expect(try caller.call("GET", "/shelves")["shelves", "0", "state"] == .string("BUILDING"))
        #expect(try caller.call("GET", "/shelves")["shelves", "0", "state"] == .string("READY"))
    }

    @Test func timeIsMeasuredByTheClockOfTheOptions() throws {
        let clock = TestClock()
        let caller = Caller(try Specs.model(Specs.loans)) {
            $0.transitions = .after(.seconds(60))
            $0.now = { clock.now }
        }
        let id = try #require(try caller.call("POST", "/shelves", body)["shelf", "id"]?.text)
        clock.advance(59)
        #expect(try states(caller, id, 1) == ["BUILDING"])
        clock.advance(1)
        #expect(try states(caller, id, 1) == ["READY"])
        try caller.call("DELETE", "/shelves/\(id)")
        #expect(try states(caller, id, 2) == ["REMOVING", "REMOVING"])
        clock.advance(60)
        #expect(try states(caller, id, 1) == ["404"])
    }

    @Test(
        arguments: [
            (["CREATING", "ACTIVE", "ERROR", "DELETING"], ["ACTIVE"], "CREATING", "ACTIVE", "DELETING"),
            (["CREATING", "EDITING", "ACTIVE", "DELETED"], ["CREATING"], "CREATING", "ACTIVE", "DELETED"),
            (["FALLOW", "GROWING", "RESTING"], ["GROWING"], "FALLOW", "GROWING", nil),
            (["ERROR", "UP"], [], "UP", "UP", nil), ([], ["AVAILABLE"], "CREATING", "AVAILABLE", "DELETING"),
            ([], ["available"], "creating", "available", "deleting"),
            ([], ["DELETING"], "CREATING", "ACTIVE", "DELETING"),
            ([], [], "CREATING", "ACTIVE", "DELETING"),
        ] as [([String], [String], String, String, String?)])
    func statesAreGuessed(
        values: [String], examples: [String], first: String, settled: String, leaving: String?
    ) {
        let lifecycle = Lifecycle(property: "state", values: values, examples: examples)
        #expect(lifecycle.first == first)
        #expect(lifecycle.settled == settled)
        #expect(lifecycle.leaving == leaving)
    }
}

/// A clock that moves when it is told to.
final class TestClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_780_000_000))

    var now: Date { time.withLock { $0 } }

    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}
