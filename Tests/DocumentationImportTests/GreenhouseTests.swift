import APISpec
import Diagnostics
import Testing

@testable import DocumentationImport

@Suite struct GreenhouseTests {
    private let result: ImportedDocumentation
    private var document: SpecDocument { result.document }

    init() throws { result = try Fixture.service("greenhouse.txt") }

    @Test func everyLineIsRead() {
        #expect(result.coverage.linesUnread == 0)
        #expect(result.coverage == .init(linesRead: 1265, linesUnread: 0, tables: 74, rows: 200, examples: 27))
    }

    @Test func service() {
        #expect(
            document.service
                == Service(
                    id: "greenhouse", title: "Greenhouse", provider: "SCP",
                    description: """
                        Provides an Application Programming Interface (API) for beds, sensors and irrigation.
                        This guide describes the Greenhouse service and how to call its API.
                        Answers are in JSON.
                        """,
                    server: .init(
                        url: "https://greenhouse.{region}.{environment}.example.com",
                        pairs: [
                            .init(environment: "a", region: "field-north1"),
                            .init(environment: "a", region: "field-south1"),
                            .init(environment: "b", region: "field-north1"),
                        ]),
                    headers: [
                        .init("Scp-Accesskey", "{access-key}"), .init("Scp-Signature", "{signature}"),
                        .init("Scp-Timestamp", "{timestamp}"), .init("Scp-ClientType", "Openapi"),
                        .init("Accept-Language", "en-US"), .init("Scp-Api-Version", "greenhouse {version}"),
                    ],
                    authentication: .scpHMAC))
    }

    @Test func versions() {
        #expect(
            document.versions == [
                APIVersion(id: "1.2", status: .current),
                APIVersion(id: "1.1", status: .supported, notBefore: CalendarDate("2027-11-30")),
                APIVersion(id: "1.0", status: .deprecated, notBefore: CalendarDate("2027-03-31")),
            ])
    }

    @Test func operationsInTheOrderOfThePage() {
        #expect(
            document.operations.map(\.id) == [
                "checkBedNameDuplicate", "createBed", "deleteBed", "listBeds", "listClimateZones", "listSensorReadings",
                "setIrrigationSchedule", "showBed", "waterBedNow",
            ])
    }

    @Test func revisionsThatSayTheSameShareAnEntry() {
        #expect(document.operation("deleteBed")?.revisions.map(\.versions) == [["1.2", "1.1", "1.0"]])
        #expect(document.operation("showBed")?.revisions.map(\.versions) == [["1.2"], ["1.1"], ["1.0"]])
        #expect(document.operation("waterBedNow")?.revisions.map(\.versions) == [["1.2"]])
    }

    @Test func lostTablesAreToldFromEmptyOnes() {
        let lost = document.operations.flatMap { operation in
            operation.revisions.filter { !$0.lost.isEmpty }.map {
                "\(operation.id) \($0.versions.joined(separator: " ")) \($0.lost.map(\.rawValue).sorted())"
            }
        }
        #expect(
            lost == [
                "checkBedNameDuplicate 1.2 1.1 1.0 [\"responses\"]", "createBed 1.2 [\"parameters\"]",
                "createBed 1.1 [\"parameters\", \"responses\"]", "listBeds 1.2 [\"responses\"]",
                "setIrrigationSchedule 1.2 [\"parameters\"]", "setIrrigationSchedule 1.0 [\"responses\"]",
                "showBed 1.0 [\"responses\"]",
            ])
        #expect(document.schemas.filter(\.isLost).map(\.name) == ["BedListResponse1Dot2", "SensorPosition"])
        #expect(document.operation("listClimateZones")?.revisions.map(\.parameters) == [[]])
    }

    @Test func parametersWithTypesDefaultsAndExamples() throws {
        let parameters = try #require(document.revision("listBeds", "1.2")).parameters
        #expect(
            parameters[2]
                == Parameter(
                    name: "sort", location: .query, isRequired: false,
                    schema: Schema(
                        .string(format: nil), isNullable: true, description: "Order", defaultValue: .string("name:asc"),
                        example: .string("name:asc"))))
        #expect(parameters[0].schema.defaultValue == .number("20"))
        #expect(parameters[3].schema.example == .string("FALLOW | GROWING | RESTING"))
        #expect(parameters[4].schema.example == .array([.string("south"), .string("glass")]))
        let readings = try #require(document.revision("listSensorReadings", "1.0")).parameters
        #expect(readings.map(\.location) == [.path, .query, .query, .header])
        #expect(readings.map(\.isRequired) == [true, false, false, false])
    }

    @Test func bodies() {
        #expect(
            document.revision("createBed", "1.0")?.request
                == RequestBody(isRequired: true, schema: Schema(.reference("BedCreateRequest"))))
        #expect(document.revision("createBed", "1.2")?.request == nil)
        #expect(
            document.revision("waterBedNow", "1.2")?.request
                == RequestBody(isRequired: false, schema: Schema(.reference("WaterRequest"), isNullable: true)))
    }

    @Test func answers() {
        #expect(
            document.revision("waterBedNow", "1.2")?.responses == [
                Response(status: 200, description: "OK"), Response(status: 401, description: "Unauthorized"),
                Response(status: 403, description: "Forbidden"), Response(status: 404, description: "Not Found"),
                Response(status: 409, description: "Conflict"),
            ])
        #expect(
            document.revision("deleteBed", "1.1")?.responses.first
                == Response(status: 202, description: "Accepted", schema: Schema(.reference("AsyncResponse"))))
    }

    @Test func examplesOfCalls() throws {
        let example = try #require(document.revision("listSensorReadings", "1.2")?.example)
        #expect(example.path == "/v1/sensors/{sensor_id}/readings?since={since}&limit={limit}")
        #expect(example.status == 200)
        #expect(example.headers == [])
        guard case .array(let readings) = example.responseBody?["contents"] else { throw DiagnosticError("", at: nil) }
        #expect(readings[0]["value"] == .number("61.5"))
        #expect(readings[0]["place"] == .object([.init("column", .number("3")), .init("row", .string("2"))]))
        #expect(document.revision("checkBedNameDuplicate", "1.2")?.example?.responseBody == nil)
        #expect(
            document.revision("setIrrigationSchedule", "1.1")?.example?.path == nil,
            "the request of this example is lost")
    }

    @Test func propertiesOfSchemas() {
        #expect(
            document.schema("BedCreateRequest1Dot2")?.properties.map(\.name) == [
                "automatic_watering", "climate_zone_id", "crops", "is_heated", "name", "soil", "tags",
            ])
        #expect(
            document.property("BedCreateRequest", "name")
                == .init(
                    name: "name", isRequired: true,
                    schema: Schema(
                        .string(format: nil), description: "Bed name", example: .string("tomatoes-01"),
                        pattern: "^[a-z][a-z0-9-_ ]*$", minLength: 3, maxLength: 63)))
        #expect(document.property("BedCreateRequest", "tags")?.schema.defaultValue == .array([]))
        #expect(document.property("BedCreateRequest1Dot1", "is_heated")?.schema.defaultValue == .bool(true))
        #expect(document.property("Tag", "key")?.schema == Schema(.string(format: nil)))
        #expect(
            document.property("BedDetailResponse", "notes")?.schema.description
                == "Notes of the gardener | of the robot")
        #expect(
            document.property("IrrigationScheduleSetRequest", "litres")?.schema.description
                == "Litres each time Minimum value : 0")
    }

    @Test func findings() throws {
        let counts = Dictionary(grouping: result.findings) { $0.rule ?? "" }.mapValues(\.count)
        #expect(
            counts == [
                "lost-responses": 7, "lost-parameters": 3, "lost-schema": 2,
                "limit-not-kept": 1,
                "unusual-row": 7,
            ])
        #expect(
            result.findings.map { $0.location?.line ?? 0 } == result.findings.map { $0.location?.line ?? 0 }.sorted())
    }

    private static let expectedPlaces: [(SpecPath, Int)] = [
        (["service"], 1), (["versions", "1.1"], 11), (["operations", "createBed"], 99),
        (["operations", "createBed", "1.1"], 153), (["operations", "createBed", "1.2", "parameters"], 107),
        (["operations", "createBed", "1.2", "responses", "202"], 111),
        (["operations", "createBed", "1.2", "example", "request"], 125),
        (["operations", "createBed", "1.2", "example", "response"], 143),
        (["operations", "createBed", "1.0", "request"], 216), (["schemas", "Tag"], 1252),
        (["schemas", "Tag", "value"], 1257),
    ]

    @Test(arguments: expectedPlaces)
    func places(_ path: SpecPath, _ line: Int) {
        #expect(result.locations[path] == SourceLocation(file: "greenhouse.txt", line: line))
    }

    @Test func noDocumentedSecretIsKept() {
        let text = String(describing: result)
        #expect(!text.contains("no-such-access-key"))
        #expect(!text.contains("bm8tc3VjaC1zaWduYXR1cmU="))
    }
}
