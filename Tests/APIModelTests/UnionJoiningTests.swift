import APIModel
import Testing

@Suite("Alternatives that Swift need not tell apart")
struct UnionJoiningTests {
    private static let named: [NamedSchema] = [
        NamedSchema(name: "Crate"), NamedSchema(name: "Barrel"),
        NamedSchema(name: "Label", definition: text), NamedSchema(name: "Mark", definition: text),
        NamedSchema(name: "Color", definition: Schema(.enumeration(["red"]))),
        NamedSchema(name: "Tone", definition: Schema(.reference("Color"), isNullable: true)),
    ]
    private static let text = Schema(.string(format: nil))
    private static let long = Schema(.string(format: "uuid"), minLength: 36)
    private static let blank = Schema(.enumeration([""]))
    private static let few = Schema(.numbers(type: .integer, ["1", "2"]))
    private static let more = Schema(.numbers(type: .integer, ["2", "3"]))
    private static let halves = Schema(.numbers(type: .number, ["0.5"]))
    private static let color = Schema(.reference("Color"))
    private static let crate = Schema(.reference("Crate"))
    private static let barrel = Schema(.reference("Barrel"))

    /// A member of an object that is sent, as Swift has it.
    private func member(_ schema: Schema, _ choices: SwiftTypeChoices = SwiftTypeChoices()) throws -> Schema {
        let load = NamedSchema(
            name: "Load", properties: [.init(name: "member", isRequired: true, schema: schema)])
        let revision = Revision(
            versions: ["1"], method: "POST", path: "/loads",
            request: RequestBody(isRequired: true, schema: Schema(.reference("Load"))), responses: [])
        let model = APIModel(
            SpecDocument(
                service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
                versions: [APIVersion(id: "1", status: .current)],
                operations: [.init(id: "load", title: "Load", revisions: [revision])], schemas: Self.named + [load]))
        return try #require(model.inSwift(choices).schema(named: "Load")?.schema.properties.first?.schema)
    }

    @Test(
        "Enumerations are one enumeration of all their values",
        arguments: [
            ([color, blank], .enumeration(["red", ""])), ([blank, color, blank], .enumeration(["", "red"])),
            ([blank, Schema(.union([blank, color]))], .enumeration(["", "red"])),
            ([few, more], .numbers(type: .integer, ["1", "2", "3"])),
        ] as [([Schema], Schema.Kind)])
    func enumerations(_ alternatives: [Schema], _ expected: Schema.Kind) throws {
        let member = try member(Schema(.union(alternatives), description: "A color.", isExclusive: true))
        #expect(member == Schema(expected, description: "A color."))
    }

    @Test("One that may be null makes the whole nullable")
    func null() throws {
        let tone = try member(Schema(.union([Schema(.reference("Tone")), Self.blank])))
        #expect(tone == Schema(.enumeration(["red", ""]), isNullable: true))
        let texts = try member(Schema(.union([Self.text, Schema(.string(format: nil), isNullable: true)])))
        #expect(texts == Schema(.string(format: nil), isNullable: true))
    }

    @Test(
        "What is named twice, or has no name and one type in Swift, is one alternative",
        arguments: [
            ([crate, crate], crate.kind), ([text, long, text], text.kind),
            ([crate, barrel, crate], .union([crate, barrel])),
            ([few, blank, more], .union([Schema(.numbers(type: .integer, ["1", "2", "3"])), blank])),
            (
                [Schema(.array(crate)), Schema(.array(crate), minLength: 3), barrel],
                .union([Schema(.array(crate)), barrel])
            ),
        ] as [([Schema], Schema.Kind)])
    func equal(_ alternatives: [Schema], _ expected: Schema.Kind) throws {
        #expect(try member(Schema(.union(alternatives))).kind == expected)
    }

    @Test("A definition that is named twice stays what it is")
    func definition() throws {
        #expect(try member(Schema(.union([Self.color, Self.color]))).definitionName == "Color")
    }

    @Test(
        "Others stay alternatives",
        arguments: [
            [few, blank], [few, halves], [blank, text], [crate, barrel], [text, Schema(.integer(format: nil))],
        ])
    func others(_ alternatives: [Schema]) throws {
        #expect(try member(Schema(.union(alternatives))).kind == .union(alternatives))
    }

    @Test("Names tell alternatives apart, and so do types of the user's own")
    func names() throws {
        var choices = SwiftTypeChoices()
        choices.types = ["Color": "Paint.Tone"]
        for member in [
            try member(Schema(.union([Schema(.reference("Label")), Schema(.reference("Mark"))]))),
            try member(Schema(.union([Self.color, Self.blank])), choices),
        ] {
            guard case .union(let alternatives) = member.kind else {
                Issue.record("\(member)")
                continue
            }
            #expect(alternatives.count == 2)
        }
    }

    @Test("Values of a discriminator that all mean one schema stay its values")
    func discriminator() throws {
        let tags = Schema.Discriminator(
            property: "kind", mapping: [.init("a", "Crate"), .init("b", "Crate"), .init("c", "Barrel")])
        let member = try member(
            Schema(.union([Self.crate, Self.crate, Self.barrel]), isExclusive: true, discriminator: tags))
        #expect(member.kind == .union([Self.crate, Self.barrel]))
        #expect(member.discriminator?.values(for: Self.crate) == ["a", "b"])
    }
}
