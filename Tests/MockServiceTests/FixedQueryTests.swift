import APIModel
import APISpec
import Testing

@testable import MockService

/// Operations that share method and path and differ in a query item with one value.
struct FixedQueryTests {
    private static let text = """
        apidoc: 1
        service: {id: tides, title: Tides, server: {url: 'https://tides.example.test'}}
        versions: {'1': {status: current}}
        operations:
          tides:
            title: Tides
            method: GET
            path: /tides
            revisions: [{versions: ['1'], responses: {'200': {type: object}}}]
          newTides:
            title: New Tides
            method: GET
            path: /tides
            revisions:
              - versions: ['1']
                parameters: [{name: beta, in: query, type: string, enum: ['true'], required: true}]
                responses: {'202': {type: object}}
        """

    @Test func areToldApartByIt() throws {
        let file = try SpecReader().read(Array(Self.text.utf8), file: "tides.yaml")
        #expect(SpecValidator().validate(file.document, locations: file.locations).isEmpty)
        let caller = Caller(APIModel(file.document))
        #expect(try caller.call("GET", "/tides").status == 200)
        #expect(try caller.call("GET", "/tides?beta=true").status == 202)
    }
}
