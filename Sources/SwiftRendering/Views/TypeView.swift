import APIModel
import APISpec
import Diagnostics

/// A declaration as the template sees it.
struct TypeView {
    let plan: TypePlan

    /// The context for one declaration. `collisions` gets what happened to names inside it.
    func context(of declaration: TypePlan.Declaration, collisions: inout [Diagnostic]) -> TemplateContext {
        var context = TemplateContext()
        for kind in ["model", "emptyModel", "enumeration", "union"] { context[kind] = .part(nil) }
        switch declaration.content {
        case .model(let schema):
            let model = self.model(schema, declaration, collisions: &collisions)
            context.set(schema.schema.properties.isEmpty ? "emptyModel" : "model", model)
        case .enumeration(let values):
            context.set("enumeration", enumeration(values, declaration, collisions: &collisions))
        case .union(let members):
            context.set("union", union(members, declaration, collisions: &collisions))
        }
        return context
    }

    // MARK: Models

    private func model(
        _ schema: ResolvedSchema, _ declaration: TypePlan.Declaration, collisions: inout [Diagnostic]
    ) -> TemplateContext {
        var doc = DocComment()
        doc.paragraph(schema.schema.description)
        if doc.lines.isEmpty {
            let purpose = schema.isSent ? (schema.isReceived ? "sent and received" : "sent") : "received"
            doc.note(
                declaration.versions.isEmpty
                    ? "\(DocComment.quoted(schema.name)) of the documentation, which no operation is known to use."
                    : "\(DocComment.quoted(schema.name)) of the documentation, \(purpose) in "
                        + "\(Phrases.versions(declaration.versions)).")
        }
        if schema.schema.isLost, schema.schema.properties.isEmpty {
            doc.note("The documentation has lost its table: nothing is known of the members.")
        }
        if !schema.schema.recovered.isEmpty { doc.note(Phrases.recovered(schema.schema.recovered)) }

        let names = MemberNames.names(of: schema.schema, ledger: plan.ledger, collisions: &collisions)
        let members = zip(schema.schema.properties, names).map { property, name in
            MemberView(
                property, name: name, isRecursive: schema.recursiveProperties.contains(property.name),
                isSent: plan.isSent(schema), isCreated: plan.isCreated(schema), plan: plan, home: declaration.home)
        }
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        context.set("name", declaration.name)
        context.set("conformances", plan.options.conformances)
        context.set("members", members.map(\.context))
        let ordered = members.filter(\.property.isRequired) + members.filter { !$0.property.isRequired }
        context.set(
            "parameters",
            Layout.list(ordered.map(\.parameter), open: "\(plan.options.access.modifier)init(", close: ") {", indent: 8)
        )
        return context
    }

    // MARK: Enumerations

    private func enumeration(
        _ values: [String], _ declaration: TypePlan.Declaration, collisions: inout [Diagnostic]
    ) -> TemplateContext {
        let names = ValueNames.names(
            of: values, in: declaration.original, ledger: plan.ledger, collisions: &collisions)
        let cases = zip(values, names).map { value, name in
            var context = TemplateContext()
            context.set("name", name)
            context.set("literal", SwiftCode.string(value))
            var doc = DocComment()
            doc.note(DocComment.quoted(value))
            context.set("doc", doc, indent: 8)
            return (name, context)
        }
        var doc = DocComment()
        doc.note("The documented values of \(DocComment.quoted(declaration.original)). Others are kept as they are.")
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        context.set("name", declaration.name)
        context.set("cases", cases.map(\.1))
        context.set(
            "documentedValues",
            Layout.list(
                cases.map { ".\($0.0)" },
                open: "\(plan.options.access.modifier)static let documentedValues: [Self] = [", close: "]", indent: 8,
                hasTrailingComma: true))
        return context
    }

    // MARK: Unions

    private func union(
        _ members: [Schema], _ declaration: TypePlan.Declaration, collisions: inout [Diagnostic]
    ) -> TemplateContext {
        var scope = plan.ledger.scope(
            ["alternatives", declaration.original], reserved: ReservedNames.members.union(["undocumented"]),
            suffix: "Value")
        let cases = members.map { member in
            let name = scope.claim(
                [unionCase(member)], for: unionCase(member), collisions: &collisions)
            var context = TemplateContext()
            context.set("name", name)
            context.set("type", plan.type(of: member, named: declaration.original + "_value", from: declaration.home))
            return context
        }
        var doc = DocComment()
        doc.note("The types that \(DocComment.quoted(declaration.original)) may have.")
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        context.set("name", declaration.name)
        context.set("conformances", plan.options.conformances)
        context.set("cases", cases)
        return context
    }

    private func unionCase(_ schema: Schema) -> String {
        switch schema.kind {
        case .unknown: "other"
        case .string(let format): format == "date-time" ? "date" : "string"
        case .integer, .numbers(.integer, _): "integer"
        case .number, .numbers(.number, _): "number"
        case .map: "map"
        case .boolean: "boolean"
        case .object: "object"
        case .enumeration: "value"
        case .array: "array"
        case .reference(let name): Words(name).lowerCamel
        case .union: "union"
        }
    }
}
