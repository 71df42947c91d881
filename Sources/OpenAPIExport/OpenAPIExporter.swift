public import APIModel
import Diagnostics

/// Writes one version of a service as an OpenAPI document.
///
/// What the documentation says and OpenAPI has no word for stands in members whose names start with `x-apidoc-`:
/// evidence for what is recovered, tables that are lost, types that nothing tells, the life of the version.
public struct OpenAPIExporter: Sendable {
    private let dialect: OpenAPIDialect
    private let hasZonelessText: Bool

    /// An exporter that writes this dialect.
    ///
    /// With `zonelessAsText`, a `date-time` that the documentation itself shows without a zone is text, and the word stands
    /// in `x-apidoc-format`: readers that believe the format (RFC 3339) refuse such values. Otherwise the format stays what
    /// the documentation says.
    public init(dialect: OpenAPIDialect, zonelessAsText: Bool = false) {
        self.dialect = dialect
        hasZonelessText = zonelessAsText
    }

    /// Writes `version`, such as `1.2`; the same input always gives the same members in the same order.
    ///
    /// - Parameters:
    ///   - model: the service.
    ///   - version: the id of one of its versions.
    ///   - locations: where the parts of the spec stand, for errors that name a place.
    /// - Returns: the OpenAPI document.
    /// - Throws: ``Diagnostics/DiagnosticError`` where the service lacks the version, where two operations of it have
    ///   the same method and path, and where a method or path is none that OpenAPI has a place for.
    public func document(
        _ model: APIModel, version: String, locations: SpecLocations? = nil
    ) throws -> JSONValue {
        guard let described = model.versions.first(where: { $0.id == version }) else {
            let known = model.versions.map(\.id).joined(separator: ", ")
            throw DiagnosticError(
                "\(model.service.title) has no version \(version); "
                    + (known.isEmpty ? "its spec names no versions" : "choose one of \(known)"),
                at: locations?.whole)
        }
        let calls = model.calls(in: version)
        let service = model.service.version(described)
        let headers = RequestHeaders(service: service, version: described)
        let security = SecurityExporter(service, signature: headers.securitySchemes)
        let selected = SchemaSelection(model: model, version: version).schemas()
        let schemas = SchemaExporter(
            dialect: dialect,
            keys: ComponentNames(model.schemas.map(\.name), preferred: Self.plainNames(selected.map(\.name))),
            model: model, zoneless: hasZonelessText ? ZonelessTimes(model) : nil)
        let stated = Dictionary(grouping: calls.compactMap(\.revision.operationID)) { $0 }
        let operations = OperationExporter(
            schemas: schemas, headers: headers, security: security, isDeprecated: described.status == .deprecated,
            repeatedIDs: Set(stated.filter { $0.value.count > 1 }.keys))
        var paths = PathItems(calls, locations: locations)
        for call in calls { paths.add(operations.object(for: call), for: call) }
        guard paths.errors.isEmpty else { throw DiagnosticError(paths.errors) }

        var document = ObjectBuilder()
        document.add("openapi", text: dialect.documentVersion)
        var info = info(service, described)
        let order = calls.map(\.operation)
        if paths.order != order { info.add(.order, texts: order) }
        document.add("info", info.value)
        document.add("servers", ServerExporter.servers(service.server))
        document.add("security", security.requirements(service.requirements, isService: true))
        document.add("paths", paths.value)
        var components = ObjectBuilder()
        var named = ObjectBuilder()
        for schema in selected {
            let component = schemas.component(for: schema)
            named.add(component.name, component.value)
        }
        components.add("schemas", nonEmpty: named)
        components.add("parameters", nonEmpty: headers.components)
        components.add("securitySchemes", nonEmpty: security.schemes)
        document.add("components", nonEmpty: components)
        let resources = ResourceExporter.object(model.resources.map(\.resource), in: order) { list in
            calls.first { $0.operation == list }.map(model.statedPaging) ?? []
        }
        document.add(.resources, resources)
        document.add(.sources, ResourceExporter.list(model.sources))
        return document.value
    }

    /// The names without their versions of the types that differ from version to version, where one version has one.
    private static func plainNames(_ names: [String]) -> [String: String] {
        let marked = names.filter { $0.contains("@") }
        let counts = Dictionary(marked.map { (VersionedName($0).base, 1) }, uniquingKeysWith: +)
        let all = Set(names)
        return Dictionary(
            marked.map { ($0, VersionedName($0).base) }.filter { counts[$0.1] == 1 && !all.contains($0.1) },
            uniquingKeysWith: { first, _ in first })
    }

    private func info(_ service: Service, _ version: APIVersion) -> ObjectBuilder {
        var info = ObjectBuilder()
        info.add("title", text: service.title.isEmpty ? service.id : service.title)
        info.add("version", text: version.id)
        info.add("description", text: service.description)
        info.add(.service, text: service.id)
        info.add(.provider, text: service.provider)
        info.add(.status, text: version.status.rawValue)
        info.add(.notBefore, text: version.notBefore?.description)
        if NameMaking.version(version.id) != version.id { info.add(.version, text: version.id) }
        var headers = ObjectBuilder()
        var seen: Set<String> = []
        for header in service.headers where seen.insert(header.name).inserted {
            headers.add(header.name, text: header.value)
        }
        if !headers.isEmpty { info.add(.headers, headers.value) }
        info.add(.authentication, text: service.authentication?.rawValue)
        return info
    }
}
