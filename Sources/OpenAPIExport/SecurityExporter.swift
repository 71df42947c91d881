import APIModel

/// Writes security schemes and what requests have to satisfy.
struct SecurityExporter {
    /// All schemes by component key: those of the signature, then those of the service.
    let schemes: ObjectBuilder
    private let signature: [JSONValue.Member]

    /// The schemes of a service; `signature` are those that stand for headers of every request.
    init(_ service: Service, signature: ObjectBuilder) {
        let taken = Set(service.security.map(\.name))
        self.signature = signature.members.map { member in
            var name = member.name
            while taken.contains(name) { name += "_" }
            return JSONValue.Member(name, member.value)
        }
        var schemes = ObjectBuilder()
        for member in self.signature { schemes.add(member.name, member.value) }
        var seen: Set<String> = []
        for scheme in service.security where seen.insert(scheme.name).inserted {
            schemes.add(scheme.name, Self.object(for: scheme))
        }
        self.schemes = schemes
    }

    private static func object(for scheme: SecurityScheme) -> JSONValue {
        var object = ObjectBuilder()
        switch scheme.kind {
        case .apiKey(let name, let location):
            object.add("type", text: "apiKey")
            object.add("name", text: name)
            object.add("in", text: location.rawValue)
        case .bearer(let format):
            object.add("type", text: "http")
            object.add("scheme", text: "bearer")
            object.add("bearerFormat", text: format)
        case .basic:
            object.add("type", text: "http")
            object.add("scheme", text: "basic")
        case .other(let type, let definition):
            object.add("type", text: type)
            if case .object(let members) = definition {
                for member in members { object.add(member.name, member.value) }
            }
        }
        object.add("description", text: scheme.description)
        return object.value
    }

    /// The requirements; `nil` where a service asks for nothing. A signature goes with each of them.
    func requirements(_ lists: [[SecurityRequirement]], isService: Bool = false) -> JSONValue? {
        let signed = signature.map { JSONValue.Member($0.name, .array([])) }
        if lists.isEmpty, isService { return signed.isEmpty ? nil : .array([.object(signed)]) }
        return .array(
            lists.map { list in
                .object(
                    signed + list.map { JSONValue.Member($0.name, .array($0.scopes.map(JSONValue.string))) })
            })
    }
}
