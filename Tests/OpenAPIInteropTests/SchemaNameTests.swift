import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Names of components that frameworks make")
struct SchemaNameTests {
    private func names(_ keys: [String]) throws -> (names: [String], rules: [String]) {
        var text = """
            openapi: 3.1.0
            info: {title: Names, version: '1'}
            servers: [{url: https://names.example.test}]
            paths:
              /boats: {post: {operationId: create_boat_boats_post, responses: {'204': {description: OK}}}}
            components:
              schemas:

            """
        for key in keys { text += "    '\(key)': {type: object, properties: {a: {type: string}}}\n" }
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        return (
            result.document.schemas.map(\.name),
            result.findings.compactMap(\.rule).filter { $0 == "openapi-shortened-schema-name" }
        )
    }

    @Test(arguments: [
        (["Boat.7068f62"], ["Boat"]), (["Boat", "Page_Boat_"], ["Boat", "BoatPage"]),
        (["Boat", "Page[Boat]"], ["Boat", "BoatPage"]), (["Boat", "Page<Boat>"], ["Boat", "BoatPage"]),
        (["Boat", "Page«Boat»"], ["Boat", "BoatPage"]), (["Boat", "Reply_Page_Boat__"], ["Boat", "BoatPageReply"]),
        (["Boat.7068f62", "Page[Boat.7068f62]"], ["Boat", "BoatPage"]),
        (["Boat.7068f62", "Boat.7068f62.Sail"], ["Boat", "Boat.Sail"]),
        (["Boat-Input", "Boat-Output"], ["BoatInput", "Boat"]),
        (["Body_create_boat_boats_post"], ["CreateBoatBody"]),
        // Others stay: nothing says what they are, or the name is taken.
        (["Boat.7068F62", "Boat.version", "Page_Boat"], ["Boat.7068F62", "Boat.version", "Page_Boat"]),
        (["Boat.7068f62.Sail", "Boat.8a2b3c4.Sail"], ["Boat.7068f62.Sail", "Boat.8a2b3c4.Sail"]),
        (["7068f62.Boat", ".7068f62"], ["7068f62.Boat", ".7068f62"]), (["Page_Ship_"], ["Page_Ship_"]),
        (["Boat-Input"], ["Boat-Input"]),
        (["Boat", "Boat-Input", "Boat-Output"], ["Boat", "Boat-Input", "Boat-Output"]),
        (["Boat.7068f62", "Boat.8a2b3c4"], ["Boat.7068f62", "Boat.8a2b3c4"]),
        (["Boat", "BoatPage", "Page_Boat_"], ["Boat", "BoatPage", "Page_Boat_"]),
        (["Body_hire_boat"], ["Body_hire_boat"]),
    ])
    func name(_ keys: [String], _ expected: [String]) throws {
        let found = try names(keys)
        #expect(found.names == expected)
        #expect(found.rules.count == zip(keys, expected).count { $0 != $1 })
    }
}
