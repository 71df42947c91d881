import HTTPTypes
import Testing

@testable import MockService

/// Whatever arrives, there is a response: 2xx or 4xx, and what is refused is refused in the envelope.
@Suite struct MutationTests {
    /// A generator that gives the same numbers in every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0...3, using: &generator) {
            case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            case 1: if place < bytes.count { bytes.remove(at: place) }
            case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
            default: bytes.insert(contentsOf: bytes.prefix(place).suffix(12), at: place)
            }
        }
        return bytes
    }

    @Test func changedBodiesAreAnswered() throws {
        let caller = Caller(Specs.greenhouse) { $0.unknownFields = .ignored }
        var generator = Generator(state: 1)
        let right = Array(
            #"{"name":"tomatoes-01","soil":"LOAM","crops":["a"],"tags":[{"key":"k","value":"v"}],"is_heated":true}"#
                .utf8)
        var statuses: Set<Int> = []
        for _ in 0..<3000 {
            let request = IncomingRequest(
                method: "POST", target: "/v1/beds", authority: "a", fields: [:], body: mutated(right, &generator))
            let outcome = try caller.outcome(caller.engine.respond(to: request))
            statuses.insert(outcome.status)
            #expect(outcome.status == 202 || outcome.code != nil)
        }
        #expect(statuses == [202, 400])
    }

    @Test func changedTargetsAreAnswered() throws {
        let caller = Caller(Specs.greenhouse) { $0.seed = .examples }
        var generator = Generator(state: 2)
        let right = Array("/v1/beds/7c1f0a52d9e84b6c?size=2&page=0&state=FALLOW%20&tag=a".utf8)
        var statuses: Set<Int> = []
        for _ in 0..<3000 {
            let target = String(decoding: mutated(right, &generator), as: UTF8.self)
            let outcome = try caller.call("GET", target)
            statuses.insert(outcome.status)
            #expect(outcome.status == 200 || outcome.code != nil, "\(target)")
        }
        #expect(statuses.isSubset(of: [200, 400, 404, 405]))
    }
}
