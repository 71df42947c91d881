import APIModel
import Foundations

extension SchemaExporter {
    /// The schema of a body that streams items: a list of them, as OpenAPI 3.2 reads such a media type. `itemSchema`, which
    /// says it more plainly, is refused in 3.0 and 3.1.
    ///
    /// The items of server-sent events are objects of their fields, whose data is a text that holds JSON.
    func list(_ schema: Schema, in mediaType: String) -> JSONValue {
        let whole = object(for: schema)
        guard dialect == .v3_1, SequentialMedia(mediaType: mediaType) == .events,
            case .array(let items) = schema.kind, case .object(let members) = whole
        else { return whole }
        return .object(
            members.map { member in
                guard member.name == "items" else { return member }
                var data = member.value
                if !items.isText {
                    data = .object([
                        "type": .string("string"), "contentMediaType": .string(MediaType.json),
                        "contentSchema": member.value,
                    ])
                }
                let fields: JSONValue = .object(["data": data])
                return JSONValue.Member("items", .object(["type": .string("object"), "properties": fields]))
            })
    }
}

extension Schema {
    /// Whether the data of an event of this type is text as it comes.
    fileprivate var isText: Bool { kind == .string(format: nil) && !isNullable }
}
