import ServiceRuntime
import ServiceTesting
import Testing

/// The table of OpenAPI 3.1.1, Parameter Object, "Style Examples", which is that of RFC 6570.
@Suite struct ParameterStyleTests {
    private struct Color: Encodable, Sendable {
        var R = 100
        var G = 200
        var B = 150
    }

    private static let list = ["blue", "black", "brown"]
    private static let object = Color()

    private func send(_ request: OperationRequest) async throws -> RecordedRequest {
        let transport = RecordingTransport()
        try await connection(transport).call(request, success: [])
        return try #require(transport.requests.first)
    }

    private func invalid(_ request: OperationRequest) async -> String? {
        let error = await failure { _ = try await send(request) }
        guard case .requestInvalid(let reason)? = (error as? ServiceError)?.kind else { return nil }
        return reason
    }

    @Test(
        arguments: [
            ("/\("blue", .label)", "/.blue"), ("/\(list, .label)", "/.blue,black,brown"),
            ("/\(object, .label)", "/.R,100,G,200,B,150"), ("/\(list, .label, explode: true)", "/.blue.black.brown"),
            ("/\(object, .label, explode: true)", "/.R=100.G=200.B=150"),
            ("/x\("blue", .matrix("color"))", "/x;color=blue"), ("/x\("", .matrix("color"))", "/x;color"),
            ("/x\(list, .matrix("color"))", "/x;color=blue,black,brown"),
            ("/x\(object, .matrix("color"))", "/x;color=R,100,G,200,B,150"),
            ("/x\(list, .matrix("color"), explode: true)", "/x;color=blue;color=black;color=brown"),
            ("/x\(object, .matrix("color"), explode: true)", "/x;R=100;G=200;B=150"),
            ("/\("blue", .simple)", "/blue"), ("/\(list, .simple)", "/blue,black,brown"),
            ("/\(object, .simple)", "/R,100,G,200,B,150"), ("/\(object, .simple, explode: true)", "/R=100,G=200,B=150"),
            ("/\(["a,b", "c/d"], .simple)", "/a%2Cb,c%2Fd"),
            ("/\(object, .json)", "/%7B%22B%22:150,%22G%22:200,%22R%22:100%7D"),
        ] as [(RequestPath, String)])
    func path(_ path: RequestPath, _ text: String) async throws {
        #expect(try await send(OperationRequest("op", .get, path)).path == text)
    }

    @Test(arguments: [
        (Styled("blue", .form), "color=blue"), (Styled("", .form), "color="),
        (Styled(list, .form), "color=blue&color=black&color=brown"), (Styled(object, .form), "R=100&G=200&B=150"),
        (Styled("", .form(explode: false)), "color="),
        (Styled(list, .form(explode: false)), "color=blue,black,brown"),
        (Styled(object, .form(explode: false)), "color=R,100,G,200,B,150"),
        (Styled(list, .spaceDelimited), "color=blue%20black%20brown"),
        (Styled(object, .spaceDelimited), "color=R%20100%20G%20200%20B%20150"),
        (Styled(list, .pipeDelimited), "color=blue%7Cblack%7Cbrown"),
        (Styled(object, .pipeDelimited), "color=R%7C100%7CG%7C200%7CB%7C150"),
        (Styled(object, .deepObject), "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (Styled(["a": ["b": [1, 2]]], .deepObject), "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"),
        (Styled(object, .json), "color=%7B%22B%22:150,%22G%22:200,%22R%22:100%7D"),
        (Styled(["a,b", "c"], .form(explode: false)), "color=a%2Cb,c"),
        (Styled("a=b;c&d", .form, allowsReserved: true), "color=a=b;c%26d"),
    ])
    func query(_ value: Styled, _ text: String) async throws {
        let url = try await send(OperationRequest("op", .get, "/x", query: ["color": value])).url
        #expect(url.hasSuffix("/x?" + text), "\(url)")
    }

    @Test func nothingToSend() async throws {
        let absent: [String]? = nil
        let url = try await send(
            OperationRequest(
                "op", .get, "/x",
                query: [
                    "a": Styled(absent, .form), "b": Styled([String](), .form(explode: false)),
                    "c": Styled([String: Int](), .deepObject),
                ]
            )
        ).url
        #expect(url.hasSuffix("/x"))
    }

    @Test func elementWithTheSeparator() async {
        #expect(
            await invalid(OperationRequest("op", .get, "/x", query: ["q": Styled(["a|b", "c"], .pipeDelimited)]))
                == "query parameter 'q': an element has the separator '|' in it")
    }

    @Test func headers() async throws {
        let sent = try await send(
            OperationRequest(
                "op", .get, "/x",
                headers: [
                    "A": Styled(Self.list, header: .simple), "B": Styled(Self.object, header: .simple),
                    "C": Styled(Self.object, header: .simple(explode: true)), "D": Styled(Self.object, header: .json),
                ]))
        #expect(sent.header("A") == "blue,black,brown")
        #expect(sent.header("B") == "R,100,G,200,B,150")
        #expect(sent.header("C") == "R=100,G=200,B=150")
        #expect(sent.header("D") == #"{"B":150,"G":200,"R":100}"#)
    }

    @Test func cookies() async throws {
        let sent = try await send(
            OperationRequest(
                "op", .get, "/x",
                cookies: [
                    "session": "a b;\"c\\,%", "n": 1, "list": ["x", "y"],
                    "flat": Styled(Self.list, .form(explode: false)), "none": nil as String?,
                ]))
        #expect(
            sent.header("Cookie") == "session=a%20b%3B%22c%5C%2C%25; n=1; list=x; list=y; flat=blue,black,brown")
        #expect(
            await invalid(OperationRequest("op", .get, "/x", cookies: ["a": "x\r\ny"]))
                == "cookie 'a': the value has a line break or another control character")
        #expect(
            await invalid(OperationRequest("op", .get, "/x", cookies: ["a b": "x"]))
                == "cookie 'a b': this is not the name of a cookie")
    }
}
