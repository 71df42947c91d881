import Testing

@testable import MockService

@Suite struct ValidationTests {
    private let caller = Caller(Specs.greenhouse)
    private let bed = #"{"name":"tomatoes-01","soil":"LOAM"}"#

    private func create(_ body: String, version: String = "1.2") throws -> Caller.Outcome {
        try caller.call("POST", "/v1/beds", body, headers: [("Scp-Api-Version", "greenhouse \(version)")])
    }

    @Test func aRightBodyPasses() throws {
        #expect(try create(bed).status == 202)
    }

    @Test(
        arguments: [
            (#"{"soil":"LOAM"}"#, "body.name: is required"),
            (#"{"name":"tomatoes-01","soil":"CLAY"}"#, "body.soil: must be one of LOAM, SAND, PEAT"),
            (#"{"name":7,"soil":"LOAM"}"#, "body.name: must be a string"),
            (#"{"name":null,"soil":"LOAM"}"#, "body.name: must not be null"),
            (#"{"name":"ab","soil":"LOAM"}"#, "body.name: must have at least 3 characters"),
            (#"{"name":"Tomatoes","soil":"LOAM"}"#, "body.name: must match the pattern ^[a-z][a-z0-9-_ ]*$"),
            (#"{"name":"tomatoes","soil":"LOAM","is_heated":"true"}"#, "body.is_heated: must be true or false"),
            (#"{"name":"tomatoes","soil":"LOAM","crops":"basil"}"#, "body.crops: must be a list"),
            (#"{"name":"tomatoes","soil":"LOAM","crops":["a",1]}"#, "body.crops[1]: must be a string"),
            (#"{"name":"tomatoes","soil":"LOAM","tags":[{"key":"a"}]}"#, "body.tags[0].value: is required"),
            (#"{"name":"tomatoes","soil":"LOAM","tags":[7]}"#, "body.tags[0]: must be an object"),
            (
                #"{"name":"tomatoes","soil":"LOAM","colour":1}"#,
                "body.colour: is not a property of BedCreateRequest1Dot2 (refused by a strict check)"
            ),
            ("[]", "body: must be an object"), ("7", "body: must be an object"), ("null", "body: must not be null"),
        ]) func aWrongBodyIsTold(body: String, problem: String) throws
    {
        let outcome = try create(body)
        #expect(outcome.status == 400)
        #expect(outcome.code == "ValidationError")
        #expect(outcome.details == [problem])
    }

    @Test func aFieldOfAnotherVersionIsFound() throws {
        let body = #"{"name":"tomatoes","soil":"LOAM","automatic_watering":true}"#
        #expect(try create(body).status == 202)
        #expect(
            try create(body, version: "1.1").details
                == ["body.automatic_watering: is not a property of BedCreateRequest1Dot1 (refused by a strict check)"])
        let lenient = Caller(Specs.greenhouse) { $0.unknownFields = .ignored }
        let outcome = try lenient.call(
            "POST", "/v1/beds?x=1", body, headers: [("Scp-Api-Version", "greenhouse 1.1")])
        #expect(outcome.status == 202)
    }

    @Test func everythingWrongIsToldAtOnce() throws {
        let outcome = try caller.call("GET", "/v1/beds?page=x&size=1&size=2&sort=a&nonsense=1&state=GROW")
        #expect(
            outcome.details == [
                "query.size: must be given once", "query.page: must be a whole number",
                "query.state: must be one of FALLOW, GROWING, RESTING",
                "query.nonsense: is not a parameter of listBeds (refused by a strict check)",
            ])
    }

    @Test func aListRepeatsItsName() throws {
        #expect(try caller.call("GET", "/v1/beds?tag=a&tag=b").status == 200)
    }

    @Test func whatMayBeNullMayBeEmpty() throws {
        #expect(try caller.call("GET", "/v1/beds?page=&size=").status == 200)
        #expect(try caller.call("GET", "/v1/beds?page=-1&size=-1").status == 200, "nothing documented forbids it")
    }

    @Test(arguments: ["2026-03-01T07:30:00", "2026-03-01T07:30:00Z", "2026-03-01T07:30:00.125%2B09:00", ""])
    func aTimeIsATime(text: String) throws {
        #expect(try caller.call("GET", "/v1/sensors/s/readings?since=\(text)").status == (text.isEmpty ? 400 : 200))
    }

    @Test(arguments: [
        "yesterday", "2026-02-30T07:30:00Z", "2026-03-01T25:00:00Z", "2026-03-01", "2026-03-01T07:30:00+09:00",
    ])
    func anythingElseIsNone(text: String) throws {
        let outcome = try caller.call("GET", "/v1/sensors/s/readings?since=\(text)")
        #expect(outcome.details == ["query.since: must be written like 2024-01-02T03:04:05Z"])
    }

    @Test func headerParametersAreChecked() throws {
        let outcome = try caller.call("GET", "/v1/sensors/s/readings", headers: [("Scp-Unit", "KELVIN")])
        #expect(outcome.details == ["header.Scp-Unit: must be one of CELSIUS, FAHRENHEIT"])
    }

    @Test func alternativesTellWhatIsNearest() throws {
        let caller = Caller(Specs.greenhouse) { $0.seed = .examples }
        func set(_ days: String) throws -> [String] {
            try caller.call(
                "PUT", "/v1/beds/7c1f0a52d9e84b6c/irrigation", #"{"days":\#(days),"litres":2.5}"#
            ).details
        }
        #expect(try set(#"["MON"]"#) == [])
        #expect(try set(#""MON""#) == [])
        #expect(try set("null") == [])
        #expect(try set("7") == ["body.days: must be a list or a string"])
        #expect(try set("[7]") == ["body.days[0]: must be a string"])
    }

    @Test func pathParametersAreChecked() throws {
        let caller = Caller(try Specs.model(Specs.loans)) { $0.seed = .examples }
        #expect(try caller.call("GET", "/shelves/shelf-01/covers/emma.png").status == 200)
        #expect(
            try caller.call("GET", "/shelves/shelf-01/covers/emmaemmaemma.gif").details == [
                "path.name: must have at most 8 characters", "path.kind: must be one of png, svg",
            ])
    }

    @Test func wholeNumbersHaveTheirSize() throws {
        let caller = Caller(try Specs.model(Specs.loans))
        func create(_ boards: String) throws -> [String] {
            try caller.call("POST", "/shelves", #"{"room":"a","size":{"boards":\#(boards)}}"#).details
        }
        #expect(try create("5") == [])
        #expect(try create("5.0") == [])
        #expect(try create("5.5") == ["body.size.boards: must be a whole number"])
        #expect(try create("1e400") == ["body.size.boards: must be a whole number that fits 32 bits"])
        #expect(try create("2147483648") == ["body.size.boards: must be a whole number that fits 32 bits"])
        #expect(try create(#""5""#) == ["body.size.boards: must be a whole number"])
    }

    @Test func bodiesThatAreNotTakenAreRefused() throws {
        #expect(
            try caller.call("GET", "/v1/climate-zones", "{}").details
                == ["body: must be left out: listClimateZones takes none (refused by a strict check)"])
        let form = try caller.call(
            "POST", "/v1/beds", "a=1", headers: [("Content-Type", "application/x-www-form-urlencoded")])
        #expect(form.status == 415)
        #expect(form.details == ["the body must be sent as application/json"])
        let typed = [("Content-Type", "application/json; charset=utf-8")]
        #expect(try caller.call("POST", "/v1/beds", bed, headers: typed).status == 202)
    }

    @Test func aBodyThatMayBeLeftOutMay() throws {
        let caller = Caller(Specs.greenhouse) { $0.seed = .examples }
        let target = "/v1/beds/7c1f0a52d9e84b6c/water"
        #expect(try caller.call("POST", target).status == 200)
        #expect(try caller.call("POST", target, "null").status == 200)
        #expect(try caller.call("POST", target, #"{"litres":2147483648}"#).status == 400)
    }

    @Test func messagesDoNotRepeatWhatWasSent() throws {
        let outcome = try create(#"{"name":"S3CRET value","soil":"S3CRET","tags":"S3CRET"}"#)
        #expect(outcome.status == 400)
        #expect(outcome.json?.jsonText.contains("S3CRET") == false)
    }
}
