import APISpec
import Diagnostics
import OpenAPIInterop

/// A small service in several versions, whose documents differ in a selector and in what a test asks for.
struct VersionedService {
    enum Way: String, CaseIterable {
        case header, query, media, path, server
    }

    var way: Way
    /// Members of `Berth` beside its name, by version.
    var members: [String: String] = [:]
    /// Paths beside `/berths`, by version.
    var paths: [String: String] = [:]
    /// The title, which tells one service from another.
    var title = "Quay"

    func text(_ version: String) -> String {
        let media = way == .media ? "application/vnd.quay+json;version=\(version)" : "application/json"
        let prefix = way == .path ? "/v\(version.prefix { $0 != "." })" : ""
        let selector: String
        switch way {
        case .header:
            selector =
                "parameters: [{name: X-Quay-Version, in: header, required: true, schema: {type: string, enum: ['\(version)']}}]"
        case .query:
            selector =
                "parameters: [{name: api-version, in: query, required: true, schema: {type: string, enum: ['\(version)']}}]"
        case .media, .path, .server: selector = "parameters: []"
        }
        return """
            openapi: 3.0.3
            info: {title: \(title), version: '\(version)'}
            servers: [{url: 'https://quay.example\(way == .server ? "/v\(version)" : "")'}]
            paths:
              \(prefix)/berths:
                get:
                  operationId: listBerths
                  \(selector)
                  responses:
                    '200':
                      description: OK
                      content: {'\(media)': {schema: {type: array, items: {$ref: '#/components/schemas/Berth'}}}}
                post:
                  operationId: addBerth
                  \(selector)
                  requestBody: {required: true, content: {'\(media)': {schema: {$ref: '#/components/schemas/Berth'}}}}
                  responses: {'204': {description: Done}}
            \(paths[version] ?? "")
            components:
              schemas:
                Berth: {type: object, properties: {name: {type: string}\(members[version] ?? "")}}

            """
    }

    func document(_ version: String) throws -> VersionedDocument {
        let read = try OpenAPIImporter().read(Array(text(version).utf8), file: "\(version).yaml")
        return VersionedDocument(
            id: version, document: read.document, locations: read.locations, namedAfter: read.namedAfter)
    }

    func merged(_ versions: [String]) throws -> MergedVersions {
        try OpenAPIImporter().merge(try versions.map(document))
    }
}
