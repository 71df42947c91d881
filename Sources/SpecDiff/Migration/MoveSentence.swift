import APIModel

/// What to do in Swift about one change.
struct MoveSentence {
    let document: SpecDocument
    let from: String
    let to: String
    let naming: any SwiftNaming

    /// A sentence or two as Markdown; `nil` for a change that has no words of its own in Swift.
    func text(_ finding: DiffFinding) -> String? {
        switch finding.difference.area {
        case .operation: operation(finding.difference)
        case .parameter: parameter(finding.difference)
        case .requestBody: body(finding.difference)
        case .property: property(finding)
        default: nil
        }
    }

    // MARK: Operations

    private func operation(_ difference: Difference) -> String? {
        guard let id = difference.path.steps.dropFirst().first else { return nil }
        switch difference.change {
        case .added: return "\(code(naming.method(operation: id, version: to))) is new."
        case .removed:
            return "\(code(naming.method(operation: id, version: from))) is gone; the documentation names nothing in "
                + "its place."
        default: return nil
        }
    }

    private func body(_ difference: Difference) -> String? {
        switch difference.change {
        case .requiredAdded: "Give a \(code("body"))."
        case .optionalAdded: "A \(code("body")) may be given."
        case .requiredRemoved, .optionalRemoved: "Leave out the \(code("body"))."
        case .becameRequired: "Always give the \(code("body"))."
        case .becameOptional: "The \(code("body")) may be left out."
        default: nil
        }
    }

    // MARK: Parameters

    private func parameter(_ difference: Difference) -> String? {
        func name(_ parameter: Parameter, _ version: String, _ operation: String) -> String {
            code(
                naming.argument(
                    parameter: parameter.name, in: parameter.location, operation: operation, version: version))
        }
        guard difference.path.steps.count == 4, let id = difference.path.steps.dropFirst().first else { return nil }
        let old = difference.oldPlace.flatMap { parameter(at: $0, version: from) }
        let new = difference.newPlace.flatMap { parameter(at: $0, version: to) }
        guard let shown = new.map({ name($0, to, id) }) ?? old.map({ name($0, from, id) }) else { return nil }
        func type(_ parameter: Parameter?) -> String {
            parameter.map { code(naming.type(of: $0.schema, named: $0.name, version: to)) } ?? "nothing"
        }
        switch difference.change {
        case .requiredAdded: return "Give the new argument \(shown) of the type \(type(new))."
        case .optionalAdded: return "The argument \(shown) of the type \(type(new)) may be given."
        case .requiredRemoved, .optionalRemoved: return "Leave out the argument \(shown)."
        case .becameRequired: return "Always give the argument \(shown)."
        case .becameOptional: return "The argument \(shown) may be left out."
        case .renamed:
            return old.map { "Call the argument \(shown) instead of \(name($0, from, id))." }
        case .typeChanged, .typeWidened, .typeNarrowed, .enumAdded, .enumRemoved:
            return "The argument \(shown) is of the type \(type(new))."
        default: return nil
        }
    }

    private func parameter(at place: SpecPath, version: String) -> Parameter? {
        let steps = place.steps
        guard steps.count == 5, let operation = document.operations.first(where: { $0.id == steps[1] }) else {
            return nil
        }
        let revision = operation.revisions.first { $0.versions.contains(version) }
        return revision?.parameters.first { $0.name == steps[4] }
    }

    // MARK: Properties

    private func property(_ finding: DiffFinding) -> String? {
        let difference = finding.difference
        guard difference.path.steps.count == 3 else { return nil }
        let old = difference.oldPlace.flatMap { property(at: $0) }
        let new = difference.newPlace.flatMap { property(at: $0) }
        guard let (schema, property, version) = new.map({ ($0.0, $0.1, to) }) ?? old.map({ ($0.0, $0.1, from) })
        else { return nil }
        let member = code(naming.member(property: property.name, schema: schema, version: version))
        let owner = code(naming.type(schema: schema, version: version))
        let type = code(naming.type(of: property.schema, named: property.name, version: version))
        return finding.side == .response
            ? received(difference.change, member, owner, type, isOptional: isOptional(property))
            : sent(difference.change, member, owner, type, isRequired: property.isRequired)
    }

    private func isOptional(_ property: NamedSchema.Property) -> Bool {
        !property.isRequired || property.schema.isNullable
    }

    private func sent(
        _ change: Change, _ member: String, _ owner: String, _ type: String, isRequired: Bool
    ) -> String? {
        switch change {
        case .requiredAdded: "Give \(member) of the type \(type) to \(owner)."
        case .optionalAdded: "\(owner) takes \(member) of the type \(type), which may be left out."
        case .requiredRemoved, .optionalRemoved: "Leave \(member) out of \(owner)."
        case .becameRequired: "Always give \(member) to \(owner)."
        case .becameOptional: "\(member) of \(owner) may be left out."
        case .becameNullable:
            isRequired
                ? "\(member) of \(owner) may be null."
                : "\(member) of \(owner) may be null as well as left out: give \(code(".value(…)")) or "
                    + "\(code(".null"))."
        case .becameNotNullable: "Do not send null for \(member) of \(owner)."
        case .typeChanged, .typeWidened, .typeNarrowed, .typeReplaced, .enumAdded, .enumRemoved:
            "\(member) of \(owner) is of the type \(type)."
        default: nil
        }
    }

    private func received(
        _ change: Change, _ member: String, _ owner: String, _ type: String, isOptional: Bool
    ) -> String? {
        switch change {
        case .requiredAdded, .optionalAdded:
            "\(owner) has \(member) of the type \(type)\(isOptional ? ", which may be missing" : "")."
        case .requiredRemoved, .optionalRemoved: "\(owner) does not have \(member) any more."
        case .becameRequired: "\(member) of \(owner) is always there."
        case .becameOptional: "\(member) of \(owner) may be missing: unwrap it."
        case .becameNullable: "\(member) of \(owner) may be null: unwrap it."
        case .becameNotNullable: "\(member) of \(owner) is never null."
        case .typeChanged, .typeWidened, .typeNarrowed, .typeReplaced, .enumAdded, .enumRemoved:
            "\(member) of \(owner) is of the type \(type)."
        default: nil
        }
    }

    private func property(at place: SpecPath) -> (String, NamedSchema.Property)? {
        guard place.steps.count == 3, let schema = document.schemas.first(where: { $0.name == place.steps[1] }),
            let property = schema.properties.first(where: { $0.name == place.steps[2] })
        else { return nil }
        return (schema.name, property)
    }

    private func code(_ text: String) -> String { Markdown.code(text) }
}
