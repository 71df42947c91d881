import APIModel

extension TypePlan {
    // MARK: References

    /// The type of values of `schema`, leaving `null` aside, as code inside `home` writes it.
    ///
    /// `name` is what the documentation calls the place; an enumeration or a union there is named after it.
    func type(of schema: Schema, named name: String, from home: Namespace) -> SwiftCode {
        code(mapping.type(of: schema, at: name), from: home)
    }

    private func code(_ type: SwiftType, from home: Namespace) -> SwiftCode {
        switch type {
        case .ready(let ready): return SwiftIdentifier(ready.rawValue).code
        case .own(let name): return SwiftCode.ownType(name)
        case .declared(let name): return declarationOfSchema[name].map { reference(to: $0, from: home) } ?? "JSONValue"
        case .spelledOut(let place, let kind):
            let index = declarationOfInline[InlineType.Key(name: place, kind: kind)]
            return index.map { reference(to: $0, from: home) } ?? "JSONValue"
        case .list(let item, let hasNull): return "[\(code(item, from: home))\(hasNull ? "?" : "")]"
        case .dictionary(let value, let hasNull):
            return "[String: \(code(value, from: home))\(hasNull ? "?" : "")]"
        }
    }

    private func reference(to index: Int, from home: Namespace) -> SwiftCode {
        let target = declarations[index]
        switch home {
        case .outside(let version): return "Version.\(reference(to: index, from: .version(version)))"
        case .outsideOfAll: return qualified(target)
        case .shared(let versions):
            // One name in all of them is that of an alias that they have in common.
            let aliases = Set(versions.map { aliasName[$0]?[index] })
            if aliases.count == 1, let alias = aliases.first ?? nil { return alias.code }
            return qualified(target)
        case .service where target.home == .service: return target.name.code
        case .version(let here) where target.home == .service:
            return aliasName[here]?[index]?.code ?? qualified(target)
        case .service, .version: return home == target.home ? target.name.code : qualified(target)
        }
    }

    /// A type by its full name.
    private func qualified(_ target: Declaration) -> SwiftCode {
        guard case .version(let version) = target.home else { return "\(names.namespace).\(target.name)" }
        return "\(names.namespace).\(names.version(version)).\(target.name)"
    }

    // MARK: Names that versions have for shared types

    /// An alias that several versions have in common, or one.
    struct SharedAlias {
        let name: SwiftIdentifier
        let target: Declaration
        /// The versions that have it.
        let versions: Set<String>
    }

    /// All aliases, each once, in the order of the types.
    var sharedAliases: [SharedAlias] {
        var versions: [Int: [(name: SwiftIdentifier, ids: Set<String>)]] = [:]
        for (id, aliases) in aliases {
            for alias in aliases {
                let known = versions[alias.target, default: []]
                if let index = known.firstIndex(where: { $0.name == alias.name }) {
                    versions[alias.target]?[index].ids.insert(id)
                } else {
                    versions[alias.target, default: []].append((alias.name, [id]))
                }
            }
        }
        return declarations.indices.flatMap { index in
            (versions[index] ?? []).sorted { $0.name.name < $1.name.name }.map {
                SharedAlias(name: $0.name, target: declarations[index], versions: $0.ids)
            }
        }
    }
}
