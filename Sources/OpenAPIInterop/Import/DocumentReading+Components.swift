import APISpec
import YAML

extension DocumentReading {
    private static var schemasPlace: JSONPlace { JSONPlace().appending("components").appending("schemas") }

    /// Gives each component its name, before anything refers to it.
    mutating func nameComponents() {
        for entry in root["components"]?["schemas"]?.entries ?? [] {
            let name = entry.value[.name]?.text ?? entry.key.text
            names[entry.key.text] = reserve(name)
            let words = SchemaWords(entry.value, Self.schemasPlace.appending(entry.key.text))
            if words.allowsNull, words.values == nil, words.members?.isEmpty == false || (words.allOf?.count ?? 0) > 1 {
                nullableModels.insert(entry.key.text)
                log.report(
                    OpenAPIImportRules.nullableModel, "the schema allows `null`; the spec says so wherever it is used",
                    words.place, at: entry.key.location)
            }
        }
    }

    /// `name`, or that name with a number where it is taken.
    mutating func reserve(_ name: String) -> String {
        var result = name
        var number = 2
        while !takenNames.insert(result).inserted {
            result = "\(name)\(number)"
            number += 1
        }
        return result
    }

    mutating func readComponents() {
        for entry in root["components"]?["schemas"]?.entries ?? [] { readComponent(entry) }
    }

    private mutating func readComponent(_ entry: YAMLNode.Entry) {
        let place = Self.schemasPlace.appending(entry.key.text)
        guard let name = names[entry.key.text] else { return }
        locations.note(["schemas", name], at: entry.key.location)
        let node = entry.value
        guard node.entries != nil || node.flag != nil else {
            return log.error("a schema is a mapping", place, at: entry.key.location)
        }
        let position = schemas.count
        schemas.append(NamedSchema(name: name))
        var words = SchemaWords(node, place)
        if node.flag != nil {
            schemas[position].definition = schema(node, place, SchemaHint(name, ""))
        } else if let model = namedModel(name, &words) {
            schemas[position] = model
        } else if words.isEmptyAndLost(node) {
            schemas[position].description = words.facts.description
        } else {
            var definition = schema(&words, SchemaHint(name, ""))
            schemas[position].description = definition.description
            schemas[position].title = definition.title
            schemas[position].isDeprecated = definition.isDeprecated
            definition.description = nil
            definition.title = nil
            definition.isDeprecated = false
            schemas[position].definition = definition
        }
        schemas[position].isLost = node[.lost]?.flag ?? false
        schemas[position].recovered = node[.recovered]?.texts ?? []
        schemas[position].confirmed = node[.confirmed]?.text
    }

    /// The schema as an object with members, if it is one.
    private mutating func namedModel(_ name: String, _ words: inout SchemaWords) -> NamedSchema? {
        if words.allOf != nil, words.reference == nil {
            let facts = words.facts
            guard let merged = merged(words, [words.place.pointer]), merged.isObject else { return nil }
            words = merged
            words.facts = facts
            words.allOf = nil
        }
        guard words.reference == nil, words.values == nil, words.types.isEmpty || words.types == ["object"],
            words.members != nil || (words.types == ["object"] && words.additional?.0.flag == false)
        else { return nil }
        if words.anyOf != nil || words.oneOf != nil {
            if words.members?.isEmpty != false { return nil }
            _ = union(words, SchemaHint(name, ""))
        }
        noteRest(of: words)
        noteModel(words)
        var model = model(name, words)
        model.description = words.facts.description
        model.title = words.facts.title
        model.isDeprecated = words.facts.isDeprecated
        model.example = words.facts.example
        return model
    }
}

extension SchemaWords {
    /// Whether the schema stands for a table that is lost, and tells nothing.
    fileprivate func isEmptyAndLost(_ node: YAMLNode) -> Bool { node[.lost]?.flag == true && !tellsType }

    /// Whether values are objects with members.
    var isObject: Bool { (types.isEmpty || types == ["object"]) && members != nil && values == nil }
}
