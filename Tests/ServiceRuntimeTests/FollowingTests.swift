import HTTPTypes
import ServiceRuntime
import Testing

/// Calls at addresses that answers told.
@Suite struct FollowingTests {
    private struct Listed: Codable, Equatable, Sendable {
        var names: [String]
        var next: String?
    }

    private func connection(
        _ transport: ScriptedTransport, base: String = "https://shop.example.com/api",
        authentication: Authentication = .none
    ) -> ServiceConnection {
        ServiceConnection(
            service: "Shop", version: "1", baseURL: base, headers: ["X-Version": "1"], authentication: authentication,
            transport: transport)
    }

    private func list(_ connection: ServiceConnection, _ size: Int? = 2) async throws -> Listed {
        try await connection.call(
            OperationRequest("list", .get, "/pets", query: ["size": size], title: "List"), success: [200])
    }

    @Test(arguments: [
        ("https://shop.example.com/api/pets?after=b", "/api/pets?after=b"),
        ("HTTPS://Shop.Example.Com:443/other?x=%20y", "/other?x=%20y"), ("//shop.example.com/a", "/a"),
        ("/pets?page=2#end", "/pets?page=2"), ("?page=2", "/api/pets?page=2"), ("more?page=2", "/api/more?page=2"),
        ("../pets/./2", "/pets/2"), ("https://shop.example.com?page=2", "/?page=2"),
        ("/pets?q=a b\u{E9}", "/pets?q=a%20b%C3%A9"), ("", "/api/pets?size=2"),
    ])
    func addressesTakeThePlaceOfTheTarget(_ address: String, _ target: String) async throws {
        let transport = ScriptedTransport([.answer(200, body: #"{"names":[]}"#)])
        _ = try await list(connection(transport).following(address))
        let request = try #require(transport.requests.first)
        #expect(request.path == target)
        #expect(request.authority == "shop.example.com")
        #expect(request.scheme == "https")
        #expect(request.headerFields[HTTPField.Name("X-Version")!] == "1")
    }

    @Test(arguments: [
        "https://other.example.com/api/pets?after=b", "http://shop.example.com/api/pets", "//evil.example/a",
        "https://shop.example.com:8443/api/pets", "https://shop.example.com@evil.example/pets",
        "https://user:word@shop.example.com/pets", "https://shop.example.com.evil.example/", "ftp:///pets",
        "https:/pets", "javascript:alert(1)", "https://shop.example.com\\@evil.example/",
    ])
    func whatLeadsElsewhereIsNotSent(_ address: String) async throws {
        let transport = ScriptedTransport([.answer(200, body: #"{"names":[]}"#)])
        let error = await #expect(throws: ServiceError.self) {
            try await list(connection(transport).following(address))
        }
        guard case .requestInvalid(let text)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains("https://shop.example.com"))
        #expect(!text.contains("evil") && !text.contains("word"))
        #expect(transport.requests.isEmpty)
    }

    @Test func aKeyInTheQueryStandsThereOnce() async throws {
        let transport = ScriptedTransport([.answer(200, body: #"{"names":[]}"#)])
        let connection = try connection(transport, authentication: .apiKey("key", in: .query, "new"))
        _ = try await list(connection.following("/pets?key=old&page=2&keys=1"))
        _ = try await list(connection.following("/pets?key=old"))
        #expect(transport.requests.map(\.path) == ["/pets?page=2&keys=1&key=new", "/pets?key=new"])
    }

    @Test func aListIsReadOverItsAddresses() async throws {
        let transport = ScriptedTransport([
            .answer(200, body: #"{"names":["a","b"],"next":"https://shop.example.com/api/pets?after=b"}"#),
            .answer(200, body: #"{"names":["c"],"next":"https://evil.example/api/pets?after=c"}"#),
        ])
        let connection = connection(transport)
        let pages = PageSequence(items: { (page: Listed) in page.names }, next: { $0.next }) {
            try await list(connection.following($0))
        }
        var names: [String] = []
        await #expect(throws: ServiceError.self) {
            for try await name in pages.items { names.append(name) }
        }
        #expect(names == ["a", "b", "c"])
        #expect(transport.requests.map(\.path) == ["/api/pets?size=2", "/api/pets?after=b"])
    }
}
