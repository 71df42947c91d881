import APIModel
import APISpec
import Testing

@testable import MockService

/// The path of the documented servers is served beside the bare one.
@Suite struct ServerPathTests {
    private func caller(_ server: String) throws -> Caller {
        let text = """
            apidoc: 1
            service: {id: cellar, title: Cellar, server: {\(server)}}
            versions: {'1': {status: current}}
            operations:
              showShelf:
                title: Show Shelf
                method: GET
                path: /{room}/{shelf}
                revisions:
                  - versions: ['1']
                    parameters:
                      - {name: room, in: path, type: string, required: true}
                      - {name: shelf, in: path, type: integer, required: true}
                    responses: {'200': {type: integer}}
            """
        return Caller(try MockService.model(spec: text))
    }

    @Test(arguments: [
        ("url: 'https://cellar.example/api'", "/api/north/3", 200),
        ("url: 'https://cellar.example/api/'", "/api/north/3", 200),
        ("url: 'https://cellar.example/api'", "/north/3", 200),
        ("url: 'https://cellar.example/api'", "/other/north/3", 404),
        ("url: /v1", "/v1/north/3", 200), ("url: 'https://{host}/{stage}'", "/beta/north/3", 200),
        (
            "url: 'https://cellar.example', alternatives: [{url: 'https://old.example/old/api'}]", "/old/api/north/3",
            200
        ),
        ("url: 'https://cellar.example'", "/api/north/3", 404),
    ])
    func bothAreServed(server: String, target: String, status: Int) throws {
        #expect(try caller(server).call("GET", target).status == status)
    }

    @Test func valuesAreThoseBelowTheServer() throws {
        let outcome = try caller("url: 'https://cellar.example/api'").call("GET", "/api/north/three")
        #expect(outcome.details == ["path.shelf: must be a whole number"])
    }

    @Test(arguments: ["", "https://cellar.example", "https://cellar.example/", "//cellar.example", "cellar"])
    func anAddressWithoutPathHasNone(address: String) {
        #expect(ServerPath(address) == nil)
    }
}
