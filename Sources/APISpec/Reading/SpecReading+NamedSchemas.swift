import Diagnostics
import YAML

extension SpecReading {
    private static let namedKeys = ["description", "lost", "recovered", "confirmed", "title", "deprecated"]

    mutating func namedSchema(_ entry: YAMLNode.Entry) -> NamedSchema? {
        let name = entry.key.text
        let node = entry.value
        let place = "schema `\(name)`"
        locations.note(["schemas", name], at: entry.key.location)
        let entries = mapping(node, "a schema")
        let told = Self.typeKeys.first { node[$0] != nil }
        check(
            entries,
            allowed: Self.namedKeys
                + (told == nil
                    ? ["properties", "additionalProperties", "checks", "example"]
                    : Self.schemaKeys.filter { $0 != "required" }),
            in: place)
        var schema = NamedSchema(name: name, description: text("description", of: node))
        schema.isLost = flag("lost", of: node)
        schema.recovered = texts("recovered", of: node)
        schema.confirmed = text("confirmed", of: node)
        schema.title = text("title", of: node)
        schema.isDeprecated = flag("deprecated", of: node)
        if told != nil {
            schema.definition = self.schema(node, place)
            schema.definition?.description = nil
            schema.definition?.title = nil
            schema.definition?.isDeprecated = false
            return schema
        }
        if node["properties"] == nil, !schema.isLost {
            problem(
                "schema `\(name)` lacks `properties`; write `properties: {}` if it has none, `lost: true` if nobody "
                    + "knows them",
                at: entry.key.location)
        }
        for property in mapping(node["properties"], "properties") {
            locations.note(["schemas", name, property.key.text], at: property.key.location)
            if let property = self.property(property) { schema.properties.append(property) }
        }
        schema.additionalProperties = node["additionalProperties"].flatMap { additional($0) }
        schema.checks = checks(node)
        schema.example = node["example"].map { json($0) }
        return schema
    }

    private mutating func additional(_ node: YAMLNode) -> NamedSchema.Additional? {
        if case .bool(let flag)? = node.scalar?.resolved { return flag ? .any : .forbidden }
        guard let entries = node.entries else {
            problem("`additionalProperties` is `true`, `false` or a type", at: node.location)
            return nil
        }
        check(entries, allowed: Self.schemaKeys, in: "additionalProperties")
        return schema(node, "additionalProperties").map(NamedSchema.Additional.schema)
    }
}
