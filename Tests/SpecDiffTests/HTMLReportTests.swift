import Crypto
import Foundation
import SpecDiff
import Testing

@Suite("The HTML report")
struct HTMLReportTests {
    private func hash(_ tag: String, in page: String) -> String {
        let content = page.components(separatedBy: "<\(tag)>").last?.components(separatedBy: "</\(tag)>").first ?? ""
        return Data(SHA256.hash(data: Data(content.utf8))).base64EncodedString()
    }

    @Test("What the page shows, without its style and script")
    func content() throws {
        let page = try HTMLReport().text(ReportSample.ordinary())
        let body = page.components(separatedBy: "<body>").last?.components(separatedBy: "<script>").first ?? ""
        try Snapshot.expect(body, "report.html")
    }

    @Test("The policy has the hashes of the style and the script; nothing else may run")
    func policy() throws {
        let page = try HTMLReport().text(ReportSample.ordinary())
        #expect(
            page.contains(
                "content=\"default-src 'none'; style-src 'sha256-\(hash("style", in: page))'; "
                    + "script-src 'sha256-\(hash("script", in: page))'; base-uri 'none'; form-action 'none'\""))
        #expect(!page.contains(" style=\"") && !page.contains(" onclick") && !page.contains("innerHTML"))
    }

    @Test("Changes of one thing stand together, with what it says side by side")
    func groups() throws {
        let page = try HTMLReport().text(ReportSample.ordinary())
        let groups = page.components(separatedBy: "<section class=\"group\">").dropFirst()
        let book = try #require(groups.first { $0.contains("<span class=\"name\">Book</span>") })
        #expect(book.contains("<tr class=\"changed\"><th scope=\"row\">id</th>"))
        #expect(book.contains("<tr class=\"same\"><th scope=\"row\">title</th>"))
    }
}

/// What a browser makes of the page; skipped where none is installed.
@Suite(
    "The HTML report in a browser", .serialized,
    .enabled(if: Chromium.program != nil, "skipped: chromium is not installed"))
struct HTMLBrowserTests {
    @Test("The filter works, and is preset by what stands behind the address")
    func filtering() async throws {
        let report = try ReportSample.ordinary()
        let html = HTMLReport().text(report)
        let all = try await Chromium.load(html)
        #expect(all.shown.count == report.findings.count)
        #expect(all.text(of: "count") == "\(report.findings.count) changes")
        #expect(!all.markup.contains("<form id=\"filters\" hidden"))
        #expect(!all.log.contains("CONSOLE"), "\(all.log)")

        let rooms = try await Chromium.load(html, fragment: "#filter=ROOM%20parameter")
        #expect(rooms.shown.count == 1)
        #expect(rooms.text(of: "count") == "1 of \(report.findings.count) changes")

        let breaking = report.findings.count { $0.wire == .breaking }
        let wire = try await Chromium.load(html, fragment: "#axis=wire&severity=breaking")
        #expect(wire.shown.count == breaking)
        #expect(wire.shown.allSatisfy { $0.contains("data-wire=\"breaking\"") })

        let deletes = try await Chromium.load(html, fragment: "#operation=deleteBook")
        #expect(deletes.shown.count == report.findings.count { $0.operations.contains("deleteBook") })
        #expect(deletes.shown.count > 0)

        let none = try await Chromium.load(html, fragment: "#filter=nothing-of-that-name")
        #expect(none.shown == [])
        #expect(none.markup.contains("<p class=\"empty\">No change matches the filters.</p>"))
    }

    @Test("Hostile names stay text: nothing runs, nothing is said on the console")
    func hostile() async throws {
        let report = try ReportSample.hostile()
        let page = try await Chromium.load(HTMLReport().text(report))
        #expect(!page.log.contains("CONSOLE"), "\(page.log)")
        #expect(!page.markup.contains("<title>owned"))
        #expect(!page.markup.contains("<img"))
        #expect(page.markup.components(separatedBy: "<script>").count == 2)
        #expect(page.shown.count == report.findings.count)
    }

    @Test("The page asks for nothing: no request leaves it")
    func isolation() async throws {
        let page = try await Chromium.load(HTMLReport().text(ReportSample.hostile()))
        #expect(!page.log.contains("ERR_"), "\(page.log)")
        for tag in ["<img", "<link", "<iframe", "<object", "<embed", "<video", "<svg", "<base"] {
            #expect(!page.markup.contains(tag))
        }
    }
}
