import APIModel

/// An enumeration or a union that the documentation spells out where it is used, without a name.
///
/// Those that have a name are declared under it, once.
struct InlineType {
    /// What makes two of them one type: the name of the place and the values or members.
    struct Key: Hashable {
        let name: String
        let kind: Schema.Kind

        init(name: String, kind: Schema.Kind) {
            self.name = Words(name).upperCamel
            self.kind =
                switch kind {
                case .union(let members): .union(members.map { $0.structure() })
                default: kind
                }
        }
    }

    let key: Key
    /// The type as its first user states it.
    let schema: Schema
    /// The first schema or operation that uses it.
    let owner: String
    /// All versions that use it.
    var versions: Set<String>

    /// All of a model, in the order of first use, schemas first.
    static func all(in model: APIModel, versionsOf: (String) -> [String]) -> [InlineType] {
        var found = Collector()
        for schema in model.schemas where schema.equalTo == schema.name {
            let versions = versionsOf(schema.name)
            for property in schema.schema.properties {
                found.collect(property.schema, name: property.name, owner: schema.baseName, versions: versions)
            }
            if case .schema(let values)? = schema.schema.additionalProperties {
                found.collect(
                    values, name: additionalName(schema), owner: schema.baseName, versions: versions)
            }
            if let definition = schema.schema.definition {
                found.collectParts(of: definition, name: schema.name, owner: schema.baseName, versions: versions)
            }
        }
        for call in model.operations.flatMap(\.calls) {
            let owner = Words(call.operation).upperCamel
            for parameter in call.pathParameters + call.queryParameters + call.headerParameters + call.cookieParameters
            {
                found.collect(parameter.schema, name: parameter.name, owner: owner, versions: [call.version])
            }
            if let request = call.request {
                found.collect(request.schema, name: "\(call.operation)_request", owner: owner, versions: [call.version])
            }
            for header in call.answerHeaders {
                found.collect(header.schema, name: header.name, owner: owner, versions: [call.version])
            }
            for response in call.revision.responses {
                guard let schema = response.schema else { continue }
                found.collect(schema, name: "\(call.operation)_response", owner: owner, versions: [call.version])
            }
        }
        return found.types
    }

    /// What members that the documentation does not name are called as a place.
    static func additionalName(_ schema: ResolvedSchema) -> String { schema.baseName + "_value" }

    private struct Collector {
        var types: [InlineType] = []
        private var index: [Key: Int] = [:]

        mutating func collect(_ schema: Schema, name: String, owner: String, versions: [String]) {
            if schema.kind.needsDeclaration {
                // What has a name is declared under it, and its parts with it.
                guard schema.definitionName == nil else { return }
                note(schema, name: name, owner: owner, versions: versions)
            }
            collectParts(of: schema, name: name, owner: owner, versions: versions)
        }

        /// What stands in a type, without the type itself.
        mutating func collectParts(of schema: Schema, name: String, owner: String, versions: [String]) {
            switch schema.kind {
            case .array(let items):
                collect(items, name: SwiftTypeMapping.singular(name), owner: owner, versions: versions)
            case .map(let values):
                collect(values, name: SwiftTypeMapping.singular(name), owner: owner, versions: versions)
            case .union(let members):
                for member in members { collect(member, name: name + "_value", owner: owner, versions: versions) }
            default: break
            }
        }

        private mutating func note(_ schema: Schema, name: String, owner: String, versions: [String]) {
            let key = Key(name: name, kind: schema.kind)
            if let known = index[key] {
                types[known].versions.formUnion(versions)
            } else {
                index[key] = types.count
                types.append(InlineType(key: key, schema: schema, owner: owner, versions: Set(versions)))
            }
        }
    }
}
