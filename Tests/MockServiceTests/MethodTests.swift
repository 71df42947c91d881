import APIModel
import APISpec
import Testing

@testable import MockService

/// HEAD, OPTIONS, and what pages in browsers need.
@Suite struct MethodTests {
    private func caller(_ change: (inout MockService.Options) -> Void = { _ in }) throws -> Caller {
        let text = """
            operations:
              showCellar:
                title: Show Cellar
                method: GET
                path: /cellar
                revisions:
                  - {versions: ['1'], responses: {'200': {type: object, headers: {X-Depth: {type: integer}}}}}
              changeCellar:
                title: Change Cellar
                method: PUT
                path: /cellar
                revisions:
                  - {versions: ['1'], request: {type: object}, responses: {'204': {}}}
            """
        return Caller(APIModel(try Cellar.document(text)), change)
    }

    @Test func headAnswersAsGetDoes() throws {
        let get = try caller().call("GET", "/cellar")
        let head = try caller().call("HEAD", "/cellar")
        #expect(head.status == 200)
        #expect(head.header("X-Depth") == get.header("X-Depth"))
        #expect(try caller().call("HEAD", "/nowhere").status == 404)
    }

    @Test func optionsTellsWhatAPathIsFor() throws {
        let outcome = try caller().call("OPTIONS", "/cellar")
        #expect(outcome.status == 204)
        #expect(outcome.header("Allow") == "GET, PUT, HEAD, OPTIONS")
        #expect(outcome.header("Access-Control-Allow-Origin") == nil)
        #expect(try caller().call("OPTIONS", "/nowhere").status == 404)
        let wrong = try caller().call("DELETE", "/cellar")
        #expect(wrong.status == 405)
        #expect(wrong.header("Allow") == "GET, PUT, HEAD, OPTIONS")
    }

    @Test func aMethodOfAnotherVersionIsToldWithIt() throws {
        let text = """
            apidoc: 1
            service: {id: cellar, title: Cellar, server: {url: 'https://cellar.example.com'}}
            versions: {'2': {status: current}, '1': {status: supported}}
            operations:
              showCellar:
                {title: Show Cellar, method: GET, path: /cellar, revisions: [{versions: ['2', '1'], responses: {'204': {}}}]}
              dropCellar:
                {title: Drop Cellar, method: DELETE, path: /cellar, revisions: [{versions: ['1'], responses: {'204': {}}}]}
            """
        let caller = Caller(APIModel(try SpecReader().read(Array(text.utf8), file: "cellar.yaml").document))
        let wrong = try caller.call("DELETE", "/cellar")
        #expect(wrong.status == 405)
        #expect(wrong.details == ["this path is for GET, HEAD, OPTIONS in version 2; version 1 has DELETE here"])
        #expect(wrong.header("Allow") == "GET, HEAD, OPTIONS")
        #expect(try caller.call("PUT", "/cellar").details == ["this path is for GET, HEAD, OPTIONS"])
    }

    private func preflight(_ origin: String, _ change: (inout MockService.Options) -> Void = { _ in }) throws
        -> Caller.Outcome
    {
        try caller { options in
            options.signatures = .wellFormed
            change(&options)
        }.call(
            "OPTIONS", "/cellar",
            headers: [
                ("Origin", origin), ("Access-Control-Request-Method", "PUT"),
                ("Access-Control-Request-Headers", "content-type, x-key"),
            ])
    }

    @Test(arguments: [
        "http://localhost", "http://localhost:5173", "https://app.localhost:3000", "http://127.0.0.1:8000",
        "http://[::1]:9",
    ])
    func pagesOfThisMachineMayCall(origin: String) throws {
        let asked = try preflight(origin)
        #expect(asked.status == 204)
        #expect(asked.header("Access-Control-Allow-Origin") == origin)
        #expect(asked.header("Access-Control-Allow-Methods") == "GET, PUT, HEAD, OPTIONS")
        #expect(asked.header("Access-Control-Allow-Headers") == "content-type, x-key")
        let answer = try caller().call("GET", "/cellar", headers: [("Origin", origin)])
        #expect(answer.header("Access-Control-Allow-Origin") == origin)
        #expect(answer.header("Access-Control-Expose-Headers") == "X-Depth, X-Request-Id")
        #expect(answer.header("Vary") == "Origin")
        let refused = try caller().call("GET", "/nowhere", headers: [("Origin", origin)])
        #expect(refused.header("Access-Control-Allow-Origin") == origin, "the page may read why")
    }

    @Test(arguments: [
        "https://shop.example", "http://localhost.shop.example", "http://127.0.0.1.shop.example", "null", "",
        "https://notlocalhost",
    ])
    func otherPagesMayNot(origin: String) throws {
        #expect(try preflight(origin).header("Access-Control-Allow-Origin") == nil)
        let answer = try caller().call("GET", "/cellar", headers: [("Origin", origin)])
        #expect(answer.status == 200, "it is the browser that keeps the answer from the page")
        #expect(answer.header("Access-Control-Allow-Origin") == nil)
        #expect(answer.header("Vary") == "Origin", "a cache gives it to no page that may see another answer")
    }

    @Test func onlyAnswersThatDifferByOriginSayTheyDo() throws {
        #expect(try caller().call("GET", "/cellar").header("Vary") == "Origin")
        for rule in [MockService.CrossOrigin.any, .none] {
            let answer = try caller { $0.crossOrigin = rule }
                .call("GET", "/cellar", headers: [("Origin", "http://localhost")])
            #expect(answer.header("Vary") == nil)
        }
        #expect(
            try caller { $0.crossOrigin = .origins(["https://a.example"]) }.call("GET", "/no").header("Vary")
                == "Origin")
    }

    @Test func whoMayCallCanBeChosen() throws {
        let shop = "https://shop.example"
        #expect(
            try preflight(shop) { $0.crossOrigin = .origins([shop]) }.header("Access-Control-Allow-Origin") == shop)
        let any = try preflight(shop) { $0.crossOrigin = .any }
        #expect(any.header("Access-Control-Allow-Origin") == "*")
        #expect(any.header("Access-Control-Allow-Credentials") == nil)
        let none = try preflight("http://localhost") { $0.crossOrigin = .none }
        #expect(none.header("Access-Control-Allow-Origin") == nil)
    }
}
