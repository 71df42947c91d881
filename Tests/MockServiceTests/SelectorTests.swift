import APIModel
import APISpec
import Testing

@testable import MockService

@Suite("What selects the version of a request") struct SelectorTests {
    private func model(_ selector: String, media: String = "application/json") throws -> APIModel {
        let text = """
            apidoc: 1
            service:
              id: quay
              title: Quay
              server: {url: 'https://quay.example'}
              selector: \(selector)
            versions:
              '2.0': {status: current, selected: '2'}
              '1.0': {status: supported, selected: '1'}
            operations:
              listBerths:
                title: List
                method: GET
                path: /berths
                revisions:
                  - versions: ['2.0', '1.0']
                    responses:
                      '200': {description: OK, type: string, mediaType: '\(media)'}
              showOld:
                title: Old
                method: GET
                path: /old
                revisions:
                  - versions: ['1.0']
                    responses: {'204': {description: OK}}

            """
        return APIModel(try SpecReader().read(Array(text.utf8), file: "quay.yaml").document)
    }

    @Test("A header") func header() throws {
        let caller = Caller(try model("{by: header, name: X-Quay, pattern: 'v{version}'}"))
        #expect(try caller.call("GET", "/old", headers: [("X-Quay", "v1")]).status == 204)
        #expect(try caller.call("GET", "/old", headers: [("X-Quay", "v2")]).status == 404)
        #expect(try caller.call("GET", "/old").status == 404)
        let refused = try caller.call("GET", "/old", headers: [("X-Quay", "v3")])
        #expect(refused.status == 400 && refused.code == "InvalidVersion")
    }

    @Test("A query item, which is not an argument") func query() throws {
        let caller = Caller(try model("{by: query, name: api-version}"))
        #expect(try caller.call("GET", "/old?api-version=1").status == 204)
        #expect(try caller.call("GET", "/berths?api-version=2").status == 200)
        let refused = try caller.call("GET", "/berths?api-version=9")
        #expect(refused.status == 400)
        #expect(refused.details == ["the query item api-version must be `{version}` with one of the versions 2, 1"])
    }

    @Test("A value that the documentation takes besides its versions") func accepted() throws {
        let caller = Caller(try model("{by: query, name: api-version, required: false, accepted: [latest]}"))
        #expect(try caller.call("GET", "/berths?api-version=latest").status == 200)
        #expect(try caller.call("GET", "/old?api-version=latest").status == 404)
        #expect(try caller.call("GET", "/berths?api-version=newest").status == 400)
    }

    @Test("A media type") func mediaType() throws {
        let media = "application/vnd.quay+json;version={version}"
        let caller = Caller(try model("{by: media-type, pattern: '\(media)'}", media: media))
        func accept(_ version: String) -> [(String, String)] {
            [("Accept", "application/vnd.quay+json; version=\(version); q=0.9, */*")]
        }
        #expect(try caller.call("GET", "/old", headers: accept("1")).status == 204)
        let newest = try caller.call("GET", "/berths", headers: accept("2"))
        #expect(newest.status == 200)
        #expect(try caller.call("GET", "/berths", headers: accept("7")).status == 406)
        #expect(try caller.call("GET", "/berths", headers: [("Accept", "application/json")]).status == 200)
    }

    @Test("The beginning of the path, and the path of the base address", arguments: ["path", "server"])
    func path(_ kind: String) throws {
        let pattern = kind == "path" ? "/v{version}" : "https://quay.example/v{version}"
        let caller = Caller(try model("{by: \(kind), pattern: '\(pattern)'}"))
        #expect(try caller.call("GET", "/v1/old").status == 204)
        #expect(try caller.call("GET", "/v2/old").status == 404)
        #expect(try caller.call("GET", "/v2/berths").status == 200)
        #expect(try caller.call("GET", "/v3/berths").status == 404)
    }
}
