import APIModel
import APISpec

/// An enumeration or a union that the documentation spells out where it is used, without a name.
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
            for response in call.revision.responses {
                guard let schema = response.schema else { continue }
                found.collect(schema, name: "\(call.operation)_response", owner: owner, versions: [call.version])
            }
        }
        return found.types
    }

    /// The name of one element of what is called `name`: `restore_target_id` of `restore_target_ids`.
    static func singular(_ name: String) -> String {
        let lowered = name.lowercased()
        guard lowered.count > 3, lowered.hasSuffix("s"), !["ss", "us", "is"].contains(where: lowered.hasSuffix) else {
            return name
        }
        return lowered.hasSuffix("ies") ? String(name.dropLast(3)) + "y" : String(name.dropLast())
    }

    private struct Collector {
        var types: [InlineType] = []
        private var index: [Key: Int] = [:]

        mutating func collect(_ schema: Schema, name: String, owner: String, versions: [String]) {
            switch schema.kind {
            case .array(let items): collect(items, name: InlineType.singular(name), owner: owner, versions: versions)
            case .map(let values): collect(values, name: InlineType.singular(name), owner: owner, versions: versions)
            case .enumeration: note(Key(name: name, kind: schema.kind), owner: owner, versions: versions)
            case .union(let members):
                note(Key(name: name, kind: schema.kind), owner: owner, versions: versions)
                for member in members { collect(member, name: name + "_value", owner: owner, versions: versions) }
            default: break
            }
        }

        private mutating func note(_ key: Key, owner: String, versions: [String]) {
            if let known = index[key] {
                types[known].versions.formUnion(versions)
            } else {
                index[key] = types.count
                types.append(InlineType(key: key, owner: owner, versions: Set(versions)))
            }
        }
    }
}
