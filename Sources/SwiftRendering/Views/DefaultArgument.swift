import APIModel
import Diagnostics

/// Documented defaults as default arguments of initialisers.
///
/// A default is written out only in bodies that create something: there it says the same as leaving the member out. In a
/// body that changes something, leaving it out may mean to leave it as it is.
struct DefaultArgument {
    let plan: TypePlan
    let home: TypePlan.Namespace

    /// The documented default of a member as an expression; `nil` where there is none, or where it is not of the member's
    /// type.
    func code(for property: NamedSchema.Property) -> SwiftCode? {
        guard !property.isRequired, !property.schema.isNullable, let value = property.schema.defaultValue else {
            return nil
        }
        switch (property.schema.kind, value) {
        case (.string(nil), .string(let text)): return SwiftCode.string(text)
        case (.boolean, .bool(let flag)): return SwiftCode.bool(flag)
        case (.integer, .number(let text)): return Int(text).map { "\($0)" }
        case (.number, .number(let text)): return SwiftCode.number(text)
        case (.enumeration(let values), .string(let text)):
            guard let index = values.firstIndex(of: text) else { return nil }
            return name(at: index, of: values, property)
        default: return nil
        }
    }

    /// The one value that a member can have as an expression; `nil` where it can have others.
    func constant(_ property: NamedSchema.Property) -> SwiftCode? {
        guard !property.schema.isNullable else { return nil }
        switch property.schema.kind {
        case .enumeration(let values) where values.count == 1: return name(at: 0, of: values, property)
        case .numbers(_, let values) where values.count == 1:
            var ignored: [Diagnostic] = []
            let names = ValueNames.names(
                ofNumbers: values, in: original(property), ledger: plan.ledger, collisions: &ignored)
            return ".\(names[0])"
        case .boolean: return property.schema.onlyFlag.map(SwiftCode.bool)
        default: return nil
        }
    }

    private func name(at index: Int, of values: [String], _ property: NamedSchema.Property) -> SwiftCode {
        var ignored: [Diagnostic] = []
        let names = ValueNames.names(of: values, in: original(property), ledger: plan.ledger, collisions: &ignored)
        // On an optional, `.none` and `.some` are cases of `Optional`.
        let isOptionalCase = ["none", "some"].contains(names[index].name)
        let type: SwiftCode = isOptionalCase ? plan.type(of: property.schema, named: property.name, from: home) : ""
        return "\(type).\(names[index])"
    }

    /// What the record of names calls the enumeration of a member.
    private func original(_ property: NamedSchema.Property) -> String {
        property.schema.definitionName ?? InlineType.Key(name: property.name, kind: property.schema.kind).name
    }
}

extension DefaultArgument {
    /// The value of a query item that has no other, as an expression; `nil` for any other parameter.
    func onlyValue(of parameter: Parameter) -> SwiftCode? {
        guard parameter.isRequired, parameter.location == .query, parameter.schema.definitionName == nil,
            case .enumeration(let values) = parameter.schema.kind, values.count == 1
        else { return nil }
        var ignored: [Diagnostic] = []
        let original = InlineType.Key(name: parameter.name, kind: parameter.schema.kind).name
        let names = ValueNames.names(of: values, in: original, ledger: plan.ledger, collisions: &ignored)
        return ".\(names[0])"
    }
}

extension APIModel {
    /// The names of the schemas that only requests with POST hold.
    var schemasOfCreations: Set<String> {
        var created: Set<String> = []
        var other: Set<String> = []
        for call in contracts {
            guard let request = call.request else { continue }
            let reached = names(reachedFrom: request.schema)
            if call.revision.method == "POST" { created.formUnion(reached) } else { other.formUnion(reached) }
        }
        return created.subtracting(other)
    }

    private func names(reachedFrom schema: Schema) -> Set<String> {
        var reached: Set<String> = []
        var pending = schema.referencedNames
        while let name = pending.popLast() {
            guard reached.insert(name).inserted else { continue }
            pending += self.schema(named: name)?.schema.properties.flatMap(\.schema.referencedNames) ?? []
        }
        return reached
    }
}
