import Diagnostics
import HTTPTypes
import PageFetching
import ServiceRuntime
import Synchronization
import Testing

@Suite("Pages that have another address", .timeLimit(.minutes(5)))
struct MoveTests {
    /// The moves that are told of while a page is fetched from a site that answers as `answer` says.
    private func moves(
        _ url: String, etag: String? = nil, _ answer: @escaping @Sendable (String) -> TransportResponse
    ) async throws -> (moves: [PageMove], page: FetchedPage) {
        let told = Mutex<[PageMove]>([])
        var fetching = Fetching(transport: StubTransport { answer($0.path ?? "") })
        fetching.onMove = { move in told.withLock { $0.append(move) } }
        let page = try await fetching.page(url, etag: etag)
        return (told.withLock { $0 }, page)
    }

    @Test(arguments: [301, 308]) func permanentRedirectIsTold(_ status: Int) async throws {
        let (moves, page) = try await moves("https://host/old?token=x") { path in
            path == "/new" ? .answer(200, [:], "page") : .answer(status, [.location: "/new"])
        }
        #expect(page.text == "page")
        #expect(moves == [PageMove(page: 0, from: "https://host/old?token=<redacted>", to: "https://host/new")])
    }

    @Test(arguments: [302, 303, 307]) func otherRedirectsAreNoMove(_ status: Int) async throws {
        let (moves, _) = try await moves("https://host/old") { path in
            path == "/new" ? .answer(200, [:], "page") : .answer(status, [.location: "/new"])
        }
        #expect(moves.isEmpty)
    }

    @Test func theMoveEndsWhereARedirectIsForNow() async throws {
        let (moves, page) = try await moves("https://host/a") { path in
            switch path {
            case "/a": .answer(308, [.location: "/b"])
            case "/b": .answer(302, [.location: "/c"])
            case "/c": .answer(301, [.location: "/d"])
            default: .answer(200, [:], "page")
            }
        }
        #expect(page.finalURL == "https://host/d")
        #expect(moves.map(\.to) == ["https://host/b"])
    }

    @Test func anUnchangedPageMayHaveMoved() async throws {
        let (moves, page) = try await moves("https://host/old", etag: "\"1\"") { path in
            path == "/new" ? .answer(304) : .answer(308, [.location: "/new"])
        }
        #expect(page == .unchanged)
        #expect(moves.map(\.to) == ["https://host/new"])
    }

    @Test(arguments: [
        "<meta http-equiv=refresh content=\"0; url=/new\">",
        "<META HTTP-EQUIV='Refresh' CONTENT='0;URL=\"/new\"'/>",
        "<!-- <meta http-equiv=refresh content='0; url=/no'> --><meta content='0.0,/new' http-equiv=refresh>",
        "<script>'<meta http-equiv=refresh content=\"0; url=/no\">'</script><meta http-equiv=refresh content='0;url=new'>",
        "<noscript><meta http-equiv=refresh content='0; url=/no'></noscript><meta http-equiv=refresh content='0; url=/new'>",
    ])
    func aliasIsFollowed(_ head: String) async throws {
        let (moves, page) = try await moves("https://host/old") { path in
            path == "/new" ? .answer(200, [:], "page") : .answer(200, [:], "<html><head>\(head)</head></html>")
        }
        #expect(page.text == "page")
        #expect(moves.map(\.to) == ["https://host/new"])
    }

    @Test(arguments: [
        "<meta http-equiv=refresh content='300'>", "<meta http-equiv=refresh content='5; url=/new'>",
        "<meta http-equiv=refresh content='0; url=/old'>", "<meta name=refresh content='0; url=/new'>",
        "<noscript><meta http-equiv=refresh content='0; url=/new'></noscript>",
    ])
    func otherPagesAreNoAlias(_ head: String) async throws {
        let (moves, page) = try await moves("https://host/old") { _ in .answer(200, [:], head) }
        #expect(page.text == head)
        #expect(moves.isEmpty)
    }

    @Test func aliasesMayNotLeadAnywhere() async throws {
        let stub = StubTransport { request in
            let target = request.path == "/a" ? "/b" : request.path == "/b" ? "/a" : "http://host/x"
            return .answer(200, [:], "<meta http-equiv=refresh content='0; url=\(target)'>")
        }
        let message = await Fetching(transport: stub).message("https://host/a")
        #expect(message.hasPrefix("the page leads in a circle, back to https://host/a"))
        #expect(
            await Fetching(transport: stub).message("https://host/c").hasPrefix("the page leads from https to http"))
    }

    @Test func certificatesAreNotTriedAgain() async throws {
        let stub = StubTransport { _ in
            throw TransportError(
                .notSent, reason: "the certificate of the host has expired", isCertificateRefused: true)
        }
        let message = await Fetching(transport: stub).message("https://host/")
        #expect(message.hasPrefix("there is no secure connection to the site: the certificate of the host has expired"))
        #expect(message.hasSuffix("name its file with --ca-file"))
        #expect(stub.urls.count == 1)
    }

    @Test func secretsAreRestoredAndNeverInvented() async throws {
        let shown = RedactedURL.text(of: "https://host/p?a=1&token=abc;sig=x%20y")
        #expect(shown == "https://host/p?a=1&token=<redacted>;sig=<redacted>")
        #expect(RedactedURL.redactedNames(of: shown) == ["token", "sig"])
        #expect(
            RedactedURL.restored(shown) { $0 == "token" ? "abc" : "x%20y" } == "https://host/p?a=1&token=abc;sig=x%20y"
        )
        #expect(
            RedactedURL.restored(shown) { $0 == "token" ? "abc" : nil }
                == "https://host/p?a=1&token=abc;sig=<redacted>")
        #expect(!RedactedURL.isRedacted("https://host/p?a=1"))
        let stub = StubTransport { _ in .answer(200, [:], "page") }
        let message = await Fetching(transport: stub).message(shown)
        #expect(message == "the address has a secret in its query that is kept nowhere; name the address with it again")
        #expect(stub.urls.isEmpty)
    }
}
