import APISpec
import Diagnostics
import OpenAPIExport
import YAML

/// One reading of an OpenAPI document: goes on after a mistake to find more.
struct DocumentReading {
    let root: YAMLNode
    var log = ImportLog()
    var locations: SpecLocations
    /// Whether the document is one of Swagger 2.0.
    var isSwagger = false
    /// Whether header fields are parameters that OpenAPI 3 leaves to other parts of a document: pages list what is
    /// sent.
    var keepsReservedHeaders = false
    /// Where `components` stand that belong elsewhere.
    let strayComponents: SourceLocation?
    /// The file name of the document, for what has no title.
    let file: String
    /// The id of the version that the document describes.
    var versionID = "1"

    /// The named schemas that are read, in the order of the result.
    var schemas: [NamedSchema] = []
    /// The documents that references lead to.
    var documents: ReferencedDocuments
    /// What references lead to.
    var targets: [WrittenReference: ReferenceTarget] = [:]
    /// The names of the named schemas by their places.
    var names: [String: String] = [:]
    /// The values by which discriminators name schemas that are called otherwise here, by the names.
    var impliedValues: [String: String] = [:]
    /// The names that are taken.
    var takenNames: Set<String> = []
    /// The places of the schemas with members that allow `null`.
    var nullableModels: Set<String> = []
    /// Schemas that have a name and are not read yet.
    var pendingSchemas: [PendingSchema] = []
    /// The names that inline objects got, by their places: what several places share has one name.
    var liftedNames: [String: String] = [:]
    /// What the names of operations are in the names of the schemas that are called after them.
    var operationsOfSchemas: [String: String] = [:]
    /// The inline objects by their names.
    var inlineSchemas: [String: InlineSchema] = [:]
    /// The ids of operations as people would write them.
    var operationIDs = OperationIDs(paths: nil, methods: [])
    /// References that are being followed.
    var openReferences: [String] = []
    /// The fingerprints of the places of the schemas that are being read, innermost last.
    var openSchemas: [UInt64] = []
    /// The names of schemas that hold themselves without any name of the document in between, by their places.
    var recurringNames: [UInt64: String] = [:]
    /// The types of members that several parts of an `allOf` describe, by the parts.
    var joinedTypes: [UInt64: Schema] = [:]
    /// The fingerprints of the alternatives that are being put together with the members beside them.
    var openAlternatives: [UInt64] = []
    /// How many alternatives may still be put together with the members beside them.
    var combinationsLeft = Self.mostCombinationsTogether
    /// How many values checks may still hold.
    var checkValuesLeft = CheckCopy.mostValuesTogether
    /// The lists of media types whose other entries were named, by the fingerprints of their places.
    var notedLists: Set<UInt64> = []
    /// How patterns are read, by their texts.
    var patterns: [String: PatternReading] = [:]
    /// The schemas that tell their heirs apart by a member, by their names.
    var bases: [String: BaseSchema] = [:]
    /// What members of heirs tell them apart, by the names of the heirs.
    var tags: [String: [HeirTag]] = [:]

    init(file: String, root: YAMLNode, limits: YAMLLimits, reader: ReferencedFileReader?) {
        // Some generators write `components` into `info`, where nobody looks for them.
        let stray = root["components"] == nil ? root["info"]?.entries?.first { $0.key.text == "components" } : nil
        let root = stray.map { root.holding(.mapping((root.entries ?? []) + [$0])) } ?? root
        strayComponents = stray?.key.location
        self.file = file
        locations = SpecLocations(whole: SourceLocation(file: file))
        documents = ReferencedDocuments(file: file, root: root, limits: limits, reader: reader)
        self.root = documents.all[0].root
    }

    // MARK: The document

    mutating func document() -> SpecDocument? {
        guard checkVersion() else { return nil }
        let info = root["info"] ?? root.holding(.mapping([]))
        if info.entries?.isEmpty != false {
            log.report(
                OpenAPIImportRules.missingInfo, "the document lacks `info` with `title` and `version`", JSONPlace(),
                at: root["info"]?.location ?? root.location)
        }
        let place = JSONPlace()
        if let strayComponents {
            log.report(
                OpenAPIImportRules.strayDefinition, "`components` is inside `info`; it is read all the same",
                place.appending("info").appending("components"), at: strayComponents)
        }
        for entry in root.entries ?? [] {
            switch entry.key.text {
            case "openapi", "swagger", "info", "servers", "paths", "components", "security", "jsonSchemaDialect",
                "tags", "$self", "$defs", "definitions":
                break
            case "parameters", "responses", "securityDefinitions", "host", "basePath", "schemes", "consumes",
                "produces":
                if !isSwagger { log.unkept(entry, place) }
            case "webhooks": log.unkeptKeyword(entry, place)
            case let name where ExtensionName(rawValue: name) != nil: break
            default: log.unkept(entry, place)
            }
        }
        noteTags()
        let (service, version) = service(info)
        versionID = version.id
        var document = SpecDocument(service: service, versions: [version])
        operationIDs = OperationIDs(paths: root["paths"], methods: Self.methods)
        nameComponents()
        readComponents()
        document.operations = operations(order: info[.order]?.texts ?? [])
        readPendingSchemas()
        for document in documents.all where document.hasEndlessTemplates {
            log.report(
                OpenAPIImportRules.deepSchema,
                "schemas with `$dynamicRef` lie in each other so deep, or so often, that they are left out of reading; what "
                    + "they stand for is taken for any value", document.place, at: document.root.location)
        }
        untangleAliases()
        document.schemas = schemas
        completeDiscriminators(&document)
        joinEqualSchemas(&document)
        document.resources = root[.resources].map { Self.resources($0) } ?? []
        document.sources = (root[.sources]?.items ?? []).compactMap { node in
            guard let page = node["page"]?.text, let digest = node["sha256"]?.text else { return nil }
            return Source(
                page: page, sha256: digest, etag: node["etag"]?.text, lastModified: node["lastModified"]?.text,
                foundOn: node["foundOn"]?.text, dialect: node["dialect"]?.text, version: node["version"]?.text,
                isOverlay: node["overlay"]?.flag ?? false)
        }
        noteUnusedComponents()
        return document
    }

    private mutating func checkVersion() -> Bool {
        let place = JSONPlace()
        if let swagger = root["swagger"] {
            guard swagger.scalar?.text.hasPrefix("2") == true else {
                log.error(
                    "this is a document of Swagger `\(swagger.scalar?.text ?? "")`; 2.0, and OpenAPI 3, are read",
                    place.appending("swagger"), at: swagger.location)
                return false
            }
            isSwagger = true
            return true
        }
        guard let version = root["openapi"] else {
            log.error(
                "this is not an OpenAPI document: it lacks its version, `openapi: 3.0.3` or `openapi: 3.1.0`", place,
                at: root.location)
            return false
        }
        let text = version.scalar?.text ?? ""
        guard text == "3" || text.hasPrefix("3.") else {
            log.error(
                "this is a document of OpenAPI `\(text)`; 3.0, 3.1 and 3.2, and Swagger 2.0, are read",
                place.appending("openapi"), at: version.location)
            return false
        }
        return true
    }

    /// Tags are kept by name; what is said of them is not.
    private mutating func noteTags() {
        for (index, tag) in (root["tags"]?.items ?? []).enumerated() {
            let place = JSONPlace().appending("tags").appending(index)
            for entry in tag.entries ?? [] where entry.key.text != "name" { log.unkept(entry, place) }
        }
    }

    private mutating func noteUnusedComponents() {
        let place = JSONPlace().appending("components")
        let read = [
            "schemas", "parameters", "responses", "requestBodies", "headers", "securitySchemes", "pathItems",
            "examples", "mediaTypes",
        ]
        for entry in root["components"]?.entries ?? [] where !read.contains(entry.key.text) {
            log.unkept(entry, place)
        }
    }

    private static func paging(_ node: YAMLNode) -> Paging? {
        guard let kind = node["by"]?.text.flatMap(Paging.Kind.init(rawValue:)) else { return nil }
        var paging = Paging(kind, inferred: node["inferred"]?.texts ?? [])
        paging.position = node["position"]?.text
        paging.size = node["size"]?.text
        paging.first = node["first"]?.scalar.flatMap { Int($0.text) }
        paging.next = node["next"]?.text
        paging.nextHeader = node["nextHeader"]?.text
        paging.last = node["last"]?.text
        paging.more = node["more"]?.text
        paging.count = node["count"]?.text
        paging.countHeader = node["countHeader"]?.text
        return paging.lacks.isEmpty ? paging : nil
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
            resource.paging = (node["paging"]?.items ?? []).compactMap(Self.paging)
            resource.envelope = node["envelope"]?.text
            resource.identifier = mark(node["identifier"])
            resource.state = mark(node["state"])
            resource.inferred = node["inferred"]?.texts ?? []
            return resource
        }
    }
}
