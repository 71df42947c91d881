import APIModel
import APISpec
import Diagnostics
import OpenAPIExport
import OpenAPIInterop
import Testing

@Suite("What selects a version")
struct SelectorTests {
    @Test("It is found, taken out, and nothing else differs", arguments: VersionedService.Way.allCases)
    func found(_ way: VersionedService.Way) throws {
        let result = try VersionedService(way: way, members: ["2.0": ", depth: {type: number}"]).merged(["1.0", "2.0"])
        let document = result.document
        let selector = try #require(document.service.selector)
        let expected: (VersionSelector.Kind, String?, String) =
            switch way {
            case .header: (.header, "X-Quay-Version", "{version}")
            case .query: (.query, "api-version", "{version}")
            case .media: (.mediaType, nil, "application/vnd.quay+json;version={version}")
            case .path: (.path, nil, "/v{version}")
            case .server: (.server, nil, "https://quay.example/v{version}")
            }
        #expect(selector.kind == expected.0)
        #expect(selector.name == expected.1)
        #expect(selector.pattern == expected.2)
        #expect(selector.confidence == .high && selector.recovered == ["varies-with-version"])
        #expect(document.operations.map(\.id) == ["listBerths", "addBerth"])
        #expect(document.operations.flatMap(\.revisions).allSatisfy { $0.parameters.isEmpty && $0.path == "/berths" })
        // Only the type differs.
        #expect(document.schemas.map(\.name) == ["Berth@2.0", "Berth"])
        let shared = try VersionedService(way: way).merged(["1.0", "2.0"]).document
        #expect(shared.operations.map { $0.revisions.map(\.versions) } == [[["2.0", "1.0"]], [["2.0", "1.0"]]])
        #expect(shared.versions.allSatisfy { $0.server == nil })
        #expect(shared.schemas.map(\.name) == ["Berth"])
        #expect(result.findings.map(\.rule) == ["version-selector-found"])
        let text = SpecWriter().write(document)
        let read = try SpecReader().read(Array(text.utf8), file: "spec.yaml")
        #expect(read.document == document)
        #expect(SpecValidator().validate(read.document, locations: read.locations).isEmpty)
    }

    @Test("The export writes it back", arguments: VersionedService.Way.allCases)
    func exported(_ way: VersionedService.Way) throws {
        let service = VersionedService(way: way, members: ["2.0": ", depth: {type: number}"])
        let merged = try service.merged(["1.0", "2.0"]).document
        for version in ["1.0", "2.0"] {
            let exported = try OpenAPIExporter(dialect: .v3_0).document(APIModel(merged), version: version)
            var again = try OpenAPIImporter().read(Array(OpenAPIText.yaml(exported).utf8), file: "b.yaml").document
            let once = try service.document(version).document
            again.versions = once.versions
            again.sources = once.sources
            #expect(again.operations == once.operations)
            #expect(again.service.server == once.service.server)
            #expect(again.schemas == once.schemas)
        }
    }

    @Test("The selector goes back and comes out again", arguments: VersionedService.Way.allCases)
    func putBack(_ way: VersionedService.Way) throws {
        let document = try VersionedService(way: way).merged(["1.0", "2.0"]).document
        let plain = document.selecting(by: VersionSelector(.none))
        #expect(plain.operations != document.operations || way == .server)
        #expect(plain.selecting(by: document.service.selector) == document)
    }

    @Test("An operation without it is called without it")
    func missing() throws {
        let service = VersionedService(
            way: .query,
            paths: [
                "2.0": "  /health: {get: {operationId: showHealth, responses: {'204': {description: OK}}}}",
                "1.0": "  /health: {get: {operationId: showHealth, responses: {'204': {description: OK}}}}",
            ])
        let result = try service.merged(["1.0", "2.0"])
        #expect(result.document.service.selector?.omittedBy == ["showHealth"])
        #expect(result.findings.map(\.rule) == ["version-selector-found", "version-selector-missing"])
        let calls = APIModel(result.document).calls(in: "2.0")
        #expect(calls.map { $0.selector?.name } == ["api-version", "api-version", nil])
    }

    @Test("Two documents of one version are an error")
    func alike() throws {
        let service = VersionedService(way: .header)
        let one = try service.document("1.0")
        var again = one
        again.id = "2.0"
        for documents in [[one, again], [one, one]] {
            let error = try #require(throws: DiagnosticError.self) { try OpenAPIImporter().merge(documents) }
            #expect(error.diagnostics.map(\.rule) == ["version-documents-alike"])
        }
    }

    @Test("A version without operations is told of, and the others are selected as they are")
    func empty() throws {
        let service = VersionedService(way: .header)
        var none = try service.document("3.0")
        none.document.operations = []
        let result = try OpenAPIImporter().merge([
            try service.document("1.0"), try service.document("2.0"), none,
        ])
        #expect(result.findings.map(\.rule) == ["version-without-operations", "version-selector-found"])
        #expect(result.document.service.selector?.name == "X-Quay-Version")
    }

    @Test("What may select the version without a value, what nothing selects, and what two things select")
    func uncertain() throws {
        func merged(_ edit: (String, String) -> String) throws -> MergedVersions {
            try OpenAPIImporter().merge(
                ["1.0", "2.0"].map { version in
                    let member = ["2.0": ", depth: {type: number}"]
                    let text = edit(VersionedService(way: .header, members: member).text(version), version)
                    let read = try OpenAPIImporter().read(Array(text.utf8), file: "\(version).yaml")
                    return VersionedDocument(id: version, document: read.document, locations: read.locations)
                })
        }
        let valueless = try merged { text, version in text.replacing(", enum: ['\(version)']", with: "") }
        #expect(valueless.findings.map(\.rule) == ["version-selector-incomplete"])
        let silent = try merged { text, version in
            text.replacing("X-Quay-Version", with: "X-Trace").replacing(", enum: ['\(version)']", with: "")
        }
        #expect(silent.findings.map(\.rule) == ["version-selector-unknown"])
        let twice = try merged { text, version in
            text.replacing("https://quay.example", with: "https://quay.example/v\(version)")
        }
        #expect(twice.findings.compactMap(\.rule).contains("version-selectors"))
    }

    @Test("Names that do not sort are taken as they come, the last as the newest")
    func unordered() throws {
        var documents = [try VersionedService(way: .header).document("1.0")]
        documents.append(try VersionedService(way: .header).document("2.0"))
        documents[0].id = "lima"
        documents[1].id = "nova"
        let result = try OpenAPIImporter().merge(documents)
        #expect(result.document.versions.map(\.id) == ["nova", "lima"])
        #expect(result.findings.map(\.rule) == ["versions-unordered", "version-selector-found"])
        #expect(result.document.versions.map(\.selected) == ["2.0", "1.0"])
    }

    @Test("Numbers, dates and words before a release are ordered")
    func order() {
        for (older, newer) in [
            ("1.9", "1.10"), ("v1beta1", "v1"), ("v1", "v1.1"), ("2024-06-01", "2024-11-01"), ("v1alpha2", "v1beta1"),
            ("2.0.0-rc.1", "2.0.0"),
        ] {
            #expect(VersionOrder.precedes(older, newer), "\(older) \(newer)")
            #expect(!VersionOrder.precedes(newer, older), "\(older) \(newer)")
        }
        #expect(VersionOrder.unordered(["2024-06-01", "v2"]) == ["2024-06-01", "v2"])
        #expect(VersionOrder.unordered(["1", "2024-06"]).isEmpty)
    }

    @Test("Sixty versions are one document and one note")
    func sixty() throws {
        let ids = (1...60).map { "\($0).0" }
        let result = try VersionedService(way: .media).merged(ids)
        #expect(result.document.operations.allSatisfy { $0.revisions.count == 1 })
        #expect(result.document.versions.first?.id == "60.0")
        #expect(result.findings.map(\.rule) == ["many-versions", "version-selector-found"])
    }

    @Test("Operations belong together by method and path")
    func renamed() throws {
        let older = VersionedService(
            way: .header, paths: ["1.0": "  /piers/{id}: {get: {operationId: getPier, \(parameter("id", "1.0"))}}"])
        let newer = VersionedService(
            way: .header,
            paths: ["2.0": "  /piers/{pier}: {get: {operationId: showPier, \(parameter("pier", "2.0"))}}"])
        let result = try OpenAPIImporter().merge([try older.document("1.0"), try newer.document("2.0")])
        #expect(result.document.operations.map(\.id) == ["listBerths", "addBerth", "showPier"])
        let piers = result.document.operations[2].revisions
        #expect(piers.map(\.versions) == [["2.0"], ["1.0"]])
        #expect(piers.map(\.operationID) == [nil, "getPier"])
        #expect(result.findings.map(\.rule).contains("operation-named-differently"))
    }

    private func parameter(_ name: String, _ version: String) -> String {
        "parameters: [{name: \(name), in: path, required: true, schema: {type: string}}, {name: X-Quay-Version, in: header, "
            + "required: true, schema: {type: string, enum: ['\(version)']}}], responses: {'204': {description: OK}}"
    }
}

@Suite("What selects the version of one document")
struct LoneSelectorTests {
    private func recognised(_ text: String, splits: Bool = false) throws -> MergedVersions {
        let read = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        return try OpenAPIImporter().recognisingVersions(
            in: read.document, locations: read.locations, splits: splits)
    }

    @Test(
        "Well-known shapes are taken for it, with their evidence",
        arguments: [VersionedService.Way.header, .query, .media])
    func shapes(_ way: VersionedService.Way) throws {
        let result = try recognised(VersionedService(way: way).text("1.0"))
        let selector = try #require(result.document.service.selector)
        #expect(selector.confidence == .medium)
        #expect(!selector.recovered.isEmpty)
        #expect(result.findings.map(\.rule) == ["version-selector-likely"])
        #expect(result.document.operations.flatMap(\.revisions).flatMap(\.parameters).isEmpty)
    }

    @Test("Paths and addresses of one document stay as they are", arguments: [VersionedService.Way.path, .server])
    func plain(_ way: VersionedService.Way) throws {
        let text = VersionedService(way: way).text("1.0")
        let result = try recognised(text)
        #expect(result.document == (try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document))
        #expect(result.findings.isEmpty)
    }

    @Test("A header that tells the version of a program stays an argument")
    func program() throws {
        let text = VersionedService(way: .header).text("1.0").replacing("X-Quay-Version", with: "X-Client-Version")
        #expect(try recognised(text).document.service.selector == nil)
    }

    private let sides = """
        openapi: 3.0.3
        info: {title: Pier, version: '2'}
        servers: [{url: 'https://pier.example'}]
        paths:
          /v1/boats: {get: {operationId: listBoats, responses: {'204': {description: OK}}}}
          /v2/boats: {get: {operationId: listBoatsV2, responses: {'204': {description: OK}}}}
          /v2/crews: {get: {operationId: listCrews, responses: {'204': {description: OK}}}}
          /health: {get: {operationId: health, responses: {'204': {description: OK}}}}

        """

    @Test("Versions side by side are offered, and split on request")
    func split() throws {
        let offered = try recognised(sides)
        #expect(offered.findings.map(\.rule) == ["versions-in-one-document"])
        #expect(offered.document.versions.map(\.id) == ["2"])
        let document = try recognised(sides, splits: true).document
        #expect(document.versions.map(\.id) == ["v2", "v1"])
        #expect(document.versions.map(\.selected) == ["2", "1"])
        #expect(document.operations.map(\.id) == ["listBoats", "listCrews", "health"])
        #expect(document.operations[0].revisions.flatMap(\.versions) == ["v2", "v1"])
        #expect(document.operations[0].revisions.map(\.operationID).contains("listBoatsV2"))
        #expect(APIModel(document).calls(in: "v1").map(\.revision.path) == ["/v1/boats", "/health"])
        #expect(document.service.selector?.omittedBy == ["health"])
    }

    @Test("An enumeration of versions is split on request")
    func enumeration() throws {
        let text = VersionedService(way: .query).text("2024-11-01")
            .replacing("enum: ['2024-11-01']", with: "enum: ['2024-06-01', '2024-11-01']")
        let offered = try recognised(text)
        #expect(offered.findings.map(\.rule) == ["version-selector-likely", "versions-in-one-document"])
        let document = try recognised(text, splits: true).document
        #expect(document.versions.map(\.id) == ["2024-11-01", "2024-06-01"])
        #expect(document.operations.allSatisfy { $0.revisions.map(\.versions) == [["2024-11-01", "2024-06-01"]] })
    }

    @Test(
        "Names of operations lose the version that they are of",
        arguments: [
            ("listBoatsV2", "listBoats"), ("v2ListBoats", "listBoats"), ("listV2Boats", "listBoats"),
            ("list_boats_v2", "listBoats"), ("listBoatsTV2", "listBoatsTV2"), ("listBoatsV21", "listBoatsV21"),
            ("listBoatsV1", "listBoatsV1"),
        ])
    func marked(_ id: String, _ expected: String) throws {
        let text = sides.replacing("listBoatsV2", with: id)
            .replacing("operationId: listBoats,", with: "operationId: boats,")
        let document = try recognised(text, splits: true).document
        #expect(document.operations[0].id == expected)
    }

    @Test("A name that another operation of the version has is not shortened to it")
    func markedTwice() throws {
        let text = sides.replacing("operationId: listBoats,", with: "operationId: boats,")
            .replacing("listCrews", with: "listBoats")
        let document = try recognised(text, splits: true).document
        #expect(Set(document.operations.map(\.id)).isSuperset(of: ["listBoatsV2", "listBoats"]))
    }

    @Test(
        "A header with a number for its default is the version of what is stored, and stays an argument",
        arguments: [("X-Quay-Version", false), ("X-Quay-Api-Version", true)])
    func standard(_ name: String, _ isSelector: Bool) throws {
        let text = VersionedService(way: .header).text("1.0").replacing("X-Quay-Version", with: name)
            .replacing("{type: string, enum: ['1.0']}", with: "{type: integer, default: 7}")
        let result = try recognised(text)
        #expect((result.document.service.selector != nil) == isSelector)
        #expect(result.findings.map(\.rule) == [isSelector ? "version-selector-likely" : "version-selector-possible"])
        if isSelector { #expect(result.document.versions.first?.selected == "7") }
    }

    @Test("A default that the document calls itself by selects")
    func ownDefault() throws {
        let text = VersionedService(way: .header).text("1.0").replacing("enum: ['1.0']", with: "default: '1.0'")
        #expect(try recognised(text).document.service.selector?.name == "X-Quay-Version")
    }

    @Test("A parameter without a value stays an argument, and is offered")
    func valueless() throws {
        let text = VersionedService(way: .query).text("1.0").replacing(", enum: ['1.0']", with: "")
        let result = try recognised(text)
        #expect(result.document.service.selector == nil)
        let parameters = result.document.operations.flatMap(\.revisions).map { $0.parameters.map(\.name) }
        #expect(Set(parameters) == [["api-version"]])
        #expect(result.findings.map(\.rule) == ["version-selector-possible"])
        #expect(result.findings[0].message.contains("selector: {by: query, name: api-version}"))
    }

    @Test("A default comes before the newest of several values, and the version of the document before that")
    func listed() throws {
        for (id, expected) in [("1.0", "2"), ("3", "3")] {
            let text = VersionedService(way: .header).text(id)
                .replacing("enum: ['\(id)']", with: "enum: ['1', '2', '3'], default: '2'")
            let document = try recognised(text).document
            #expect(document.versions.first?.selectorValue == expected)
        }
    }

    @Test("A document of one version cannot be split")
    func single() throws {
        #expect(throws: DiagnosticError.self) { try recognised(VersionedService(way: .path).text("1.0"), splits: true) }
    }
}
