import APISpec
import ResourceInference
import Testing

@Suite struct ResourceInferenceTests {
    @Test func rolesFollowFromMethodsAndPaths() throws {
        let resource = try #require(Sample.resources([.create, .list, .show, .replace, .delete]).first)
        #expect(resource.name == "rack")
        #expect(resource.collection == "/v1/racks")
        #expect(resource.member == "/v1/racks/{rack_id}")
        #expect(
            resource.roles.map { "\($0.role) \($0.operation)" } == [
                "create createRack", "list listRacks", "show showRack", "updates replaceRack", "delete deleteRack",
            ])
        #expect(resource.inferred == ["method-and-path"])
    }

    @Test func propertiesCarryTheirEvidence() throws {
        let resource = try #require(Sample.resources([.list, .show]).first)
        #expect(resource.items == "contents")
        #expect(resource.identifier == .init("id", inferred: ["property-name"]))
        #expect(
            resource.state
                == .init("state", inferred: ["property-name", "enumeration", "list-items", "list-filter"]))
        #expect(resource.envelope == nil)
    }

    @Test func anEnvelopeIsSeenThrough() throws {
        let schemas = [
            Sample.rack, Sample.list,
            NamedSchema(
                name: "Shown", properties: [.init(name: "rack", isRequired: true, schema: Schema(.reference("Rack")))]),
        ]
        let resource = try #require(Sample.resources([.list, .show], schemas: schemas, shown: "Shown").first)
        #expect(resource.envelope == "rack")
        #expect(resource.identifier?.property == "id")
        #expect(resource.state?.property == "state")
    }

    @Test func partialUpdateIsOneWhosePropertyTheResourceHas() throws {
        let resource = try #require(Sample.resources([.list, .show, .rename, .tune]).first)
        #expect(resource.updates == ["renameRack"])
    }

    @Test func aPartThatCanBeReadIsNoUpdate() throws {
        let resource = try #require(Sample.resources([.list, .show, .rename, .readName]).first)
        #expect(resource.updates == [])
    }

    @Test(
        arguments: [
            [.list], [.show, .delete], [.list, .ping],
        ] as [[Sample.Kind]])
    func whatShowsNothingKeptIsNoResource(_ kinds: [Sample.Kind]) {
        #expect(Sample.resources(kinds) == [])
    }

    @Test func twoCandidatesForTheStateGiveNone() throws {
        var rack = Sample.rack
        rack.properties.append(.init(name: "status", isRequired: true, schema: Schema(.string(format: nil))))
        let resource = try #require(Sample.resources([.list, .show], schemas: [rack, Sample.list]).first)
        #expect(resource.state == nil)
    }

    @Test func aStateNamedAfterTheResourceIsFound() throws {
        var rack = Sample.rack
        rack.properties[1].name = "rack_status"
        rack.properties.append(.init(name: "power_state", isRequired: true, schema: Schema(.string(format: nil))))
        let resource = try #require(Sample.resources([.list, .show], schemas: [rack, Sample.list]).first)
        #expect(resource.state?.property == "rack_status")
    }

    @Test func aNumberIsAnIdentifier() throws {
        var rack = Sample.rack
        rack.properties[0].schema = Schema(.integer(format: "int64"))
        let resource = try #require(Sample.resources([.list, .show], schemas: [rack, Sample.list]).first)
        #expect(resource.identifier == .init("id", inferred: ["property-name"]))
    }

    @Test func aSlashAtTheEndOfPathsMeansNothing() throws {
        var document = Sample.document([.create, .list, .show, .replace, .delete])
        for operation in document.operations.indices { document.operations[operation].revisions[0].path += "/" }
        let resource = try #require(ResourceInference().infer(document).resources.first)
        #expect(resource.collection == "/v1/racks")
        #expect(resource.member == "/v1/racks/{rack_id}")
        #expect(resource.roles.map(\.role) == ["create", "list", "show", "updates", "delete"])
    }

    @Test func aNumberIsNoState() throws {
        var rack = Sample.rack
        rack.properties[1].schema = Schema(.integer(format: nil))
        let resource = try #require(Sample.resources([.list, .show], schemas: [rack, Sample.list]).first)
        #expect(resource.state == nil)
    }

    @Test func statedResourcesStay() {
        var document = Sample.document([.create, .list, .show])
        let stated = Resource(name: "thing", collection: "/v1/racks")
        document.resources = [stated]
        #expect(ResourceInference().infer(document).resources == [stated])
    }

    @Test func nestedResourcesOfOneNameAreToldApart() {
        var document = Sample.document([.create, .list, .show])
        document.operations += Sample.document([.create, .show], prefix: "/v1/rooms/{room_id}").operations.map {
            var operation = $0
            operation.id += "OfRoom"
            return operation
        }
        let resources = ResourceInference().infer(document).resources
        #expect(resources.map(\.name) == ["rack", "room-rack"])
        #expect(resources[1].collection == "/v1/rooms/{room_id}/racks")
    }

    @Test(arguments: [
        ("/v1/policies", "id", "policy"), ("/v1/boxes", "id", "box"), ("/v1/addresses", "id", "address"),
        ("/v1/hosts", "hostUuid", "host"), ("/v1/privateZones", "id", "private-zone"),
        ("/v1/racks", "rack_name", "rack"),
    ])
    func namesAreSingular(_ collection: String, _ parameter: String, _ name: String) {
        let operations = [
            Sample.operation("a", "GET", collection, answer: nil),
            Sample.operation("b", "DELETE", "\(collection)/{\(parameter)}", answer: nil),
        ]
        let document = SpecDocument(
            service: Sample.service, versions: [APIVersion(id: "1.0", status: .current)], operations: operations)
        #expect(ResourceInference().infer(document).resources.map(\.name) == [name])
    }
}

/// A service of racks.
enum Sample {
    enum Kind { case create, list, show, replace, delete, rename, tune, readName, ping }

    static let list: NamedSchema = NamedSchema(
        name: "RackList",
        properties: [
            .init(name: "contents", isRequired: true, schema: Schema(.array(Schema(.reference("Rack"))))),
            .init(name: "count", isRequired: false, schema: Schema(.integer(format: nil))),
        ])
    static let rack = NamedSchema(
        name: "Rack",
        properties: [
            .init(name: "id", isRequired: true, schema: Schema(.string(format: nil))),
            .init(name: "state", isRequired: true, schema: Schema(.enumeration(["ON", "OFF"]))),
            .init(name: "name", isRequired: true, schema: Schema(.string(format: nil))),
        ])
    static let service = Service(id: "dc", title: "DC", server: .init(url: "https://dc.example.com"))

    static func resources(
        _ kinds: [Kind], schemas: [NamedSchema] = [rack, list], shown: String = "Rack"
    ) -> [Resource] {
        ResourceInference().infer(document(kinds, schemas: schemas, shown: shown)).resources
    }

    static func document(
        _ kinds: [Kind], schemas: [NamedSchema] = [rack, list], shown: String = "Rack", prefix: String = "/v1"
    ) -> SpecDocument {
        let racks = "\(prefix)/racks"
        let rack = "\(racks)/{rack_id}"
        let operations = kinds.map { kind in
            switch kind {
            case .create: operation("createRack", "POST", racks, answer: shown)
            case .list: operation("listRacks", "GET", racks, answer: "RackList", filter: "state")
            case .show: operation("showRack", "GET", rack, answer: shown)
            case .replace: operation("replaceRack", "PUT", rack, answer: shown)
            case .delete: operation("deleteRack", "DELETE", rack, answer: nil)
            case .rename: operation("renameRack", "PUT", "\(rack)/name", answer: nil, body: "Rename")
            case .tune: operation("tuneRack", "PUT", "\(rack)/fans", answer: nil, body: "Tune")
            case .readName: operation("readName", "GET", "\(rack)/name", answer: nil)
            case .ping: operation("ping", "GET", "\(prefix)/ping", answer: nil)
            }
        }
        let bodies = [("Rename", "name"), ("Tune", "speed")].map { name, property in
            NamedSchema(
                name: name,
                properties: [.init(name: property, isRequired: true, schema: Schema(.string(format: nil)))])
        }
        return SpecDocument(
            service: service, versions: [APIVersion(id: "1.0", status: .current)], operations: operations,
            schemas: schemas + bodies)
    }

    static func operation(
        _ id: String, _ method: String, _ path: String, answer: String?, body: String? = nil, filter: String? = nil
    ) -> Operation {
        var revision = Revision(versions: ["1.0"], method: method, path: path)
        revision.responses = [Response(status: 200, schema: answer.map { Schema(.reference($0)) })]
        revision.request = body.map { RequestBody(isRequired: true, schema: Schema(.reference($0))) }
        if let filter {
            revision.parameters = [
                Parameter(name: filter, location: .query, isRequired: false, schema: Schema(.string(format: nil)))
            ]
        }
        return Operation(id: id, title: id, revisions: [revision])
    }
}
