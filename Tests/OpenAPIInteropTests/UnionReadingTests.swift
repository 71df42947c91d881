import APISpec
import OpenAPIInterop
import Testing

/// Alternatives, the members beside them, and what tells them apart.
struct UnionReadingTests {
    private func schemas(_ text: String, version: String = "3.1.0") throws -> [String: NamedSchema] {
        let document = """
            openapi: \(version)
            info: {title: Zoo, version: '1'}
            servers: [{url: https://zoo.example.test}]
            paths: {}
            components:
              schemas:
            \(text)
            """
        let result = try OpenAPIImporter().read(Array(document.utf8), file: "zoo.yaml")
        return Dictionary(uniqueKeysWithValues: result.document.schemas.map { ($0.name, $0) })
    }

    @Test func aDiscriminatorWithoutMappingReadsTheValuesOfTheMembers() throws {
        let schemas = try schemas(
            """
                Beast:
                  oneOf: [{$ref: '#/components/schemas/Owl'}, {$ref: '#/components/schemas/Elk'}, {$ref: '#/components/schemas/Fox'}]
                  discriminator: {propertyName: kind}
                Owl: {type: object, properties: {kind: {type: string, const: night_owl}}}
                Elk: {type: object, properties: {kind: {$ref: '#/components/schemas/ElkKind'}}}
                ElkKind: {type: string, enum: [elk, moose]}
                Fox: {type: object, properties: {kind: {type: string}}}
            """)
        #expect(
            schemas["Beast"]?.definition?.discriminator?.mapping
                == [.init("night_owl", "Owl"), .init("elk", "Elk"), .init("moose", "Elk")])
    }

    @Test func theHeirsOfABaseAreItsAlternatives() throws {
        let schemas = try schemas(
            """
                Beast:
                  type: object
                  required: [kind, name]
                  discriminator: {propertyName: kind, mapping: {owl: Owl}}
                  properties: {kind: {type: string}, name: {type: string}}
                Owl:
                  allOf: [{$ref: '#/components/schemas/Beast'}, {type: object, properties: {wings: {type: integer}}}]
                Elk:
                  allOf: [{$ref: '#/components/schemas/Beast'}, {type: object, properties: {horns: {type: integer}}}]
            """)
        let beast = try #require(schemas["Beast"]?.definition)
        #expect(beast.kind == .union([Schema(.reference("Owl")), Schema(.reference("Elk"))]))
        #expect(beast.discriminator == .init(property: "kind", mapping: [.init("owl", "Owl")]))
        #expect(schemas["Owl"]?.properties.map(\.name) == ["kind", "name", "wings"])
        #expect(schemas["Owl"]?.properties[0].schema.kind == .enumeration(["owl"]))
        #expect(schemas["Elk"]?.properties[0].schema.kind == .enumeration(["Elk"]))
    }

    @Test func membersBesideAlternativesBelongToEachOfThem() throws {
        let schemas = try schemas(
            """
                Ticket:
                  type: object
                  required: [day]
                  properties: {day: {type: string}}
                  oneOf: [{$ref: '#/components/schemas/Paid'}, {$ref: '#/components/schemas/Free'}]
                Paid: {type: object, required: [price], properties: {price: {type: number}}}
                Free: {type: object, properties: {reason: {type: string}}}
            """)
        #expect(
            schemas["Ticket"]?.definition?.kind
                == .union([Schema(.reference("TicketPaid")), Schema(.reference("TicketFree"))]))
        #expect(schemas["TicketPaid"]?.properties.map(\.name) == ["day", "price"])
        #expect(schemas["TicketPaid"]?.properties.map(\.isRequired) == [true, true])
        #expect(schemas["TicketFree"]?.properties.map(\.name) == ["day", "reason"])
    }

    @Test func partsThatDescribeOneMemberDescribeItTogether() throws {
        let schemas = try schemas(
            """
                Base: {type: object, properties: {keeper: {$ref: '#/components/schemas/Person'}, note: {type: string, description: Said.}}}
                Person: {type: object, properties: {name: {type: string}}}
                Cage:
                  allOf:
                    - {$ref: '#/components/schemas/Base'}
                    - type: object
                      properties:
                        keeper: {type: object, required: [name], properties: {phone: {type: string}}}
                        note: {maxLength: 9}
            """)
        let cage = try #require(schemas["Cage"])
        guard case .reference(let name) = cage.properties[0].schema.kind, let keeper = schemas[name] else {
            Issue.record("the keeper is not an object")
            return
        }
        #expect(keeper.properties.map(\.name) == ["name", "phone"])
        #expect(keeper.properties.map(\.isRequired) == [true, false])
        #expect(cage.properties[1].schema.maxLength == 9)
        #expect(cage.properties[1].schema.description == "Said.")
    }

    @Test func nullBesideAReferenceMakesItNullable() throws {
        let schemas = try schemas(
            """
                Cage:
                  type: object
                  properties:
                    a: {anyOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Nothing'}]}
                    b: {anyOf: [{$ref: '#/components/schemas/Person'}, {type: object, nullable: true}]}
                Nothing: {type: 'null'}
                Person: {type: object, properties: {name: {type: string}}}
            """)
        #expect(
            schemas["Cage"]?.properties.map(\.schema)
                == [
                    Schema(.reference("Person"), isNullable: true), Schema(.reference("Person"), isNullable: true),
                ])
    }
}
