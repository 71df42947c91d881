import APISpec
import Diagnostics

/// Small documents, built by hand.
enum Documents {
    static let locations = SpecLocations(whole: SourceLocation(file: "page.txt", line: 1))

    static func document(
        versions: [String] = ["1.1", "1.0"], operations: [Operation], schemas: [NamedSchema]
    ) -> SpecDocument {
        SpecDocument(
            service: Service(id: "shop", title: "Shop", server: Service.Server(url: "https://shop.example.com")),
            versions: versions.map { APIVersion(id: $0, status: .current) }, operations: operations,
            schemas: schemas)
    }

    /// A schema with required text members.
    static func schema(_ name: String, _ members: String...) -> NamedSchema {
        NamedSchema(
            name: name,
            properties: members.map {
                NamedSchema.Property(name: $0, isRequired: true, schema: Schema(.string(format: nil)))
            })
    }

    static func lost(_ name: String) -> NamedSchema { NamedSchema(name: name, isLost: true) }

    static func property(_ name: String, _ kind: Schema.Kind, required: Bool = true) -> NamedSchema.Property {
        NamedSchema.Property(name: name, isRequired: required, schema: Schema(kind))
    }

    /// An object of texts.
    static func object(_ members: String...) -> JSONValue {
        .object(members.map { JSONValue.Member($0, .string("some \($0)")) })
    }

    /// An operation with one revision whose Responses table is lost.
    static func lostAnswer(
        _ id: String, _ title: String, _ path: String, method: String = "GET", versions: [String] = ["1.1", "1.0"],
        status: Int? = 200, body: JSONValue?
    ) -> Operation {
        Operation(
            id: id, title: title,
            revisions: [
                Revision(
                    versions: versions, method: method, path: path, lost: [.responses],
                    example: CallExample(path: path, status: status, responseBody: body))
            ])
    }

    /// An operation with one revision whose tables are there.
    static func stated(
        _ id: String, _ title: String, _ path: String, method: String = "GET", versions: [String] = ["1.1", "1.0"],
        status: Int = 200, schema: String?, body: JSONValue? = nil, failures: [Int] = []
    ) -> Operation {
        let success = Response(
            status: status, description: "Fine", schema: schema.map { Schema(.reference($0)) })
        return Operation(
            id: id, title: title,
            revisions: [
                Revision(
                    versions: versions, method: method, path: path,
                    responses: [success] + failures.map { Response(status: $0, description: "Bad \($0)") },
                    example: CallExample(path: path, status: status, responseBody: body))
            ])
    }

    static func recover(_ document: SpecDocument) -> RecoveryOutcome {
        RecoveryOutcome(document)
    }
}
