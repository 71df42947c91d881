import APIModel
import APISpec
import Testing

@testable import MockService

/// Members that stand in requests only.
struct WriteOnlyTests {
    private static let text = """
        apidoc: 1
        service: {id: lodge, title: Lodge, server: {url: 'https://lodge.example.test'}}
        versions: {'1': {status: current}}
        operations:
          addGuest:
            title: Add Guest
            method: POST
            path: /guests
            revisions:
              - versions: ['1']
                request: {schema: Guest, required: true}
                responses: {'201': {schema: Guest}}
          listGuests:
            title: List Guests
            method: GET
            path: /guests
            revisions: [{versions: ['1'], responses: {'200': {type: array, items: {schema: Guest}}}}]
          showGuest:
            title: Show Guest
            method: GET
            path: /guests/{id}
            revisions:
              - versions: ['1']
                parameters: [{name: id, in: path, type: string, required: true}]
                responses: {'200': {schema: Guest}}
        schemas:
          Guest:
            properties:
              id: {type: string, readOnly: true}
              name: {type: string, required: true}
              pin: {type: string, required: true, writeOnly: true}
        resources:
          guest: {collection: /guests, member: '/guests/{id}', create: addGuest, list: listGuests, show: showGuest, identifier: id}
        """

    @Test func areAskedForAndNeverShown() throws {
        let file = try SpecReader().read(Array(Self.text.utf8), file: "lodge.yaml")
        let caller = Caller(APIModel(file.document))
        #expect(try caller.call("POST", "/guests", #"{"name": "Ada"}"#).status == 400)
        let made = try caller.call("POST", "/guests", #"{"name": "Ada", "pin": "1234"}"#)
        #expect(made.status == 201)
        let listed = try caller.call("GET", "/guests")
        for text in [made.json?.jsonText, listed.json?.jsonText] {
            #expect(text?.contains("Ada") == true)
            #expect(text?.contains("pin") == false, "\(text ?? "")")
        }
    }
}
