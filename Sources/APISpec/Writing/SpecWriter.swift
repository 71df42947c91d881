public import YAML

/// A spec document as YAML: stable order, one change of the documentation is one small change of the file.
public struct SpecWriter: Sendable {
    /// The comment that points editors to the JSON Schema of the format.
    public static let schemaComment = "# yaml-language-server: $schema=apidoc-spec.schema.json"

    /// A writer; the same document always gives the same bytes.
    public init() {}

    /// The whole file.
    public func write(_ document: SpecDocument) -> String {
        YAMLWriter(width: 120).write(value(document), comment: [Self.schemaComment])
    }

    /// The document as a tree of YAML.
    public func value(_ document: SpecDocument) -> YAMLValue {
        var root = MappingBuilder()
        root.add("apidoc", .number(String(SpecDocument.format)))
        root.add("service", service(document.service))
        root.add("sources", document.sources) { source in
            var entry = MappingBuilder()
            entry.add("page", source.page)
            entry.add("sha256", source.sha256)
            entry.add("etag", source.etag)
            entry.add("lastModified", source.lastModified)
            return entry.value(source.etag == nil && source.lastModified == nil ? .flow : .automatic)
        }
        root.add("versions", members(document.versions, key: \.id, value: version), style: .block)
        root.add("operations", members(document.operations, key: \.id, value: operation), style: .block)
        root.add("schemas", members(document.schemas, key: \.name, value: namedSchema), style: .block)
        root.add("resources", members(document.resources, key: \.name, value: resource), style: .block)
        return root.value(.block)
    }

    private func members<Element>(
        _ elements: [Element], key: (Element) -> String, value: (Element) -> YAMLValue
    ) -> [YAMLMember] {
        elements.map { YAMLMember(key($0), value($0)) }
    }

    // MARK: Service and versions

    func service(_ service: Service) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("id", service.id)
        mapping.add("title", service.title)
        mapping.add("provider", service.provider)
        mapping.add("description", service.description)
        var server = MappingBuilder()
        server.add("url", service.server.url)
        server.add("pairs", service.server.pairs) { pair in
            var entry = MappingBuilder()
            entry.add("environment", pair.environment)
            entry.add("region", pair.region)
            return entry.value(.flow)
        }
        mapping.add("server", server.value(.block))
        mapping.add("headers", service.headers.map { YAMLMember($0.name, .string($0.value)) }, style: .block)
        mapping.add("authentication", service.authentication?.rawValue)
        return mapping.value(.block)
    }

    func version(_ version: APIVersion) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("status", version.status.rawValue)
        mapping.add("notBefore", version.notBefore?.description)
        return mapping.value(.flow)
    }

    // MARK: Schemas

    func namedSchema(_ schema: NamedSchema) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("description", schema.description)
        if schema.isLost { mapping.add("lost", .bool(true)) }
        mapping.add("recovered", schema.recovered)
        mapping.add("confirmed", schema.confirmed)
        if !schema.isLost || !schema.properties.isEmpty {
            let properties = schema.properties.map { property in
                YAMLMember(property.name, self.property(property))
            }
            mapping.add("properties", .mapping(properties, .block))
        }
        return mapping.value(.block)
    }

    func property(_ property: NamedSchema.Property) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add(property.schema, isRequired: property.isRequired)
        return mapping.value(.automatic)
    }
}
