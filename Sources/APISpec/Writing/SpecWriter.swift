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
            entry.add("foundOn", source.foundOn)
            entry.add("dialect", source.dialect)
            entry.add("version", source.version)
            if source.isOverlay { entry.add("overlay", .bool(true)) }
            let isShort = source.etag == nil && source.lastModified == nil && source.foundOn == nil
            return entry.value(isShort ? .flow : .automatic)
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

    func version(_ version: APIVersion) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("status", version.status.rawValue)
        mapping.add("notBefore", version.notBefore?.description)
        mapping.add("selected", version.selected)
        let isPlain = version.server == nil && version.security == nil && version.requirements == nil
        if let server = version.server { mapping.add("server", self.server(server)) }
        if let schemes = version.security { mapping.add("security", security(schemes)) }
        if let lists = version.requirements { mapping.add("requirements", requirements(lists)) }
        return mapping.value(isPlain ? .flow : .block)
    }

    // MARK: Schemas

    func namedSchema(_ schema: NamedSchema) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("title", schema.title)
        mapping.add("description", schema.description)
        if schema.isDeprecated { mapping.add("deprecated", .bool(true)) }
        if schema.isLost { mapping.add("lost", .bool(true)) }
        mapping.add("recovered", schema.recovered)
        mapping.add("confirmed", schema.confirmed)
        if let definition = schema.definition {
            var definition = definition
            definition.description = nil
            definition.title = nil
            definition.isDeprecated = false
            mapping.add(definition, isRequired: false)
            return mapping.value(.block)
        }
        if !schema.isLost || !schema.properties.isEmpty {
            let properties = schema.properties.map { property in
                YAMLMember(property.name, self.property(property))
            }
            mapping.add("properties", .mapping(properties, .block))
        }
        switch schema.additionalProperties {
        case nil: break
        case .any: mapping.add("additionalProperties", .bool(true))
        case .forbidden: mapping.add("additionalProperties", .bool(false))
        case .schema(let values): mapping.add("additionalProperties", values.yaml)
        }
        if let checks = schema.checks { mapping.add("checks", checks.yaml) }
        if let example = schema.example { mapping.add("example", example.yaml) }
        return mapping.value(.block)
    }

    func property(_ property: NamedSchema.Property) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add(property.schema, isRequired: property.isRequired)
        return mapping.value(.automatic)
    }
}
