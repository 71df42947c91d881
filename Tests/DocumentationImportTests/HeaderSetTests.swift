import APISpec
import Diagnostics
import DocumentationImport
import Testing

/// Pages whose examples prove who sends a request by headers that are not known.
@Suite struct HeaderSetTests {
    /// The page of the shed with other headers in its examples.
    private func imported(_ headers: [String]) throws -> ImportedDocumentation {
        let lines = try Fixture.text("shed.txt").split(separator: "\n", omittingEmptySubsequences: false)
        var result: [String] = []
        for line in lines {
            if line.hasPrefix("\"Scp-Accesskey") {
                result += headers.enumerated().map { "\"\($1)\"" + ($0 == headers.count - 1 ? "" : ",") }
            }
            if !line.hasPrefix("\"Scp-") { result.append(String(line)) }
        }
        return try Fixture.service(text: result.joined(separator: "\n"), file: "shed.txt")
    }

    private func findings(_ result: ImportedDocumentation) -> [String] {
        result.findings.filter { $0.rule == "unknown-authentication" }.map(\.message)
    }

    @Test func anotherSetOfSignatureHeadersIsTheCallersToGive() throws {
        let result = try imported([
            "X-Cmp-AccessKey = {accessKey}", "X-Cmp-Signature = {signature}", "X-Cmp-Timestamp = {timestamp}",
            "X-Cmp-ClientType = OpenApi",
        ])
        let service = result.document.service
        #expect(service.headers == [.init("X-Cmp-ClientType", "OpenApi")])
        #expect(service.authentication == nil)
        #expect(
            service.security
                == ["AccessKey", "Signature", "Timestamp"].map {
                    SecurityScheme(name: "X-Cmp-\($0)", kind: .apiKey(name: "X-Cmp-\($0)", in: .header))
                })
        #expect(service.requirements.map { $0.map(\.name) } == [service.security.map(\.name)])
        #expect(findings(result).count == 3)
    }

    @Test(arguments: [
        ("X-Auth-Token = gAAAAABk", SecurityScheme.Kind.apiKey(name: "X-Auth-Token", in: .header)),
        ("Authorization = Bearer eyJhbGciOi", .bearer(format: nil)), ("Authorization = Basic dXNlcjpwdw==", .basic),
        ("X-Api-Key = xxxxx", .apiKey(name: "X-Api-Key", in: .header)),
        ("X-Project = {projectId}", .apiKey(name: "X-Project", in: .header)),
        ("X-Place = <place>", .apiKey(name: "X-Place", in: .header)),
    ])
    func secretsAndPlaceholdersAreNoConstants(_ header: String, _ kind: SecurityScheme.Kind) throws {
        let result = try imported([header, "X-Kind = shed"])
        #expect(result.document.service.headers == [.init("X-Kind", "shed")])
        #expect(result.document.service.security.map(\.kind) == [kind])
        #expect(findings(result).count == 1)
    }

    @Test func whatIsAlwaysTheSameStaysAConstant() throws {
        let result = try imported(["X-Kind = shed", "Keyboard = none", "X-Authors = us"])
        #expect(result.document.service.headers.map(\.name) == ["X-Kind", "Keyboard", "X-Authors"])
        #expect(result.document.service.security.isEmpty)
        #expect(findings(result).isEmpty)
    }
}
