import APISpec
import Testing

@testable import MockService

@Suite struct VersionTests {
    @Test func theHeaderChoosesTheVersion() throws {
        let caller = Caller(Specs.backup) { $0.seed = .examples }
        let target = "/v1/backups/00cd2538fbf94d12b36aabbdd607e974"
        let newest = try caller.call("GET", target)
        let oldest = try caller.call("GET", target, headers: [("Scp-Api-Version", "backup 1.0")])
        let middle = try caller.call("GET", target, headers: [("scp-api-version", "backup 1.1")])
        #expect(newest["is_all_filesystem"] == .bool(false))
        #expect(middle["is_all_filesystem"] == nil)
        #expect(middle["dr_enabled"] == .bool(false))
        #expect(oldest["dr_enabled"] == nil)
        #expect(oldest["id"] == .string("00cd2538fbf94d12b36aabbdd607e974"))
    }

    @Test(arguments: ["backup 9.9", "backup", "1.2", "backup 1.2 ", "", "greenhouse 1.2", "backup 1.2, backup 1.1"])
    func anUnknownVersionIsRefused(value: String) throws {
        let outcome = try Caller(Specs.backup).call("GET", "/v1/backups", headers: [("Scp-Api-Version", value)])
        if value == "backup 1.2 " {
            // Blanks around a value do not belong to it (RFC 9110 §5.5); over a connection they never arrive.
            return
        }
        #expect(outcome.status == 400)
        #expect(outcome.code == "InvalidVersion")
        #expect(
            outcome.details == [
                "the header Scp-Api-Version must be `backup {version}` with one of the versions 1.2, 1.1, 1.0"
            ])
    }

    @Test func aPlannedVersionCannotBeCalledUnlessAskedFor() throws {
        let model = try Specs.model(Specs.loans)
        let refused = try Caller(model).call("GET", "/next", headers: [("X-Version", "v3")])
        #expect(refused.status == 400)
        #expect(refused.details == ["version 3 is planned and cannot be called yet"])
        let served = Caller(model) { $0.servesPlannedVersions = true }
        #expect(try served.call("GET", "/next", headers: [("X-Version", "v3")]).status == 200)
        #expect(try served.call("GET", "/next").status == 404)
    }

    @Test func whatAVersionLacksIsNotFound() throws {
        let outcome = try Caller(Specs.backup).call(
            "GET", "/v1/backups/x/filesystem-path?restore_target_id=a&path=/",
            headers: [("Scp-Api-Version", "backup 1.0")])
        #expect(outcome.status == 405)
        #expect(outcome.header("Allow") == "PUT, OPTIONS")
        let region = try Caller(Specs.greenhouse).call(
            "POST", "/v1/beds/x/water", headers: [("Scp-Api-Version", "greenhouse 1.1")])
        #expect(region.status == 404)
        #expect(region.details == ["version 1.1 has nothing at this path; 1.2 has"])
    }

    @Test func theRootListsTheVersions() throws {
        let outcome = try Caller(Specs.backup).call("GET", "/")
        #expect(outcome.status == 200)
        #expect(
            outcome.json?.jsonText
                == #"{"versions":[{"id":"v1.2","links":[{"href":"http://service.example/","rel":"self"}],"not_before":null,"#
                + #""status":"CURRENT"},{"id":"v1.1","links":[{"href":"http://service.example/","rel":"self"}],"#
                + #""not_before":"2026-05-31","status":"SUPPORTED"},{"id":"v1.0","links":[{"href":"http://service.example/","#
                + #""rel":"self"}],"not_before":"2026-03-31","status":"DEPRECATED"}]}"#)
        let post = try Caller(Specs.backup).call("POST", "/")
        #expect(post.status == 405)
        #expect(post.header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test func unknownPathsAndMethodsAreTold() throws {
        let caller = Caller(Specs.backup)
        let unknown = try caller.call("GET", "/v1/nothing")
        #expect(unknown.status == 404)
        #expect(unknown.code == "NotFound")
        #expect(unknown.details == ["there is nothing at this path"])
        let wrong = try caller.call("PATCH", "/v1/backups")
        #expect(wrong.status == 405)
        #expect(wrong.header("Allow") == "POST, GET, HEAD, OPTIONS")
        #expect(wrong["errors", "0", "title"] == .string("Method Not Allowed"))
        for member in [
            "code", "detail", "status", "title", "request_id", "global_request_id", "links", "related_resources",
        ] {
            #expect(wrong["errors", "0", member] != nil, "\(member)")
        }
        #expect(wrong["errors", "0", "response"] == .null)
    }
}
