import APIModel
import APISpec
import Testing

@testable import MockService

@Suite struct RoutingTests {
    private func tree(_ paths: [String]) -> RouteTree {
        var tree = RouteTree()
        for (number, path) in paths.enumerated() {
            tree.add(RoutePath(PathTemplate(path)), method: "GET", call: number)
        }
        return tree
    }

    private func found(_ path: String, _ paths: [String]) throws -> (call: Int, values: [String])? {
        guard let match = tree(paths).match(try RequestTarget(path).steps) else { return nil }
        return (try #require(match.target.call("GET")), match.values)
    }

    @Test func aFixedStepGoesBeforeAParameter() throws {
        let paths = ["/v1/beds/{id}", "/v1/beds/check", "/v1/{kind}/check/deep"]
        #expect(try found("/v1/beds/check", paths)?.call == 1)
        #expect(try found("/v1/beds/other", paths)?.call == 0)
        #expect(try found("/v1/beds/check/deep", paths)?.call == 2)
        #expect(try found("/v1/beds/check/deep", paths)?.values == ["beds"])
    }

    @Test func aParameterIsAWholeStepThatIsNotEmpty() throws {
        let paths = ["/v1/beds/{id}", "/v1/beds/{id}/plants"]
        for path in [
            "/v1/beds/", "/v1/beds", "/v1/beds/a/", "/v1/beds//plants", "/v1/beds/a/plants/", "/", "/v1//beds/a",
        ] {
            #expect(try found(path, paths) == nil, "\(path)")
        }
    }

    @Test func anEscapedSlashStaysInItsStep() throws {
        #expect(try found("/v1/beds/a%2Fplants", ["/v1/beds/{id}", "/v1/beds/a/plants"])?.values == ["a/plants"])
        #expect(try found("/v1/b%65ds/x", ["/v1/beds/{id}"])?.values == ["x"])
    }

    @Test func aStepMayHoldTextAndParameters() throws {
        let paths = ["/files/{name}.{kind}", "/files/{name}", "/files/cover-{id}", "/files/{a}-to-{b}"]
        #expect(try found("/files/a.png", paths)?.values == ["a", "png"])
        #expect(try found("/files/a.b.png", paths)?.values == ["a", "b.png"])
        #expect(try found("/files/cover-7", paths)?.values == ["7"])
        #expect(try found("/files/x-to-y", paths)?.values == ["x", "y"])
        #expect(try found("/files/.png", paths)?.call == 1)
        #expect(try found("/files/a.", paths)?.call == 1)
    }

    @Test func theFirstOfTwoCallsStays() throws {
        #expect(try found("/a/x", ["/a/{one}", "/a/{other}"])?.call == 0)
    }

    @Test(
        arguments: [
            ("beds", "it does not start with `/`"), ("*", "it does not start with `/`"),
            ("/a b", "it has bytes that must be percent-encoded"), ("/ä", "it has bytes that must be percent-encoded"),
            ("/a#b", "it has bytes that must be percent-encoded"),
            ("/%zz", "the percent-encoding of its path is broken or not UTF-8"),
            ("/%f", "the percent-encoding of its path is broken or not UTF-8"),
            ("/%ff", "the percent-encoding of its path is broken or not UTF-8"),
            ("/a?b=%C3%28", "the percent-encoding of its query is broken or not UTF-8"),
            ("/a?%=1", "the percent-encoding of its query is broken or not UTF-8"),
        ]) func aTargetThatCannotBeReadIsRefused(target: String, reason: String) throws
    {
        let refusal = #expect(throws: RequestRejection.self) { try RequestTarget(target) }
        #expect(refusal?.status == 400)
        #expect(refusal?.details == ["the request target cannot be read: \(reason)"])
    }

    @Test func aLongTargetIsRefused() throws {
        let refusal = #expect(throws: RequestRejection.self) {
            try RequestTarget("/" + String(repeating: "a", count: 9000))
        }
        #expect(refusal?.status == 414)
    }

    @Test func theQueryIsTakenApart() throws {
        let target = try RequestTarget("/v1?a=1&b=%EA%B0%80&a=x+y&c&=z&&d=1=2%2B")
        #expect(target.pairs.map { "\($0.name)|\($0.value)" } == ["a|1", "b|가", "a|x y", "c|", "|z", "d|1=2+"])
        #expect(target.path == "/v1")
    }

    @Test func theAbsoluteFormIsUnderstood() throws {
        #expect(try RequestTarget("http://service.example/v1/beds?x=1").steps == ["v1", "beds"])
        #expect(try RequestTarget("http://service.example").path == "/")
    }

    @Test func aValueOfAPatternHasItsSlashes() throws {
        let paths = [
            "/v1/{name=shelves/*}", "/v1/{name=shelves/*}:archive", "/v1/{name=shelves/*/books/*}",
            "/v1/{parent=shelves/*}/books", "/v1/files/{path=**}", "/v1/files/{path=**}:read", "/v1/shelves/{id}/check",
        ]
        func values(_ path: String) throws -> [String]? {
            guard let found = try found(path, paths) else { return nil }
            return RoutePath(PathTemplate(paths[found.call])).values(found.values, raw: []).map(\.value)
        }
        for (path, call, value) in [
            ("/v1/shelves/1", 0, "shelves/1"), ("/v1/shelves/a%3Ab:archive", 1, "shelves/a:b"),
            ("/v1/shelves/1/books/2", 2, "shelves/1/books/2"), ("/v1/shelves/1/books", 3, "shelves/1"),
            ("/v1/files/a", 4, "a"), ("/v1/files/a/b%20c/d.txt", 4, "a/b c/d.txt"), ("/v1/files/a/b:read", 5, "a/b"),
            ("/v1/shelves/1/check", 6, "1"),
        ] {
            #expect(try found(path, paths)?.call == call, "\(path)")
            #expect(try values(path) == [value], "\(path)")
        }
        for path in [
            "/v1/shelves%2F1", "/v1/shelves", "/v1/racks/1", "/v1/files", "/v1/files/", "/v1/shelves/1/books/",
        ] {
            #expect(try found(path, paths) == nil, "\(path)")
        }
    }
}
