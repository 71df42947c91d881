import APIModel
import APISpec

extension SpecDocument {
    /// The document with members that travel one way only made optional in types that travel the other way too.
    ///
    /// A required member that stands in answers only is not required of requests (OpenAPI, `readOnly`), and the other
    /// way round: no caller has to invent it, and no answer fails without it.
    var withOneWayMembersOptional: SpecDocument {
        guard schemas.contains(where: { $0.properties.contains(where: \.isOneWay) }) else { return self }
        let resolved = APIModel(self).schemas
        let sent = Set(resolved.filter(\.isSent).map(\.equalTo))
        let received = Set(resolved.filter(\.isReceived).map(\.equalTo))
        var copy = self
        for (index, schema) in resolved.enumerated() {
            copy.schemas[index].properties = copy.schemas[index].properties.map { property in
                var property = property
                if property.schema.isReadOnly, sent.contains(schema.equalTo) { property.isRequired = false }
                if property.schema.isWriteOnly, received.contains(schema.equalTo) { property.isRequired = false }
                return property
            }
        }
        return copy
    }
}

extension NamedSchema.Property {
    fileprivate var isOneWay: Bool { isRequired && (schema.isReadOnly || schema.isWriteOnly) }
}
