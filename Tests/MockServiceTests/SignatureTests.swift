import APIModel
import Foundation
import HTTPTypes
import SCPRuntime
import ServiceRuntime
import Testing

@testable import MockService

@Suite struct SignatureTests {
    private let now = Date(timeIntervalSince1970: 1_780_000_000)

    private func engine(_ change: (inout MockService.Options) -> Void = { _ in }) throws -> MockEngine {
        let now = now
        return MockEngine(
            Specs.greenhouse,
            try .verifying {
                $0.now = { now }
                change(&$0)
            })
    }

    private func request(at time: Date? = nil, authority: String = "service.example") throws -> IncomingRequest {
        let call = try #require(Specs.greenhouse.call("listBeds", in: "1.2"))
        return try DocumentedRequest(call, of: Specs.greenhouse).signed(authority, at: time ?? now)
    }

    private func outcome(_ request: IncomingRequest, _ engine: MockEngine) throws -> Caller.Outcome {
        try Caller(Specs.greenhouse).outcome(engine.respond(to: request))
    }

    private func name(_ text: String) throws -> HTTPField.Name { try #require(HTTPField.Name(text)) }

    @Test func aSignedRequestIsAnswered() throws {
        #expect(try outcome(try request(), try engine()).status == 200)
    }

    @Test(arguments: ["Scp-Accesskey", "Scp-Signature", "Scp-Timestamp"])
    func aHeaderThatIsMissingIsNamed(header: String) throws {
        var request = try request()
        request.fields[try name(header)] = nil
        let outcome = try outcome(request, try engine())
        #expect(outcome.status == 401)
        #expect(outcome.code == "Unauthorized")
        #expect(outcome.details == ["the header \(header) is missing"])
    }

    @Test func anythingThatIsSignedCannotBeChanged() throws {
        let engine = try engine()
        for change in [
            { (request: inout IncomingRequest) in request.target += "&sort=name:asc" },
            { $0.method = "POST" },
            { $0.authority = "other.example" },
            { $0.fields[try name("Scp-ClientType")] = "Console" },
            { $0.fields[try name("Scp-Timestamp")] = "1780000000001" },
            { request in
                let signature = try #require(request.fields[try name("Scp-Signature")])
                request.fields[try name("Scp-Signature")] =
                    (signature.hasPrefix("A") ? "B" : "A") + signature.dropFirst()
            },
            { $0.fields[try name("Scp-Signature")] = "short" },
            { $0.fields[try name("Scp-AccountId")] = "account" },
        ] as [(inout IncomingRequest) throws -> Void] {
            var request = try request()
            try change(&request)
            let outcome = try outcome(request, engine)
            #expect(outcome.status == 401)
            #expect(outcome.code == "InvalidSignature")
            #expect(
                outcome.details == [
                    "the signature does not fit the request: it is made over method, URL as sent, timestamp, access key "
                        + "and client type"
                ])
        }
    }

    @Test func anotherKeyIsNotKnown() throws {
        var request = try request()
        request.fields[try name("Scp-Accesskey")] = "access-key-2"
        let outcome = try outcome(request, try engine())
        #expect(outcome.status == 401)
        #expect(outcome.code == "InvalidAccessKey")
        #expect(outcome.details == ["the access key is not the one of this service"])
        #expect(outcome.json?.jsonText.contains("access-key-2") == false)
    }

    @Test(arguments: [(-301.0, 401), (-299, 200), (299, 200), (301, 401)])
    func theTimestampMustBeNear(distance: Double, status: Int) throws {
        let outcome = try outcome(try request(at: now + distance), try engine())
        #expect(outcome.status == status)
        if status == 401 {
            #expect(outcome.code == "RequestExpired")
            #expect(
                outcome.details == [
                    "the header Scp-Timestamp is more than 300 seconds away from the clock of the service"
                ])
        }
    }

    @Test(arguments: ["x", "-1", "1e3", "", "99999999999999999999999"])
    func theTimestampMustBeANumber(text: String) throws {
        var request = try request()
        request.fields[try name("Scp-Timestamp")] = text
        #expect(try outcome(request, try engine()).status == 401)
    }

    @Test func aURLBehindTLSIsSignedAsTheClientSawIt() throws {
        var request = try request()
        let signer = SCPSigner(
            credentials: try Credentials(accessKey: DocumentedRequest.accessKey, secretKey: "secret-key-1"))
        request.fields[try name("Scp-Signature")] = signer.signature(
            method: "GET", url: "https://service.example" + request.target, timestamp: 1_780_000_000_000,
            clientType: "Openapi")
        #expect(try outcome(request, try engine()).status == 200)
    }

    @Test func anAccountBelongsToTheSignature() throws {
        var request = try request()
        let credentials = try Credentials(accessKey: DocumentedRequest.accessKey, secretKey: "secret-key-1")
        request.fields[try name("Scp-AccountId")] = "account-1"
        request.fields[try name("Scp-Signature")] = SCPSigner(credentials: credentials, accountID: "account-1")
            .signature(
                method: "GET", url: "http://service.example" + request.target, timestamp: 1_780_000_000_000,
                clientType: "Openapi")
        #expect(try outcome(request, try engine()).status == 200)
    }

    @Test func withoutAKeyPairTheFormIsLookedAt() throws {
        let engine = try engine { $0.signatures = .wellFormed }
        var request = try request()
        request.fields[try name("Scp-Accesskey")] = "anyone"
        #expect(try outcome(request, engine).status == 200)
        request.fields[try name("Scp-Signature")] = "c2hvcnQ="
        let outcome = try outcome(request, engine)
        #expect(outcome.status == 401)
        #expect(outcome.details == ["the header Scp-Signature is not the Base64 text of a SHA-256 HMAC"])
    }

    @Test func headersOfEveryRequestAreRequired() throws {
        var request = try request()
        request.fields[try name("Accept-Language")] = nil
        let outcome = try outcome(request, try engine())
        #expect(outcome.status == 400)
        #expect(outcome.details == ["header.Accept-Language: is required"])
    }
}
