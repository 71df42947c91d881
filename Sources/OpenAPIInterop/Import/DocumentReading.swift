import APISpec
import Diagnostics
import YAML

/// One reading of an OpenAPI document: goes on after a mistake to find more.
struct DocumentReading {
    let root: YAMLNode
    var log = ImportLog()
    var locations: SpecLocations
    var isVersion3_0 = false
    /// The id of the version that the document describes.
    var versionID = "1"

    /// The named schemas that are read, in the order of the result.
    var schemas: [NamedSchema] = []
    /// The schemas of the components by key.
    let components: [String: YAMLNode.Entry]
    /// The names of the schemas of the components by key.
    var names: [String: String] = [:]
    /// The names that are taken.
    var takenNames: Set<String> = []
    /// The keys of the schemas with members that allow `null`.
    var nullableModels: Set<String> = []
    /// The names that inline objects got, by their places: what several places share has one name.
    var liftedNames: [String: String] = [:]
    /// References to places outside the components that are being read.
    var openReferences: [String] = []

    init(file: String, root: YAMLNode) {
        self.root = root
        locations = SpecLocations(whole: SourceLocation(file: file))
        components = Dictionary(
            (root["components"]?["schemas"]?.entries ?? []).map { ($0.key.text, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: The document

    mutating func document() -> SpecDocument? {
        guard checkVersion(), let info = root["info"] else {
            if log.errors.isEmpty {
                log.error("the document lacks `info` with `title` and `version`", JSONPlace(), at: root.location)
            }
            return nil
        }
        let place = JSONPlace()
        for entry in root.entries ?? [] {
            switch entry.key.text {
            case "openapi", "info", "servers", "paths", "components", "security", "jsonSchemaDialect", "tags": break
            case "webhooks": log.unkeptKeyword(entry, place)
            case let name where ExtensionName(rawValue: name) != nil: break
            default: log.unkept(entry, place)
            }
        }
        noteTags()
        let (service, version) = service(info)
        versionID = version.id
        var document = SpecDocument(service: service, versions: [version])
        nameComponents()
        readComponents()
        document.operations = operations(order: info[.order]?.texts ?? [])
        document.schemas = schemas
        checkAliases()
        document.resources = root[.resources].map { Self.resources($0) } ?? []
        document.sources = (root[.sources]?.items ?? []).compactMap { node in
            guard let page = node["page"]?.text, let digest = node["sha256"]?.text else { return nil }
            return Source(
                page: page, sha256: digest, etag: node["etag"]?.text, lastModified: node["lastModified"]?.text,
                foundOn: node["foundOn"]?.text)
        }
        noteUnusedComponents()
        return document
    }

    private mutating func checkVersion() -> Bool {
        let place = JSONPlace()
        if let swagger = root["swagger"] {
            log.error(
                "this is a document of OpenAPI \(swagger.text ?? "2.0"); convert it to 3.0 or 3.1",
                place.appending("swagger"), at: swagger.location)
            return false
        }
        guard let version = root["openapi"] else {
            log.error(
                "this is no OpenAPI document: it lacks its version, `openapi: 3.0.3` or `openapi: 3.1.0`", place,
                at: root.location)
            return false
        }
        let text = version.text ?? ""
        guard text.hasPrefix("3.0") || text.hasPrefix("3.1") else {
            log.error(
                "this is a document of OpenAPI `\(text)`; 3.0 and 3.1 are read", place.appending("openapi"),
                at: version.location)
            return false
        }
        isVersion3_0 = text.hasPrefix("3.0")
        return true
    }

    /// Tags are kept by name; what is said of them is not.
    private mutating func noteTags() {
        for (index, tag) in (root["tags"]?.items ?? []).enumerated() {
            let place = JSONPlace().appending("tags").appending(index)
            for entry in tag.entries ?? [] where entry.key.text != "name" { log.unkept(entry, place) }
        }
    }

    private mutating func checkAliases() {
        for name in AliasCycles(schemas).names {
            let key = names.first { $0.value == name }?.key ?? name
            log.error(
                "the schema `\(name)` refers to itself without a list or an object in between; give it a type",
                JSONPlace().appending("components").appending("schemas").appending(key),
                at: locations[["schemas", name]])
        }
    }

    private mutating func noteUnusedComponents() {
        let place = JSONPlace().appending("components")
        let read = [
            "schemas", "parameters", "responses", "requestBodies", "headers", "securitySchemes", "pathItems",
            "examples",
        ]
        for entry in root["components"]?.entries ?? [] where !read.contains(entry.key.text) {
            log.unkept(entry, place)
        }
    }

    static func resources(_ node: YAMLNode) -> [Resource] {
        func mark(_ node: YAMLNode?) -> Resource.Mark? {
            guard let node else { return nil }
            if let text = node.text { return Resource.Mark(text) }
            return node["property"]?.text.map { Resource.Mark($0, inferred: node["inferred"]?.texts ?? []) }
        }
        return (node.entries ?? []).compactMap { entry in
            let node = entry.value
            guard let collection = node["collection"]?.text else { return nil }
            var resource = Resource(name: entry.key.text, collection: collection, member: node["member"]?.text)
            resource.create = node["create"]?.text
            resource.list = node["list"]?.text
            resource.show = node["show"]?.text
            resource.updates = node["updates"]?.texts ?? []
            resource.delete = node["delete"]?.text
            resource.items = node["items"]?.text
            resource.envelope = node["envelope"]?.text
            resource.identifier = mark(node["identifier"])
            resource.state = mark(node["state"])
            resource.inferred = node["inferred"]?.texts ?? []
            return resource
        }
    }
}
