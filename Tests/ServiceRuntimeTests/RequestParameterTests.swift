import ServiceRuntime
import ServiceTesting
import Testing

@Suite struct RequestParameterTests {
    private func send(_ request: OperationRequest) async throws -> RecordedRequest {
        let transport = RecordingTransport()
        try await connection(transport).call(request, success: [])
        return try #require(transport.requests.first)
    }

    private func query(_ parameters: QueryParameters) async throws -> String {
        let url = try await send(OperationRequest("op", .get, "/x", query: parameters)).url
        return String(url.drop { $0 != "?" })
    }

    private func invalid(_ request: OperationRequest) async -> String? {
        let error = await failure { _ = try await send(request) }
        guard case .requestInvalid(let reason)? = (error as? ServiceError)?.kind else { return nil }
        return reason
    }

    @Test func orderNilAndRepetition() async throws {
        let absent: Int? = nil
        let present: Int? = 0
        #expect(try await query(["b": "1", "skip": absent, "a": present, "c": ["x", "y"]]) == "?b=1&a=0&c=x&c=y")
        #expect(try await query(["skip": absent, "none": [String]()]) == "")
        #expect(try await query(["a": "1", "a": "2"]) == "?a=1&a=2")
    }

    @Test func everyKindOfValue() async throws {
        let text = try await query([
            "s": "", "i": -3, "d": 1.5, "w": 2.0, "t": true, "date": instant(1_780_218_000.25), "e": PolicyType.vmImage,
            "j": JSONValue.array([1, "x", nil, false, 2.5]), "o": JSONValue.object(["b": 1, "a": "/"]),
            "n": JSONValue.null,
        ])
        #expect(
            text
                == "?s=&i=-3&d=1.5&w=2&t=true&date=2026-05-31T09:00:00.250Z&e=VM_IMAGE&j=1&j=x&j=false&j=2.5"
                + "&o=%7B%22a%22:%22/%22,%22b%22:1%7D")
    }

    @Test(arguments: [
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a&b=c;d", "a%26b%3Dc%3Bd"),
        ("a#b", "a%23b"),
        ("50%", "50%25"),
        ("%20", "%2520"),
        ("/aaa?b:@", "/aaa?b:@"),
        ("~!$'()*,-._", "~!$'()*,-._"),
        ("\"<>[]\\^`{|}", "%22%3C%3E%5B%5D%5C%5E%60%7B%7C%7D"),
        ("가", "%EA%B0%80"),
        ("😀", "%F0%9F%98%80"),
        ("\r\n\u{0}", "%0D%0A%00"),
    ])
    func valueIsEncoded(_ value: String, _ encoded: String) async throws {
        #expect(try await query(["q": value]) == "?q=\(encoded)")
        #expect(try await query([value: "v"]) == "?\(encoded)=v")
    }

    @Test func everyCharacterComesBack() async throws {
        let all = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init)))
        let sent = try await send(OperationRequest("op", .get, "/x", query: ["q": all, "r": "s"]))
        #expect(sent.query.map(\.name) == ["q", "r"])
        #expect(sent.query.first?.value == all)
    }

    @Test func valueThatCannotBeWritten() async {
        #expect(
            await invalid(OperationRequest("op", .get, "/x", query: ["q": Double.infinity]))
                == "query parameter 'q': the number inf cannot be sent as a parameter")
        #expect(
            await invalid(OperationRequest("op", .get, "/x", query: ["q": instant(1e12)]))
                == "query parameter 'q': a date outside the years 0 to 9999 cannot be sent as a parameter")
    }

    @Test func headersReplaceThoseOfTheService() async throws {
        let absent: String? = nil
        let sent = try await send(
            OperationRequest(
                "op", .get, "/x", headers: ["scp-clienttype": "Other", "X-List": [1, 2], "X-None": absent]))
        #expect(sent.header("Scp-ClientType") == "Other")
        #expect(sent.header("X-List") == "1,2")
        #expect(sent.header("X-None") == nil)
        #expect(sent.header("Accept") == "application/json")
        #expect(sent.header("Content-Type") == nil)
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u{0}b", "a\u{7F}"])
    func headerValueWithControlCharacterIsRefused(_ value: String) async {
        #expect(
            await invalid(OperationRequest("op", .get, "/x", headers: ["X-Trace": value]))
                == "the value of header 'X-Trace' has a line break or another control character")
    }

    @Test func headerNameIsChecked() async {
        #expect(
            await invalid(OperationRequest("op", .get, "/x", headers: ["X Trace": "a"]))
                == "'X Trace' is not a header name")
        #expect(
            await invalid(OperationRequest("op", .get, "/x", headers: ["X\r\n": "a"]))
                == "'X\\r\\n' is not a header name")
    }

    @Test func bodyIsJSONInTheOrderOfDeclaration() async throws {
        var item = Item(name: "a/b \"가\"", createdAt: instant(0))
        item.extra = ["z": 1, "a": [true, nil, 1.5]]
        let sent = try await send(OperationRequest("op", .post, "/x", body: item))
        #expect(
            String(decoding: try #require(sent.body), as: UTF8.self)
                == #"{"name":"a/b \"가\"","count":null,"created_at":"1970-01-01T00:00:00Z","#
                + #""extra":{"a":[true,null,1.5],"z":1}}"#)
        #expect(sent.header("Content-Type") == "application/json")
        #expect(sent.method == "POST")
    }

    @Test func bodyThatCannotBeWritten() async {
        #expect(
            await invalid(OperationRequest("op", .post, "/x", body: ["a": [instant(1e12)]]))
                == "the body cannot be encoded at $.a[0]: a date outside the years 0 to 9999")
    }

    @Test(arguments: OperationRequest.Method.standard) func methods(_ method: OperationRequest.Method) async throws {
        #expect(try await send(OperationRequest("op", method, "/x")).method == method.rawValue)
    }
}
