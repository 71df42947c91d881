import APIModel
import APISpec
import Foundation
import OpenAPIExport
import OpenAPIInterop
import Testing

struct DocumentTests {
    @Test func version31() throws {
        #expect(OpenAPIText.json(try Sample.export(Sample.backup, .v3_1, version: "1.1")) == ExpectedText.json31)
    }

    @Test func version30() throws {
        #expect(OpenAPIText.yaml(try Sample.export(Sample.backup, .v3_0, version: "1.1")) == ExpectedText.yaml30)
    }

    @Test func theSameInputGivesTheSameOutput() throws {
        for dialect in OpenAPIDialect.allCases {
            let first = try Sample.export(Sample.backup, dialect, version: "1.1")
            for _ in 0..<20 { #expect(try Sample.export(Sample.backup, dialect, version: "1.1") == first) }
        }
    }

    @Test(arguments: OpenAPIDialect.allCases)
    func anEmptyVersion(dialect: OpenAPIDialect) throws {
        #expect(
            try Sample.export(Sample.document([]), dialect).line
                == "{openapi: \(dialect.documentVersion), info: {title: X, version: 1.0, x-apidoc-service: x, "
                + "x-apidoc-status: current}, paths: {}}")
    }

    @Test func serverVariablesWithoutPairs() throws {
        var document = Sample.document([])
        document.service.server.url = "https://{host}.{region}.example.com"
        #expect(
            try Sample.export(document)["servers"]?.line
                == "[{url: https://{host}.{region}.example.com, variables: "
                + "{host: {default: host, x-apidoc-unknown: true}, region: {default: region, x-apidoc-unknown: true}}}]"
        )
    }

    @Test func headersThatSignNothingAreParameters() throws {
        var document = Sample.backup
        document.service.authentication = nil
        let exported = try Sample.export(document, version: "1.1")
        #expect(exported["security"] == nil)
        #expect(exported.at("components", "securitySchemes") == nil)
        #expect(exported.at("components", "parameters")?.names.first == "Scp-Accesskey")
    }

    @Test func signatureHeadersHaveTheirNamesEvenIfNoneIsShown() throws {
        var document = Sample.document([])
        document.service.authentication = .scpHMAC
        document.service.headers = [.init("X-Key", "{access-key}"), .init("SCP-TIMESTAMP", "1605290625682")]
        let exported = try Sample.export(document)
        let schemes = try #require(exported.at("components", "securitySchemes"))
        #expect(schemes.at("accessKey", "name") == .string("X-Key"))
        #expect(schemes.at("signature", "name") == .string("Scp-Signature"))
        #expect(schemes.at("timestamp", "name") == .string("SCP-TIMESTAMP"))
        #expect(exported.at("components", "parameters") == nil)
    }

    /// Far more than the largest known service; the limit is generous for slow machines and debug builds, and of the time
    /// of the processor for this thread, whatever else runs.
    @Test func manyOperationsTakeMilliseconds() throws {
        let parameters = (0..<10).map {
            Parameter(name: "p\($0)", location: .query, isRequired: false, schema: Schema(.string(format: nil)))
        }
        let revisions = (0..<1000).map { Sample.revision("/x\($0)", parameters: parameters) }
        let model = APIModel(Sample.document(revisions))
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        _ = OpenAPIText.json(try OpenAPIExporter(dialect: .v3_1).document(model, version: "1.0"))
        #expect(now() - start < 2)
    }
}
