import APISpec
import Foundation
import ServiceRuntime
import Testing

@testable import MockService

@Suite struct ListTests {
    private func library(_ rooms: [String]) throws -> Caller {
        let caller = Caller(try Specs.model(Specs.loans))
        for (index, room) in rooms.enumerated() {
            _ = try caller.engine.put(
                "shelf",
                ["id": .string("shelf-\(10 + index)"), "room": .string(room), "height": .integer(rooms.count - index)],
                under: [])
        }
        return caller
    }

    private func ids(_ caller: Caller, _ query: String) throws -> [String] {
        let outcome = try caller.call("GET", "/shelves\(query)")
        #expect(outcome.status == 200, "\(outcome.details)")
        return (outcome["shelves"]?.elements ?? []).compactMap { $0["id"]?.text }
    }

    @Test func pagesFollowOneAnother() throws {
        let caller = Caller(Specs.backup)
        for number in 0..<5 { _ = try caller.engine.put("backup", ["id": .string("b\(number)")], under: []) }
        func page(_ query: String) throws -> String {
            let outcome = try caller.call("GET", "/v1/backups?\(query)")
            #expect(outcome["count"] == .number("5"))
            return (outcome["contents"]?.elements ?? []).compactMap { $0["id"]?.text }.joined(separator: " ")
        }
        #expect(try page("size=2&page=0") == "b0 b1")
        #expect(try page("size=2&page=1") == "b2 b3")
        #expect(try page("size=2&page=2") == "b4")
        #expect(try page("size=2&page=3") == "")
        #expect(try page("size=9223372036854775807&page=9223372036854775807") == "")
        #expect(try page("size=0") == "")
        #expect(try page("") == "b0 b1 b2 b3 b4")
        try caller.call("DELETE", "/v1/backups/b1")
        let rest = try caller.call("GET", "/v1/backups?size=2&page=1")
        #expect(rest["contents", "0", "id"] == .string("b3"))
        #expect(rest["count"] == .number("4"))
    }

    @Test func theFirstPageIsTheDocumentedOne() throws {
        let caller = Caller(try Specs.model(Specs.loans)) { $0.seed = .examples }
        for number in 1...3 {
            _ = try caller.engine.put(
                "book", ["isbn": .string("\(number)"), "pages": .integer(number)], under: ["shelf-01"])
        }
        func isbns(_ query: String) throws -> [String] {
            (try caller.call("GET", "/shelves/shelf-01/books\(query)").json?.elements ?? []).compactMap {
                $0["isbn"]?.text
            }
        }
        #expect(try isbns("") == ["978-3", "1"])
        #expect(try isbns("?page=1") == ["978-3", "1"])
        #expect(try isbns("?page=2") == ["2", "3"])
        #expect(try isbns("?pages=2") == ["2"], "a parameter with the name of a property filters")
        #expect(try isbns("?sort=pages:desc&size=3") == ["978-3", "3", "2"])
        #expect(try isbns("?sort=-pages&size=1") == ["978-3"])
        #expect(try isbns("?sort=nonsense:desc&size=1") == ["978-3"])
    }

    @Test func limitsAndMarkersAreUnderstood() throws {
        let caller = try library(["a", "b", "a", "c"])
        #expect(try ids(caller, "") == ["shelf-10", "shelf-11", "shelf-12", "shelf-13"])
        #expect(try ids(caller, "?limit=2") == ["shelf-10", "shelf-11"])
        #expect(try ids(caller, "?limit=2&marker=shelf-11") == ["shelf-12", "shelf-13"])
        #expect(try ids(caller, "?marker=shelf-13") == [])
        let outcome = try caller.call("GET", "/shelves?limit=1")
        #expect(outcome["limit"] == .number("1"))
        #expect(outcome["total_count"] == .number("4"))
        #expect(try caller.call("GET", "/shelves")["limit"] == .null)
    }

    @Test func filtersAreEqualities() throws {
        let caller = try library(["a", "b", "a", "c"])
        #expect(try ids(caller, "?room=a") == ["shelf-10", "shelf-12"])
        #expect(try ids(caller, "?room=a&room=c&limit=2") == ["shelf-10", "shelf-12"])
        #expect(try ids(caller, "?room=a&room=c&marker=shelf-12") == ["shelf-13"])
        #expect(try ids(caller, "?room=nowhere") == [])
        #expect(try caller.call("GET", "/shelves?room=a")["total_count"] == .number("2"))
    }

    @Test func ordersAreHonoured() throws {
        let caller = try library(["b", "a", "b", "a"])
        #expect(try ids(caller, "?sort_key=height") == ["shelf-13", "shelf-12", "shelf-11", "shelf-10"])
        #expect(try ids(caller, "?sort_key=room&sort_dir=asc") == ["shelf-11", "shelf-13", "shelf-10", "shelf-12"])
        #expect(try ids(caller, "?sort_key=room&sort_dir=desc") == ["shelf-10", "shelf-12", "shelf-11", "shelf-13"])
        try caller.call("PATCH", "/shelves/shelf-13", #"{"room":"z"}"#)
        #expect(try ids(caller, "?sort_key=room&sort_dir=desc&limit=1") == ["shelf-13"])
    }

    @Test func aStateCanBeFilteredBy() throws {
        let caller = Caller(Specs.greenhouse) { $0.transitions = .polls(2) }
        _ = try caller.engine.put("bed", ["id": "old"], under: [])
        try caller.call("POST", "/v1/beds", #"{"name":"tomatoes-01","soil":"LOAM"}"#)
        let growing = try caller.call("GET", "/v1/beds?state=GROWING")
        #expect(growing["count"] == .number("1"))
        #expect(growing["contents", "0", "id"] == .string("old"))
        #expect(try caller.call("GET", "/v1/beds?state=FALLOW")["count"] == .number("1"))
    }

    @Test func aLongListIsReadInPages() throws {
        let caller = Caller(Specs.backup)
        for number in 0..<10_000 { _ = try caller.engine.put("backup", ["id": .string("b\(number)")], under: []) }
        let clock = ContinuousClock()
        func time(_ page: Int) throws -> Duration {
            try clock.measure {
                for _ in 0..<20 {
                    let outcome = try caller.call("GET", "/v1/backups?page=\(page)&size=20")
                    #expect(outcome["contents", "19", "id"] == .string("b\(page * 20 + 19)"))
                    #expect(outcome["count"] == .number("10000"))
                }
            }
        }
        _ = try time(0)
        let first = try time(0)
        let last = try time(499)
        #expect(last < first * 5, "the last page takes as long as the first")
    }
}
