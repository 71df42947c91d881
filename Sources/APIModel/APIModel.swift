/// A service resolved: every operation in every version, every schema with the versions that use it.
///
/// The only thing that renderers, differs and servers read. Building it never fails: what a valid document cannot hold is
/// treated as unknown. ``inSwift(_:)`` is the same service as generated code has it.
public struct APIModel: Sendable {
    /// What the service is and how it is reached.
    public let service: Service
    /// The versions, newest first.
    public let versions: [APIVersion]
    /// The operations in the order of the documentation.
    public let operations: [ResolvedOperation]
    /// The schemas in the order of the documentation, each with what is known of its use.
    public let schemas: [ResolvedSchema]

    /// What the service keeps, in the order of the documentation.
    public let resources: [ResolvedResource]

    /// The pages that the document was read from.
    public var sources: [Source] { document.sources }

    private let schemaIndex: [String: Int]
    let document: SpecDocument

    /// Resolves a document.
    public init(_ document: SpecDocument) { self.init(document, knowing: nil) }

    /// Resolves a document whose schemas and their use are known where they are given.
    private init(_ document: SpecDocument, knowing known: [ResolvedSchema]?) {
        self.document = document
        service = document.service
        versions = document.versions
        let order = Dictionary(
            document.versions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let asking = VersionedMediaTypes(document)
        operations = document.operations.map {
            ResolvedOperation($0, of: document, versionOrder: order, asking: asking)
        }
        schemas = known ?? SchemaResolver(document: document, operations: operations).resolve()
        resources = ResolvedResource.resolve(document.resources)
        schemaIndex = Dictionary(
            schemas.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The service as the version of this id has it.
    public func service(in version: String) -> Service { document.service(in: version) }

    /// How requests say which version they mean; `nil` where nothing is known.
    public var selector: VersionSelector? { service.versionSelector }

    /// The schema with this name in the documentation's spelling.
    public func schema(named name: String) -> ResolvedSchema? {
        schemaIndex[name].map { schemas[$0] }
    }

    /// The names of the schemas `names` and of all that they mention, at any depth.
    public func names(reachedFrom names: [String]) -> Set<String> {
        var reached: Set<String> = []
        var pending = names
        while let name = pending.popLast() {
            guard let schema = schema(named: name)?.schema, reached.insert(name).inserted else { continue }
            pending += schema.referencedNames
        }
        return reached
    }

    /// The same service with `text` in the place of what selects the version in requests, whatever the version: code
    /// that serves several fills it in.
    public func selecting(by text: String) -> APIModel {
        var document = document
        for index in document.versions.indices { document.versions[index].selected = text }
        return APIModel(document, knowing: schemas)
    }

    /// The calls of all operations, one for versions that say the same, in the order of the documentation.
    public var contracts: [Call] {
        let known = Set(versions.map(\.id))
        return operations.flatMap(\.calls).filter { $0.sameIn.first(where: known.contains) == $0.version }
    }

    /// The calls of one version, in the order of the documentation.
    public func calls(in version: String) -> [Call] {
        operations.compactMap { operation in operation.calls.first { $0.version == version } }
    }
}
