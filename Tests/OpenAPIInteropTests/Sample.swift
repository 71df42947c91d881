import APIModel
import APISpec

@testable import OpenAPIExport
@testable import OpenAPIInterop

/// Small documents to export.
enum Sample {
    /// No document, and no times in it.
    static let nothing = APIModel(document([]))

    /// A service with two versions, of which 1.0 is deprecated, and a create, a list and a delete operation.
    static let backup = SpecDocument(
        service: Service(
            id: "backup", title: "Backup", provider: "SCP", description: "Keeps copies.\nReturns them.",
            server: .init(
                url: "https://backup.{region}.{environment}.example.com",
                pairs: [
                    .init(environment: "s", region: "kr-west1"), .init(environment: "s", region: "kr-east1"),
                    .init(environment: "e", region: "kr-west1"),
                ]),
            headers: [
                .init("Scp-Accesskey", "{access-key}"), .init("Scp-Signature", "{signature}"),
                .init("Scp-Timestamp", "{timestamp}"), .init("Scp-ClientType", "Openapi"),
                .init("Accept-Language", "en-US"), .init("Scp-Api-Version", "backup {version}"),
            ],
            authentication: .scpHMAC),
        versions: [
            APIVersion(id: "1.1", status: .current),
            APIVersion(id: "1.0", status: .deprecated, notBefore: CalendarDate("20260331")),
        ],
        operations: [createBackup, deleteBackup],
        schemas: [
            NamedSchema(
                name: "Backup", description: "A copy",
                properties: [
                    .init(name: "id", isRequired: true, schema: Schema(.string(format: nil))),
                    .init(name: "parent", isRequired: false, schema: Schema(.reference("Backup"), isNullable: true)),
                    .init(
                        name: "size", isRequired: false,
                        schema: Schema(.integer(format: "int64"), isNullable: true, example: .number("3"))),
                ]),
            NamedSchema(
                name: "BackupCreateRequest1Dot1",
                properties: [
                    .init(
                        name: "policy", isRequired: true,
                        schema: Schema(.enumeration(["WEEK", "DAY"]), defaultValue: .string("WEEK")))
                ], recovered: ["request-example"]),
            NamedSchema(name: "Agent", isLost: true),
        ])

    private static let createBackup = Operation(
        id: "createBackup", title: "Create Backup",
        revisions: [
            Revision(
                versions: ["1.1"], method: "POST", path: "/v1/backups", description: "Creates a backup.",
                request: RequestBody(
                    isRequired: true, schema: Schema(.reference("BackupCreateRequest1Dot1")),
                    recovered: ["request-example"]),
                responses: [
                    Response(status: 202, description: "Accepted", schema: Schema(.reference("Backup"))),
                    Response(status: 401),
                ],
                lost: [.parameters],
                example: CallExample(
                    path: "/v1/backups", requestBody: .object(["policy": .string("DAY")]), status: 202,
                    responseBody: .object(["id": .string("b1")])))
        ])

    private static let deleteBackup = Operation(
        id: "deleteBackup", title: "Delete Backup",
        revisions: [
            Revision(
                versions: ["1.1", "1.0"], method: "DELETE", path: "/v1/backups/{backup_id}",
                parameters: [
                    Parameter(
                        name: "backup_id", location: .path, isRequired: true,
                        schema: Schema(.string(format: nil), description: "Backup ID", example: .string("b1"))),
                    Parameter(
                        name: "force", location: .query, isRequired: false,
                        schema: Schema(.boolean, isNullable: true, defaultValue: .bool(false))),
                ],
                responses: [Response(status: 204)])
        ])

    /// A document with one version 1.0, no headers and one operation in it for each revision.
    static func document(_ revisions: [Revision], schemas: [NamedSchema] = []) -> SpecDocument {
        SpecDocument(
            service: Service(id: "x", title: "X", server: .init(url: "")),
            versions: [APIVersion(id: "1.0", status: .current)],
            operations: revisions.enumerated().map { index, revision in
                Operation(id: "operation\(index + 1)", title: "Operation", revisions: [revision])
            },
            schemas: schemas)
    }

    /// A GET without anything.
    static func revision(
        _ path: String = "/x", method: String = "GET", parameters: [Parameter] = [], responses: [Response] = [],
        lost: Set<Revision.LostTable> = [], example: CallExample? = nil
    ) -> Revision {
        Revision(
            versions: ["1.0"], method: method, path: path, parameters: parameters, responses: responses, lost: lost,
            example: example)
    }

    /// The OpenAPI document of version 1.0.
    static func export(
        _ document: SpecDocument, _ dialect: OpenAPIDialect = .v3_1, version: String = "1.0"
    ) throws -> JSONValue {
        try OpenAPIExporter(dialect: dialect).document(APIModel(document), version: version)
    }
}

extension JSONValue {
    /// An object of these members, in order.
    static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// What stands at a path of member names; array elements by their position.
    func at(_ steps: String...) -> JSONValue? {
        var value: JSONValue? = self
        for step in steps {
            if case .array(let values) = value, let index = Int(step) {
                value = values.indices.contains(index) ? values[index] : nil
            } else {
                value = value?[step]
            }
        }
        return value
    }

    /// The names of the members in order.
    var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// The JSON text in one line.
    var line: String {
        switch self {
        case .array(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\($0.name): \($0.value.line)" }.joined(separator: ", ") + "}"
        case .string(let text): text
        default: String(OpenAPIText.json(self).dropLast())
        }
    }
}
