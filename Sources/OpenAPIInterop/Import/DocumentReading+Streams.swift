import APISpec
import Diagnostics
import Foundations
import YAML

extension DocumentReading {
    /// The schema of a body in a sequential media type: the list of its items; `nil` where the body is one value, or
    /// where nothing tells of items.
    ///
    /// `itemSchema` is a keyword of OpenAPI 3.2 that frameworks write into documents of 3.1 too. Without it, `schema`
    /// describes the whole body as a list (OpenAPI 3.2, section 4.14.4); before 3.2 one that is not a list was written
    /// for the single item.
    mutating func streamed(
        _ media: YAMLNode.Entry, as name: String, _ place: JSONPlace, _ hint: SchemaHint
    ) -> Schema? {
        guard let form = SequentialMedia(mediaType: name) else {
            if let entry = media.value.entries?.first(where: { $0.key.text == "itemSchema" }) {
                log.unkeptKeyword(entry, place)
            }
            return nil
        }
        var item: SchemaPart
        var list = Schema(.unknown)
        if let node = media.value["itemSchema"] {
            item = SchemaPart(node: node, place: place.appending("itemSchema"))
        } else {
            guard let node = media.value["schema"],
                let found = possiblyResolved(SchemaPart(node: node, place: place.appending("schema")))
            else { return nil }
            if let items = found.node["items"], items.entries != nil {
                item = SchemaPart(node: items, place: found.place.appending("items"))
                let words = SchemaWords(found.node, found.place)
                list = words.facts
                list.isNullable = words.allowsNull
            } else {
                // A text is the body as it comes.
                guard ["properties", "oneOf", "anyOf", "allOf"].contains(where: { found.node[$0] != nil }) else {
                    return nil
                }
                log.report(
                    OpenAPIImportRules.schemaOfItems,
                    "`\(name)` is a stream, and `schema` is not a list; it is taken for the schema of each item",
                    place.appending("schema"), at: node.location)
                item = SchemaPart(node: node, place: place.appending("schema"))
            }
        }
        let hint = hint.appending("Item")
        list.kind = .array(form == .events ? eventData(item, hint) : schema(item.node, item.place, hint))
        return list
    }

    /// The type of the data of a server-sent event, whose fields a schema describes; the schema itself where it does
    /// not describe fields, as it was usual before OpenAPI 3.2.
    private mutating func eventData(_ event: SchemaPart, _ hint: SchemaHint) -> Schema {
        guard let found = possiblyResolved(event) else { return schema(event.node, event.place, hint) }
        let cases = ["oneOf", "anyOf"].flatMap { key -> [SchemaPart] in
            (found.node[key]?.items ?? []).enumerated().map {
                SchemaPart(node: $0.element, place: found.place.appending(key).appending($0.offset))
            }
        }.compactMap { possiblyResolved($0) }
        let own = found.node["properties"]
        let describesFields = ([own] + cases.map { $0.node["properties"] }).allSatisfy {
            $0.map(Self.areFields) ?? true
        }
        guard describesFields, own != nil || cases.contains(where: { $0.node["properties"] != nil }) else {
            return schema(event.node, event.place, hint)
        }
        var kinds: [EventData] = []
        for part in cases.isEmpty ? [found] : cases {
            let fields = part.node["properties"]?["data"] == nil ? found : part
            let kind = self.data(of: fields)
            if !kinds.contains(where: { $0.isSame(as: kind) }) { kinds.append(kind) }
        }
        if cases.count > 1, kinds.count > 1 {
            log.report(
                OpenAPIImportRules.eventKinds,
                "what an event holds depends on its name; each is read as the type that fits its data", found.place,
                at: found.node.location)
        }
        let schemas = kinds.enumerated().map { number, kind -> Schema in
            guard let part = kind.json else { return kind.text }
            return schema(part.node, part.place, kinds.count == 1 ? hint : hint.appending("\(number + 1)"))
        }
        if schemas.count == 1 { return schemas[0] }
        // Text that is not JSON and JSON cannot be told apart; as text both can be read.
        if kinds.contains(where: { $0.json == nil }) { return Schema(.string(format: nil)) }
        return Schema(.union(schemas))
    }

    /// Whether properties are fields of a server-sent event (WHATWG HTML, section 9.2.6).
    private static func areFields(_ properties: YAMLNode) -> Bool {
        let names = (properties.entries ?? []).map(\.key.text)
        return !names.isEmpty && names.allSatisfy { ["data", "event", "id", "retry", "comment"].contains($0) }
            && (names.contains("data") || names.contains("event"))
    }

    /// What the data of an event is.
    private struct EventData {
        /// The schema of the JSON; `nil` for text.
        let json: SchemaPart?
        /// The text, with what is known of it.
        let text: Schema

        init(json: SchemaPart) {
            self.json = json
            text = Schema(.string(format: nil))
        }

        init(text: SchemaPart?) {
            json = nil
            var schema = text.map { SchemaWords($0.node, $0.place).facts } ?? Schema(.unknown)
            schema.kind = .string(format: nil)
            self.text = schema
        }

        func isSame(as other: EventData) -> Bool {
            switch (json, other.json) {
            case (nil, nil): true
            case (let left?, let right?): left.node.json == right.node.json
            default: false
            }
        }
    }

    private mutating func data(of event: SchemaPart) -> EventData {
        let place = event.place.appending("properties").appending("data")
        guard let node = event.node["properties"]?["data"],
            let data = possiblyResolved(SchemaPart(node: node, place: place))
        else { return EventData(text: nil) }
        let type = data.node["contentMediaType"]?.text ?? ""
        let isJSON = type.isEmpty || MediaType.isJSON(type)
        if let content = data.node["contentSchema"], isJSON {
            return EventData(json: SchemaPart(node: content, place: data.place.appending("contentSchema")))
        }
        let types = data.node["type"]?.items?.compactMap(\.text) ?? [data.node["type"]?.text].compactMap { $0 }
        if types.contains("string"), !type.isEmpty, isJSON {
            // JSON of which nothing more is said.
            return EventData(json: SchemaPart(node: data.node.holding(.mapping([])), place: data.place))
        }
        let isText = types.contains("string") || (types.isEmpty && data.node["properties"] == nil)
        return isText ? EventData(text: data) : EventData(json: SchemaPart(node: node, place: place))
    }

    /// A schema, or what its reference leads to.
    private mutating func possiblyResolved(_ part: SchemaPart) -> SchemaPart? {
        var part = part
        var steps = 0
        while let reference = part.node["$ref"]?.text {
            guard steps < 16, let target = possibleTarget(of: reference, part.place) else { return nil }
            part = SchemaPart(node: target.node, place: target.place)
            steps += 1
        }
        return part
    }
}
