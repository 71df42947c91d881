import APISpec
import YAML

/// A schema with a discriminator and no alternatives: its heirs, which name it in their `allOf`, are the alternatives.
struct BaseSchema {
    let discriminator: Schema.Discriminator
    /// The names of the heirs, in the order of the document.
    let heirs: [String]
}

/// The values that a member has in objects of one heir.
struct HeirTag {
    let property: String
    let values: [String]
}

extension DocumentReading {
    /// Finds the components that tell their heirs apart by a member (OpenAPI, Discriminator Object).
    mutating func noteBases() {
        let place =
            isSwagger
            ? JSONPlace().appending("definitions") : JSONPlace().appending("components").appending("schemas")
        let entries = (isSwagger ? root["definitions"] : root["components"]?["schemas"])?.entries ?? []
        let candidates = entries.filter { entry in
            entry.value["discriminator"] != nil && entry.value["oneOf"] == nil && entry.value["anyOf"] == nil
        }
        guard !candidates.isEmpty else { return }
        var parents: [String: Set<String>] = [:]
        for entry in entries {
            let here = place.appending(entry.key.text)
            for part in entry.value["allOf"]?.items ?? [] {
                guard let reference = part["$ref"]?.text, let target = possibleTarget(of: reference, here) else {
                    continue
                }
                parents[here.pointer, default: []].insert(target.key)
            }
        }
        for entry in candidates {
            let key = place.appending(entry.key.text).pointer
            var heirs: Set<String> = []
            var isGrowing = true
            while isGrowing {
                isGrowing = false
                for (heir, ancestors) in parents where heir != key && !heirs.contains(heir) {
                    guard ancestors.contains(key) || !ancestors.isDisjoint(with: heirs) else { continue }
                    heirs.insert(heir)
                    isGrowing = true
                }
            }
            let ordered = entries.compactMap { entry in
                let pointer = place.appending(entry.key.text).pointer
                return heirs.contains(pointer) ? names[pointer] : nil
            }
            guard !ordered.isEmpty, let name = names[key], let node = entry.value["discriminator"],
                let discriminator = discriminator(node, place.appending(entry.key.text).appending("discriminator"))
            else { continue }
            bases[name] = BaseSchema(discriminator: discriminator, heirs: ordered)
            for heir in ordered {
                let values = discriminator.mapping.filter { $0.schema == heir }.map(\.value)
                tags[heir, default: []].append(
                    HeirTag(
                        property: discriminator.property, values: values.isEmpty ? [impliedValue(of: heir)] : values))
            }
        }
    }

    /// The union of the heirs of a base; of the base itself too, where a value of the discriminator names it.
    mutating func union(of base: BaseSchema, named name: String, _ words: inout SchemaWords) -> Schema {
        var members = base.heirs.map { Schema(.reference($0)) }
        var discriminator = base.discriminator
        if let own = discriminator.mapping.firstIndex(where: { $0.schema == name }) {
            var plain = words
            plain.discriminator = nil
            plain.allowsNull = false
            let position = schemas.count
            let baseName = reserve(name + "Base")
            schemas.append(NamedSchema(name: baseName))
            locations.note(["schemas", baseName], at: words.node.location)
            if var model = namedModel(baseName, &plain) {
                model.description = nil
                model.title = nil
                model.isDeprecated = false
                schemas[position] = model
            }
            discriminator.mapping[own] = .init(discriminator.mapping[own].value, baseName)
            members.append(Schema(.reference(baseName)))
        } else {
            noteRest(of: words.withoutDiscriminator)
        }
        var schema = members.count == 1 ? members[0] : Schema(.union(members))
        schema.isNullable = words.allowsNull
        guard members.count > 1 else { return schema }
        schema.isExclusive = true
        discriminator.mapping.removeAll { entry in !members.contains { $0.kind == .reference(entry.schema) } }
        schema.discriminator = discriminator
        return schema
    }
}

extension SchemaWords {
    fileprivate var withoutDiscriminator: SchemaWords {
        var copy = self
        copy.discriminator = nil
        return copy
    }
}
