import APISpec
import Diagnostics
import OpenAPIExport
import YAML

/// A schema that has a name and is not read yet.
struct PendingSchema {
    let name: String
    let node: YAMLNode
    let place: JSONPlace
}

extension DocumentReading {
    /// The places of named schemas in the document: the components, the definitions of Swagger 2.0 and of JSON Schema.
    private var sections: [(entries: [YAMLNode.Entry], place: JSONPlace)] {
        let root = self.root
        var sections: [(entries: [YAMLNode.Entry], place: JSONPlace)] = []
        if let entries = root["components"]?["schemas"]?.entries {
            sections.append((entries, JSONPlace().appending("components").appending("schemas")))
        }
        for key in ["definitions", "$defs"] where isSwagger || key == "$defs" {
            if let entries = root[key]?.entries { sections.append((entries, JSONPlace().appending(key))) }
        }
        return sections
    }

    /// Gives each component its name, before anything refers to it.
    mutating func nameComponents() {
        let readable = SchemaNames(
            keys: sections.flatMap(\.entries).filter { $0.value[.name] == nil }.map(\.key.text),
            operations: operationIDs.names)
        for (entries, place) in sections {
            for entry in entries {
                let here = place.appending(entry.key.text)
                var name = entry.value[.name]?.text ?? entry.key.text
                let stated = name
                if entry.value[.name] == nil, let short = readable.short(name) {
                    log.report(
                        OpenAPIImportRules.shortenedSchemaName,
                        "the schema `\(name)` is called `\(short)`; `types` in the file of names may call it otherwise",
                        here,
                        at: entry.key.location)
                    name = short
                }
                name = reserve(name)
                names[here.pointer] = name
                if name != stated { impliedValues[name] = stated }
                noteNullable(entry.value, here, key: here.pointer, at: entry.key.location)
            }
        }
        for (entries, place) in sections {
            for entry in entries {
                // A component that only leads to another file is what is there.
                let here = place.appending(entry.key.text)
                guard let reference = entry.value["$ref"]?.text, !reference.hasPrefix("#"),
                    let target = possibleTarget(of: reference, here), target.place.document != 0,
                    names[target.key] == nil, let name = names[here.pointer]
                else { continue }
                names[target.key] = name
                noteNullable(target.node, target.place, key: target.key, at: target.node.location)
            }
        }
        noteBases()
    }

    /// Remembers a schema with members that allows `null`.
    mutating func noteNullable(_ node: YAMLNode, _ place: JSONPlace, key: String, at location: SourceLocation) {
        let words = SchemaWords(node, place)
        guard words.allowsNull, words.values == nil,
            words.members?.isEmpty == false || (words.allOf?.count ?? 0) > 1
        else { return }
        nullableModels.insert(key)
        log.report(
            OpenAPIImportRules.nullableModel, "the schema allows `null`; the spec says so wherever it is used", place,
            at: location)
    }

    /// `name`, or that name with a number where it is taken.
    mutating func reserve(_ name: String) -> String {
        let stem = name.isEmpty ? "Schema" : name
        var result = stem
        var number = 2
        while !takenNames.insert(result).inserted {
            result = "\(stem)\(number)"
            number += 1
        }
        return result
    }

    /// A name for an inline schema; it is remembered which operation it is called after.
    mutating func reserve(_ hint: SchemaHint) -> String {
        let name = reserve(hint.name)
        operationsOfSchemas[name] = hint.operation
        return name
    }

    /// The hint for a member of the schema `name`; what an operation's form holds is called after the operation itself.
    func hint(for member: MemberWords, of name: String) -> SchemaHint {
        let owner = member.owner ?? name
        let isOfForm = operationsOfSchemas[name] == owner
        return SchemaHint(owner, member.name, operation: isOfForm ? owner : operationsOfSchemas[owner])
    }

    mutating func readComponents() {
        for (entries, place) in sections {
            for entry in entries {
                let here = place.appending(entry.key.text)
                guard let name = names[here.pointer] else { continue }
                if let reference = entry.value["$ref"]?.text, !reference.hasPrefix("#"),
                    // What is wrong with the reference is told where it is read.
                    let target = possibleTarget(of: reference, here), names[target.key] == name
                {
                    readComponent(name, target.node, target.place, at: entry.key.location)
                } else {
                    readComponent(name, entry.value, here, at: entry.key.location)
                }
            }
        }
        readPendingSchemas()
    }

    /// Reads the schemas that got a name when something referred to them.
    mutating func readPendingSchemas() {
        var next = 0
        while next < pendingSchemas.count {
            let schema = pendingSchemas[next]
            next += 1
            readComponent(schema.name, schema.node, schema.place, at: schema.node.location)
        }
        pendingSchemas = []
    }

    private mutating func readComponent(
        _ name: String, _ node: YAMLNode, _ place: JSONPlace, at location: SourceLocation
    ) {
        locations.note(["schemas", name], at: location)
        guard node.entries != nil || node.flag != nil else {
            return log.error("a schema is a mapping", place, at: location)
        }
        let position = schemas.count
        schemas.append(NamedSchema(name: name))
        var words = SchemaWords(node, place)
        if let base = bases[name], node.flag == nil {
            schemas[position].definition = union(of: base, named: name, &words)
            schemas[position].description = words.facts.description
            schemas[position].title = words.facts.title
            schemas[position].isDeprecated = words.facts.isDeprecated
        } else if node.flag != nil {
            schemas[position].definition = schema(node, place, SchemaHint(name, ""))
        } else if let model = namedModel(name, &words) {
            schemas[position] = model
        } else if words.isEmptyAndLost(node) {
            schemas[position].description = words.facts.description
        } else {
            openSchemas.append(place.fingerprint)
            recurringNames[place.fingerprint] = name
            var definition = schema(&words, SchemaHint(name, ""))
            openSchemas.removeLast()
            recurringNames[place.fingerprint] = nil
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

    /// Whether a schema is another one with checks of ours, as an export for OpenAPI 3.0 says it, which has no place for
    /// anything beside `$ref`.
    private static func isCheckedReference(_ words: SchemaWords) -> Bool {
        guard words.node[.checks] != nil, let parts = words.allOf, parts.count == 1 else { return false }
        return words.members == nil && words.required.isEmpty && parts[0].node.entries?.map(\.key.text) == ["$ref"]
    }

    /// The schema as an object with members, if it is one.
    mutating func namedModel(_ name: String, _ words: inout SchemaWords) -> NamedSchema? {
        takeChecks(&words)
        if words.allOf != nil, words.reference == nil {
            if Self.isCheckedReference(words) { return nil }
            let facts = words.facts
            guard let merged = merged(words, [words.place.pointer]), merged.isObject else { return nil }
            words = merged
            words.facts = facts
            words.facts.checks = merged.facts.checks
            words.allOf = nil
        }
        guard words.reference == nil, words.values == nil, words.types.isEmpty || words.types == ["object"],
            words.members != nil || (words.types == ["object"] && words.additional?.0.flag == false),
            alternatives(of: words) == nil
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
        model.checks = words.facts.checks
        return model
    }
}

extension SchemaWords {
    /// Whether the schema stands for a table that is lost, and tells nothing.
    fileprivate func isEmptyAndLost(_ node: YAMLNode) -> Bool { node[.lost]?.flag == true && !tellsType }

    /// Whether values are objects with members.
    var isObject: Bool { (types.isEmpty || types == ["object"]) && members != nil && values == nil }
}
