import APISpec
import Foundation
import Testing
import YAML

@testable import OpenAPIInterop

/// Every case of the compliance suite of RFC 9535's authors, where `APIDOC_JSONPATH_SUITE` names its `cts.json`.
@Suite struct JSONPathSuiteTests {
    private static let path = ProcessInfo.processInfo.environment["APIDOC_JSONPATH_SUITE"]

    @Test(.enabled(if: path != nil)) func everyCaseHolds() throws {
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: try #require(Self.path))))
        let root = try parseYAML(bytes, file: "cts.json")
        let cases = try #require(root["tests"]?.items)
        #expect(cases.count > 500)
        for test in cases {
            let name = test["name"]?.text ?? ""
            let query = test["selector"]?.scalar?.text ?? ""
            guard test["invalid_selector"] == nil else {
                #expect(throws: JSONPathProblem.self, "\(name)") { try JSONPath(query) }
                continue
            }
            let path = try? JSONPath(query)
            #expect(path != nil, "\(name): \(query)")
            guard let path, let document = test["document"] else { continue }
            var evaluation = JSONPathEvaluation(document)
            let found = JSONValue.array(try evaluation.nodes(path).map(\.node.json))
            let allowed = test["result"].map { [$0.json] } ?? (test["results"]?.items ?? []).map(\.json)
            #expect(allowed.contains(found), "\(name): \(query)")
        }
    }
}
