import Testing

@testable import SwiftRendering

@Suite("Names outlive what they name, with the comments of people")
struct NameCommentsTests {
    private func record(_ names: [(path: [String], original: String, name: String)]) -> NameRecord {
        var record = NameRecord()
        for entry in names { record.add(entry.name, for: entry.original, in: entry.path) }
        return record
    }

    private let known: [(path: [String], original: String, name: String)] = [
        (["operations"], "showTrip", "trip"), (["operations"], "cancelTrip", "stop"),
        (["members", "Trip"], "id", "id"), (["members", "Trip"], "a #b", "marked"), (["members", "Pier"], "id", "id"),
    ]

    @Test("What is gone keeps its name and its place, marked; what is new follows")
    func unused() throws {
        let old = record(known)
        let given = record([
            (["operations"], "listTrips", "listTrips"), (["operations"], "showTrip", "trip"),
            (["members", "Trip"], "id", "id"),
        ])
        let updated = old.updated(with: given)
        #expect(updated.name(of: "cancelTrip", in: ["operations"]) == "stop")
        #expect(updated.scopes.first?.names.map(\.original) == ["showTrip", "cancelTrip", "listTrips"])
        let text = updated.text(specFile: "ferry.yaml", used: given)
        #expect(text.contains("  cancelTrip: stop  # unused\n  listTrips: listTrips\n"))
        #expect(text.contains("  Trip:\n    id: id\n    'a #b': marked  # unused\n"))
        #expect(text.contains("  Pier: {id: id}  # unused\n"))
        // What returns loses the mark, and the file is what it was.
        let back = try NameRecord(reading: Array(text.utf8), file: "")
        let all = record(known + [(["operations"], "listTrips", "listTrips")])
        #expect(
            back.updated(with: all).text(specFile: "ferry.yaml", used: all, keepingCommentsOf: text)
                == all.text(specFile: "ferry.yaml"))
    }

    @Test("Comments stay at their entries")
    func comments() throws {
        let text = """
            # The names in Swift of ferry.yaml, kept by every `apidoc generate`: what was named once is never
            # renamed. Change a name here to choose another.
            names: 1
            # Agreed with the crew.
            operations:
              # They call it so.
              showTrip: trip
              cancelTrip: stop  # not `cancel`
            members:
              Trip: {id: id, 'a #b': marked}  # as on the ticket
              Pier: {id: id}
            # The end.

            """
        let record = try NameRecord(reading: Array(text.utf8), file: "")
        #expect(record.text(specFile: "ferry.yaml", used: record, keepingCommentsOf: text) == text)
        #expect(record.text(specFile: "ferry.yaml", keepingCommentsOf: text.replacing("\n", with: "\r\n")) == text)
        let given = self.record([(["operations"], "showTrip", "trip")])
        let later = record.updated(with: given).text(specFile: "ferry.yaml", used: given, keepingCommentsOf: text)
        #expect(later.contains("  cancelTrip: stop  # not `cancel` # unused\n"))
        #expect(later.contains("  # They call it so.\n  showTrip: trip\n"))
        #expect(later.contains("# as on the ticket"))
        #expect(later.hasSuffix("# The end.\n"))
        let again = record.updated(with: record).text(specFile: "ferry.yaml", used: record, keepingCommentsOf: later)
        #expect(again == text)
    }

    @Test("A comment inside of a mapping keeps the mapping open")
    func inside() throws {
        let text = "names: 1\nmembers:\n  Trip:\n    # the number\n    id: number\n"
        let record = try NameRecord(reading: Array(text.utf8), file: "")
        let written = record.text(specFile: "ferry.yaml", used: record, keepingCommentsOf: text)
        #expect(written.hasSuffix(text))
    }

    @Test("A name that something new has is not kept for what is gone")
    func taken() {
        let old = record([(["operations"], "showTrip", "trip")])
        let given = record([(["operations"], "trip", "trip")])
        #expect(old.updated(with: given).owner(of: "trip", in: ["operations"]) == "trip")
        #expect(old.updated(with: given).name(of: "showTrip", in: ["operations"]) == nil)
    }
}
