import APIModel
import APISpec
import HTTPTypes
import Testing

@testable import MockService

/// Requests and answers that are not JSON, parameters in styles, keys.
@Suite struct ContentTests {
    private let engine: MockEngine

    init() throws {
        engine = MockEngine(try Specs.model(ContentSpec.text), MockService.Options())
    }

    private func send(
        _ method: String, _ target: String, _ body: String = "", as type: String? = nil,
        _ headers: [(String, String)] = []
    ) throws -> MockResponse {
        var fields = HTTPFields()
        for (name, value) in headers {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        fields[.contentType] = type
        return engine.respond(
            to: IncomingRequest(
                method: method, target: target, authority: "postbox.example", fields: fields, body: Array(body.utf8))
        ).answer
    }

    /// What is wrong with a request; empty where nothing is.
    private func problems(_ answer: MockResponse) throws -> [String] {
        guard answer.status >= 400 else { return [] }
        let error = try JSONReader.value(try #require(answer.body))["errors"]?.elements?.first
        return (error?["detail"]?.elements ?? error?["detail"].map { [$0] } ?? []).compactMap(\.text)
    }

    // MARK: Forms

    private let form = "application/x-www-form-urlencoded"

    @Test(
        arguments: [
            ("to=Ann+B", []), ("to=Ann%20B&tags=a&tags=b&copies=2", []), ("to=a&codes=1,2", []),
            ("to=a&colors=red%7Cblue", []), ("to=a&point[x]=1&point%5By%5D=2", []),
            ("to=a&pages[0][x]=1&pages[1][x]=2", []), ("to=a&pages[x]=1&pages[x]=2", []),
            ("copies=2", ["body.to: is required"]), ("to=a&to=b", ["body.to: must be a string"]),
            ("to=a&copies=x", ["body.copies: must be a whole number"]),
            ("to=a&copies=4", ["body.copies: must be at most 3"]),
            ("to=a&codes=1,b", ["body.codes[1]: must be a whole number"]),
            ("to=a&point[y]=2", ["body.point.x: is required"]),
            ("to=a&point[z]=2&point[x]=1", ["body.point.z: is not a property of Point (refused by a strict check)"]),
            ("to=a&pages[0][x]=1&pages[1][x]=b", ["body.pages[1].x: must be a whole number"]),
            ("to=a&from=b", ["body.from: is not a property of Letter (refused by a strict check)"]),
            ("to=%E4", ["the percent-encoding of the body is broken or not UTF-8"]),
        ]) func aFormIsHeldAgainstItsSchema(body: String, wrong: [String]) throws
    {
        #expect(try problems(try send("POST", "/form", body, as: form)) == wrong)
    }

    @Test func anotherMediaTypeIsToldTheDocumentedOne() throws {
        for type in ["application/json", nil] {
            let answer = try send("POST", "/form", "{}", as: type)
            #expect(answer.status == 415)
            #expect(try problems(answer) == ["the body must be sent as application/x-www-form-urlencoded"])
        }
        #expect(try send("POST", "/parts", "x", as: "text/plain").status == 415)
        #expect(try send("PUT", "/bytes", "x", as: "text/plain").status == 415)
        #expect(try problems(try send("PUT", "/bytes", "x", as: "text/plain")) == ["the body must be sent as image/*"])
    }

    @Test func anAnswerCanBeAForm() throws {
        let answer = try send("POST", "/form", "to=a", as: form)
        #expect(answer.mediaType == form)
        let text = String(decoding: answer.body ?? [], as: UTF8.self)
        #expect(text.hasPrefix("to=x&copies=1&tags=x&codes=1&colors=x&point%5Bx%5D=1"))
    }

    // MARK: Multipart bodies

    private func parts(_ parts: [(head: String, body: String)]) -> String {
        parts.map { "--cut\r\n\($0.head)\r\n\r\n\($0.body)\r\n" }.joined() + "--cut--\r\n"
    }

    private func photo(_ type: String = "image/png", _ more: String = "\r\nX-Sum: 3") -> (head: String, body: String) {
        (
            "Content-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: \(type)\(more)",
            "\u{1}\r\n--cu"
        )
    }

    private func upload(_ given: [(head: String, body: String)]) throws -> MockResponse {
        try send("POST", "/parts", parts(given), as: "multipart/form-data; boundary=\"cut\"")
    }

    @Test func partsAreHeldAgainstTheirSchemas() throws {
        let note = (head: "Content-Disposition: form-data; name=\"note\"", body: "for you")
        let point = (
            head: "content-disposition: form-data; name=point\r\nContent-Type: application/json", body: #"{"x":1}"#
        )
        let more = (head: "Content-Disposition: form-data; name=\"more\"\r\nContent-Type: text/csv", body: "1")
        #expect(try problems(try upload([note, point, photo(), more, more])) == [])
        #expect(try problems(try upload([note])) == ["body.photo: is required"])
        #expect(
            try problems(try upload([photo("image/gif", "")])) == [
                "body.photo: must be sent as image/png, image/jpeg", "body.photo.header.X-Sum: is required",
            ])
        #expect(
            try problems(try upload([photo("image/jpeg", "\r\nX-Sum: many")]))
                == ["body.photo.header.X-Sum: must be a whole number"])
        #expect(
            try problems(try upload([photo(), (head: point.head, body: #"{"x":"1"}"#)]))
                == ["body.point.x: must be a whole number"])
        #expect(try problems(try upload([photo(), note, note])) == ["body.note: must be a string"])
        let unknown = (head: "Content-Disposition: form-data; name=\"size\"", body: "1")
        #expect(
            try problems(try upload([photo(), unknown])) == [
                "body.size: is not a property of Parcel (refused by a strict check)"
            ])
    }

    @Test(
        arguments: [
            ("x", "its boundary does not occur in it"), ("--cut\r\n\r\nx", "its last boundary is missing"),
            ("--cut\r\nA: b\r\n--cut--", "the head of a part has no end"),
            ("--cut\r\nA\r\n\r\nx\r\n--cut--", "the head of a part has a line that is not a header field"),
            ("--cut\r\nA: b\r\n\r\nx\r\n--cut--", "a part has no `Content-Disposition: form-data` with a name"),
            ("--cutter\r\n", "a boundary does not end its line"),
        ]) func whatIsNoMultipartBodyIsTold(body: String, reason: String) throws
    {
        let answer = try send("POST", "/parts", body, as: "multipart/form-data; boundary=cut")
        #expect(answer.status == 400)
        #expect(try problems(answer) == ["the body is not multipart/form-data: \(reason)"])
    }

    // MARK: Text and bytes

    @Test func aTextIsHeldAgainstItsSchema() throws {
        let answer = try send("PUT", "/text", "short", as: "text/plain; charset=utf-8")
        #expect(answer.status == 200)
        #expect(answer.mediaType == "text/plain; charset=utf-8")
        #expect(answer.body == Array("x".utf8))
        #expect(
            try problems(try send("PUT", "/text", "longer", as: "text/plain")) == [
                "body: must have at most 5 characters"
            ])
        #expect(try send("PUT", "/text", "", as: "text/plain").status == 200)
        #expect(try problems(try send("PUT", "/text")) == ["body: is required"])
        #expect(try send("PUT", "/text", "ä", as: "text/plain; charset=us-ascii").status == 400)
    }

    @Test func aRangeOfStatusesIsAnsweredWithOneOfThem() throws {
        let answer = try send("PUT", "/bytes", "\u{0}", as: "image/png")
        #expect(answer.status == 200)
        #expect(answer.mediaType == "image/png")
        #expect(answer.body?.isEmpty == false)
        #expect(answer.documentedFields.map { "\($0.name): \($0.value)" } == ["X-Count: 7", "X-Names: x"])
    }

    @Test func otherMethodsHaveOperationsToo() throws {
        #expect(try send("HEAD", "/form").status == 200)
        #expect(try send("OPTIONS", "/form").status == 204)
    }

    // MARK: Styles

    private func styled(
        _ path: String = "/.1.2/;matrix=x,1,y,2/a,b%2Cc", _ query: String = "", _ headers: [(String, String)] = []
    ) throws -> [String] {
        try problems(try send("GET", "/styled\(path)?\(query)", as: nil, [("Cookie", "a=1; mode=dark")] + headers))
    }

    @Test func pathsHaveStyles() throws {
        #expect(try styled() == [])
        #expect(try styled("/1.2/;matrix=x,1/a") == ["path.label: must be written like .value"])
        #expect(try styled("/.1.b/;matrix=x,1/a") == ["path.label[1]: must be a whole number"])
        #expect(try styled("/.1/matrix=x,1/a") == ["path.matrix: must be written like ;matrix=value"])
        #expect(try styled("/.1/;matrix=y,1/a") == ["path.matrix.x: is required"])
    }

    @Test(
        arguments: [
            ("filter[state]=open&filter%5Bsizes%5D=1&filter[sizes]=2", []), ("ids=1,2", []), ("words=a%20b+c", []),
            ("x=1&y=2", []), ("rule=%7B%22x%22%3A1%7D", []),
            ("filter[state]=ajar", ["query.filter.state: must be one of open, shut"]),
            ("filter[mood]=x", ["query.filter.mood: is not a property of Filter (refused by a strict check)"]),
            ("ids=1,b", ["query.ids[1]: must be a whole number"]), ("x=b", ["query.place.x: must be a whole number"]),
            ("rule=x", ["query.rule: must be an object"]),
            ("z=1", ["query.z: is not a parameter of styled (refused by a strict check)"]),
        ]) func queriesHaveStyles(query: String, wrong: [String]) throws
    {
        #expect(try styled("/.1/;matrix=x,1/a", query) == wrong)
    }

    @Test func headersAndCookiesHaveStyles() throws {
        #expect(try styled("/.1/;matrix=x,1/a", "", [("X-Point", "x=1, y=2")]) == [])
        #expect(
            try styled("/.1/;matrix=x,1/a", "", [("X-Point", "x=1,y=b")]) == [
                "header.X-Point.y: must be a whole number"
            ])
        let target = "/styled/.1/;matrix=x,1/a"
        #expect(try problems(try send("GET", target)) == ["cookie.mode: is required"])
        #expect(
            try problems(try send("GET", target, as: nil, [("Cookie", "mode=grey")]))
                == ["cookie.mode: must be one of dark, light"])
    }

    // MARK: Types that have names

    @Test(
        arguments: [
            (#"{"kind":"round","radius":1.5}"#, []),
            (#"{"kind":"Group","shapes":[{"kind":"round","radius":2}],"names":{"a":{"b":{}}}}"#, []),
            (#"{"kind":"round","radius":0}"#, ["body.radius: must be greater than 0"]),
            (
                #"{"kind":"round","shapes":[]}"#,
                ["body.radius: is required", "body.shapes: is not a property of Circle (refused by a strict check)"]
            ),
            (#"{"kind":"Circle","radius":1}"#, []),
            (#"{"kind":"square"}"#, ["body.kind: must be one of round, Group"]), (#"{}"#, ["body.kind: is required"]),
            (#"{"kind":"Group","shapes":[{"kind":"round"}]}"#, ["body.shapes[0].radius: is required"]),
            (#"{"kind":"Group","names":{"a":{"b":1}}}"#, ["body.names.a.b: must be an object"]),
        ]) func aDiscriminatorDecides(body: String, wrong: [String]) throws
    {
        #expect(try problems(try send("POST", "/shapes", body, as: "application/json")) == wrong)
    }

    @Test func anAnswerNamesTheMemberThatItIs() throws {
        let answer = try send("POST", "/shapes", #"{"kind":"round","radius":1}"#, as: "application/json")
        #expect(String(decoding: answer.body ?? [], as: UTF8.self) == #"{"radius":1,"kind":"round"}"#)
    }

    // MARK: Keys

    @Test(
        arguments: [
            ([("Authorization", "Bearer abc")], "", 204), ([("authorization", "bearer abc")], "", 204),
            ([("Authorization", "Bearer ")], "", 401), ([("Authorization", "Basic dTpw")], "", 401),
            ([("Authorization", "Basic dTpw"), ("X-Key", "k")], "", 204),
            ([("Authorization", "Basic dQ=="), ("X-Key", "k")], "", 401), ([("X-Key", "k")], "", 401),
            ([], "?key=k", 204), ([], "?key=", 401), ([("Cookie", "a=b; sid=1")], "", 204),
            ([("Cookie", "sid=")], "", 401),
        ] as [([(String, String)], String, Int)])
    func oneOfTheWaysMustBeGone(headers: [(String, String)], query: String, status: Int) throws {
        #expect(try send("GET", "/guarded\(query)", as: nil, headers).status == status)
    }

    @Test func whatIsNeededIsTold() throws {
        let answer = try send("GET", "/guarded")
        #expect(
            try problems(answer) == [
                "the request needs the header Authorization with a bearer token, or the header Authorization with user "
                    + "and password and the header X-Key, or the query parameter key, or the cookie sid"
            ])
        #expect(
            answer.fields.filter { $0.name == .wwwAuthenticate }.map(\.value) == ["Bearer", "Basic realm=\"mock\""])
        for change in [
            { $0.security = .ignored } as (inout MockService.Options) -> Void, { $0.signatures = .ignored },
        ] {
            var options = MockService.Options()
            change(&options)
            let open = MockEngine(try Specs.model(ContentSpec.text), options)
            let request = IncomingRequest(method: "GET", target: "/guarded", authority: nil, fields: [:])
            #expect(open.respond(to: request).answer.status == 204)
        }
    }
}
