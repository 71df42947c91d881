import APIModel
import Testing

@Suite("What a service is in Swift")
struct SwiftModelTests {
    private func property(_ name: String, _ schema: Schema, isRequired: Bool = true) -> NamedSchema.Property {
        NamedSchema.Property(name: name, isRequired: isRequired, schema: schema)
    }

    /// A service with an operation that sends `sent` in a media type and receives `received`.
    private func model(
        _ schemas: [NamedSchema], sent: String? = nil, as mediaType: String = MediaType.json, received: String? = nil
    ) -> APIModel {
        let revision = Revision(
            versions: ["1"], method: "POST", path: "/crates",
            request: sent.map {
                RequestBody(isRequired: true, schema: Schema(.reference($0)), mediaType: mediaType)
            },
            responses: [Response(status: 200, schema: received.map { Schema(.reference($0)) })])
        return APIModel(
            SpecDocument(
                service: Service(id: "x", title: "X", server: .init(url: "https://x.example")),
                versions: [APIVersion(id: "1", status: .current)],
                operations: [.init(id: "pack", title: "Pack", revisions: [revision])], schemas: schemas))
    }

    private static let named: [NamedSchema] = [
        NamedSchema(name: "Crate"), NamedSchema(name: "Label", definition: Schema(.string(format: nil))),
        NamedSchema(name: "Moment", definition: Schema(.reference("Instant"))),
        NamedSchema(name: "Instant", definition: Schema(.string(format: "date-time"))),
        NamedSchema(name: "Color", definition: Schema(.enumeration(["red"]))),
        NamedSchema(name: "Nest", definition: Schema(.array(Schema(.reference("Nest"))))),
    ]

    @Test("An object with no members of its own and any others is a map, as it is without a name")
    func openObjects() {
        let extras = [
            NamedSchema(name: "Extras", additionalProperties: .any),
            NamedSchema(name: "Counts", additionalProperties: .schema(Schema(.integer(format: nil)))),
            NamedSchema(name: "Nothing", additionalProperties: .forbidden),
        ]
        let mapping = SwiftTypeMapping(model(extras).inSwift())
        #expect(!mapping.isDeclared("Extras"))
        #expect(!mapping.isDeclared("Counts"))
        #expect(mapping.isDeclared("Nothing"))
    }

    @Test(
        "A schema has the type that its kind and its name say",
        arguments: [
            (Schema(.reference("Label")), .ready(.text)), (Schema(.reference("Moment")), .ready(.date)),
            (Schema(.reference("Crate")), .declared("Crate")), (Schema(.reference("Color")), .declared("Color")),
            (Schema(.reference("Nest")), .declared("Nest")), (Schema(.reference("Nobody")), .ready(.json)),
            (Schema(.unknown), .ready(.json)), (Schema(.string(format: "byte")), .ready(.bytes)),
            (Schema(.string(format: "binary")), .ready(.text)),
            (Schema(.integer(format: "uint64")), .ready(.unsigned)), (Schema(.number(format: nil)), .ready(.double)),
            (
                Schema(.array(Schema(.enumeration(["a"]), isNullable: true))),
                .list(.spelledOut(place: "size", .enumeration(["a"])), hasNull: true)
            ),
            (Schema(.map(Schema(.reference("Label")))), .dictionary(.ready(.text), hasNull: false)),
        ] as [(Schema, SwiftType)])
    func types(schema: Schema, expected: SwiftType) {
        let mapping = SwiftTypeMapping(model(Self.named).inSwift())
        #expect(mapping.type(of: schema, at: "sizes") == expected)
    }

    @Test("Choices decide about numbers, points in time and types of the user's own")
    func choices() {
        var choices = SwiftTypeChoices()
        choices.numbers = .decimal
        choices.dates = .string
        choices.types = ["Color": "Paint.Tone"]
        let mapping = SwiftTypeMapping(model(Self.named).inSwift(choices), choices: choices)
        #expect(mapping.type(of: Schema(.number(format: nil)), at: "") == .ready(.decimal))
        #expect(mapping.type(of: Schema(.reference("Moment")), at: "") == .ready(.text))
        #expect(mapping.type(of: Schema(.reference("Color")), at: "") == .own("Paint.Tone"))
        #expect(!mapping.isDeclared("Color") && !mapping.isDeclared("Label") && mapping.isDeclared("Nest"))
    }

    @Test("Binary text is a file in bodies of multipart/form-data, and nowhere else")
    func files() {
        let upload = NamedSchema(
            name: "Upload",
            properties: [
                property("photo", Schema(.string(format: "binary"))),
                property("scans", Schema(.array(Schema(.string(format: "binary"))))),
            ])
        func types(_ model: APIModel) -> [SwiftType] {
            let model = model.inSwift()
            let mapping = SwiftTypeMapping(model)
            return model.schema(named: "Upload")?.schema.properties.map { mapping.type(of: $0.schema, at: "") } ?? []
        }
        #expect(
            types(model([upload], sent: "Upload", as: "multipart/form-data")) == [
                .ready(.file), .list(.ready(.file), hasNull: false),
            ])
        let text: [SwiftType] = [.ready(.text), .list(.ready(.text), hasNull: false)]
        #expect(types(model([upload], sent: "Upload")) == text)
        #expect(types(model([upload], sent: "Upload", as: "multipart/form-data", received: "Upload")) == text)
    }

    @Test("Members that go one way only are not required of what goes the other way too")
    func oneWay() {
        let crate = NamedSchema(
            name: "Crate",
            properties: [
                property("id", Schema(.string(format: nil), isReadOnly: true)),
                property("secret", Schema(.string(format: nil), isWriteOnly: true)),
                property("name", Schema(.string(format: nil))),
            ])
        func required(_ model: APIModel) -> [String] {
            let schema = model.inSwift().schema(named: "Crate")?.schema
            return schema?.properties.filter(\.isRequired).map(\.name) ?? []
        }
        #expect(required(model([crate], sent: "Crate", received: "Crate")) == ["name"])
        #expect(required(model([crate], sent: "Crate")) == ["secret", "name"])
        #expect(required(model([crate], received: "Crate")) == ["id", "name"])
    }

    @Test("Absent and null are two things where requests hold what may be both")
    func wrapping() {
        #expect(SwiftWrapping(isRequired: false, isNullable: true, isSent: true) == .nullable)
        #expect(SwiftWrapping(isRequired: false, isNullable: true, isSent: false) == .optional)
        #expect(SwiftWrapping(isRequired: true, isNullable: true, isSent: true) == .optional)
        #expect(SwiftWrapping(isRequired: true, isNullable: false, isSent: true) == .plain)
    }
}
