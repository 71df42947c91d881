import Foundation
import ServiceRuntime
import Testing

/// A file of a user's imports Foundation beside a client, and both bring the names.
@Suite("Names of Foundation that the runtime passes on")
struct FoundationNamesTests {
    @Test("They mean one type in every place of an expression")
    func unambiguous() throws {
        #expect([Date]().isEmpty && [Decimal]().isEmpty)
        #expect([String: Date]().isEmpty)
        let dates = try JSONDecoder().decode([Date].self, from: Data("[0]".utf8))
        #expect(dates == [Date(timeIntervalSinceReferenceDate: 0)])
    }
}
