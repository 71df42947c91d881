import APIModel
import Diagnostics

/// A declaration as the template sees it.
struct TypeView {
    let plan: TypePlan

    /// The context for one declaration. `collisions` gets what happened to names inside it.
    func context(of declaration: TypePlan.Declaration, collisions: inout [Diagnostic]) -> TemplateContext {
        var context = TemplateContext()
        for kind in ["model", "emptyModel", "enumeration", "numberEnumeration", "union", "wrapper"] {
            context[kind] = .part(nil)
        }
        switch declaration.content {
        case .model(let schema):
            let model = self.model(schema, declaration, collisions: &collisions)
            context.set(schema.schema.isOpaque ? "emptyModel" : "model", model)
        case .enumeration(let values):
            context.set("enumeration", enumeration(values, declaration, collisions: &collisions))
        case .numbers(let type, let values):
            context.set("numberEnumeration", numbers(type, values, declaration, collisions: &collisions))
        case .union(let members, let discriminator):
            context.set("union", union(members, discriminator, declaration, collisions: &collisions))
        case .wrapper(let definition):
            context.set("wrapper", wrapper(definition, declaration))
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
                        + "\(Phrases.versions(declaration.versions, of: plan.versionIDs)).")
        }
        if schema.schema.isLost, schema.schema.properties.isEmpty {
            doc.note("The documentation has lost its table: nothing is known of the members.")
        }
        if schema.schema.isDeprecated { doc.note("Deprecated: new code should do without it.") }
        if !schema.schema.recovered.isEmpty { doc.note(Phrases.recovered(schema.schema.recovered)) }

        let names = MemberNames.names(of: schema.schema, ledger: plan.ledger, collisions: &collisions)
        let members = zip(schema.schema.properties, names).map { property, name in
            MemberView(
                property, name: name, isRecursive: schema.recursiveProperties.contains(property.name),
                isSent: plan.isSent(schema), isCreated: plan.isCreated(schema),
                isAlternative: plan.isAlternative(schema), plan: plan, home: declaration.home)
        }
        var context = TemplateContext()
        context.set("doc", doc, indent: 4)
        context.set("name", declaration.name)
        context.set("conformances", plan.options.conformances("FieldCodable"))
        let additional = additional(schema, declaration, collisions: &collisions)
        context.set("members", members.map(\.context))
        context.set(
            "additional",
            additional.map { additional in
                var context = additional.context
                let known: [SwiftCode] = members.isEmpty ? [] : ["besides: Self.fieldNames"]
                let type: [SwiftCode] = additional.value.namesOwnTypes ? ["as: \(additional.value).self"] : []
                context.set(
                    "reading",
                    Layout.list(
                        known + type, open: "\(additional.name) = try fields.additional(", close: ")", indent: 12))
                context.set(
                    "writing",
                    Layout.list(
                        ["additional: \(additional.name)"] + known, open: "try fields.write(", close: ")", indent: 12))
                let names = Layout.list(
                    members.map(\.key), open: "private static let fieldNames: [FieldName] = [", close: "]", indent: 8,
                    hasTrailingComma: true)
                context.set("hasFieldNames", !members.isEmpty)
                context.set("fieldNames", names)
                return context
            })
        let given = members.filter(\.isGiven)
        let ordered = given.filter(\.property.isRequired) + given.filter { !$0.property.isRequired }
        context.set(
            "parameters",
            Layout.list(
                ordered.map(\.parameter) + (additional.map { [$0.parameter] } ?? []),
                open: "\(plan.options.access.modifier)init(", close: ") {", indent: 8)
        )
        return context
    }

    /// The members that the documentation does not name, as one more member; `nil` where it allows none.
    private func additional(
        _ schema: ResolvedSchema, _ declaration: TypePlan.Declaration, collisions: inout [Diagnostic]
    ) -> (context: TemplateContext, parameter: SwiftCode, name: SwiftIdentifier, value: SwiftCode)? {
        let value: SwiftCode
        switch schema.schema.additionalProperties {
        case .forbidden?, nil: return nil
        case .any?: value = "JSONValue"
        case .schema(let values)?:
            let plain = plan.type(of: values, named: InlineType.additionalName(schema), from: declaration.home)
            value = values.isNullable ? "\(plain)?" : plain
        }
        guard
            let name = MemberNames.additional(of: schema.schema, ledger: plan.ledger, collisions: &collisions)
        else { return nil }
        var context = TemplateContext()
        context.set("name", name)
        context.set("type", "[String: \(value)]")
        return (context, "\(name): [String: \(value)] = [:]", name, value)
    }

    // MARK: Lists and maps that hold themselves

    private func wrapper(_ definition: Schema, _ declaration: TypePlan.Declaration) -> TemplateContext {
        var context = TemplateContext()
        context.set(
            "doc", doc(of: declaration, "\(DocComment.quoted(declaration.original)) of the documentation."), indent: 4)
        context.set("name", declaration.name)
        context.set("conformances", plan.options.conformances("FieldValue"))
        context.set("type", plan.type(of: definition, named: declaration.original, from: declaration.home))
        return context
    }

    // MARK: Enumerations

    private func enumeration(
        _ values: [String], _ declaration: TypePlan.Declaration, collisions: inout [Diagnostic]
    ) -> TemplateContext {
        let names = ValueNames.names(
            of: values, in: declaration.original, ledger: plan.ledger, collisions: &collisions)
        return enumeration(
            zip(values, names).map { ($0, $1, SwiftCode.string($0)) }, declaration)
    }

    private func numbers(
        _ type: Schema.NumberType, _ values: [String], _ declaration: TypePlan.Declaration,
        collisions: inout [Diagnostic]
    ) -> TemplateContext {
        let isWhole = type == .integer && values.allSatisfy { Int($0) != nil }
        let names = ValueNames.names(
            ofNumbers: values, in: declaration.original, ledger: plan.ledger, collisions: &collisions)
        var context = enumeration(
            zip(values, names).compactMap { value, name in SwiftCode.number(value).map { (value, name, $0) } },
            declaration)
        context.set("rawType", isWhole ? "Int" : "Double")
        return context
    }

    private func enumeration(
        _ values: [(value: String, name: SwiftIdentifier, literal: SwiftCode)], _ declaration: TypePlan.Declaration
    ) -> TemplateContext {
        let cases = values.map { value, name, literal in
            var context = TemplateContext()
            context.set("name", name)
            context.set("literal", literal)
            var doc = DocComment()
            doc.note(DocComment.quoted(value))
            context.set("doc", doc, indent: 8)
            return (name, context)
        }
        var context = TemplateContext()
        context.set(
            "doc",
            doc(
                of: declaration,
                "The documented values of \(DocComment.quoted(declaration.original)). Others are kept as they are."),
            indent: 4)
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

    /// What is said of a type with a name: the documentation's words, then ours.
    private func doc(of declaration: TypePlan.Declaration, _ note: String) -> DocComment {
        var doc = DocComment()
        doc.paragraph(declaration.schema?.schema.description)
        doc.note(note)
        if declaration.schema?.schema.isDeprecated == true { doc.note("Deprecated: new code should do without it.") }
        return doc
    }

    // MARK: Unions

    private func union(
        _ members: [Schema], _ discriminator: Schema.Discriminator?, _ declaration: TypePlan.Declaration,
        collisions: inout [Diagnostic]
    ) -> TemplateContext {
        var scope = plan.ledger.scope(
            ["alternatives", declaration.original], reserved: ReservedNames.members.union(["undocumented"]),
            suffix: "Value")
        var entries: [SwiftCode] = []
        let cases = members.map { member in
            let name = scope.claim(
                [unionCase(member)], for: unionCase(member), collisions: &collisions)
            var context = TemplateContext()
            context.set("name", name)
            context.set("type", plan.type(of: member, named: declaration.original + "_value", from: declaration.home))
            let values = discriminator?.values(for: member) ?? []
            entries +=
                discriminator == nil
                ? ["UnionCase(Self.\(name)\(plan.flags(of: member)))"]
                : values.map { "\(SwiftCode.string($0)): UnionCase(Self.\(name))" }
            // What tells the members apart must be sent, though the type has no member for it.
            context.set("missing", nil)
            if let discriminator, let value = values.first, plan.lacks(member, discriminator.property) {
                var missing = TemplateContext()
                missing.set("key", SwiftCode.string(discriminator.property))
                missing.set("value", SwiftCode.string(value))
                context.set("missing", missing)
            }
            return context
        }
        var context = TemplateContext()
        var note = "The types that \(DocComment.quoted(declaration.original)) may have"
        if let property = discriminator?.property { note += "; \(DocComment.quoted(property)) tells which" }
        context.set("doc", doc(of: declaration, note + "."), indent: 4)
        context.set("name", declaration.name)
        context.set("conformances", plan.options.conformances("FieldValue"))
        context.set("cases", cases)
        context.set("reading", reading(entries, discriminator))
        return context
    }

    /// The statement that reads a union by its cases.
    private func reading(_ entries: [SwiftCode], _ discriminator: Schema.Discriminator?) -> SwiftCode {
        let label = discriminator.map { "discriminatedBy: \(SwiftCode.string($0.property))" as SwiftCode }
        let none: SwiftCode = discriminator != nil && entries.isEmpty ? ":" : ""
        let list: SwiftCode = "[\(none)\(SwiftCode.joined(entries, separator: ", "))]"
        let start: SwiftCode = "self = try decoder.union("
        let oneLine: SwiftCode =
            "\(start)\(label.map { "\($0), " } ?? "")\(list), undocumented: Self.undocumented)"
        if 12 + oneLine.source.count <= Layout.lineLength { return oneLine }
        let margin = Layout.margin(16)
        let lines = SwiftCode.joined(entries.map { "\(Layout.margin(20))\($0),\n" }, separator: "")
        let head: SwiftCode = label.map { "\(start)\n\(margin)\($0),\n\(margin)" } ?? "\(start)\n\(margin)"
        return "\(head)[\n\(lines)\(margin)], undocumented: Self.undocumented)"
    }

    private func unionCase(_ schema: Schema) -> String {
        if let name = schema.definitionName { return Words(name).lowerCamel }
        return switch schema.kind {
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

extension TypePlan {
    /// Whether objects of a type are known not to have a member.
    fileprivate func lacks(_ schema: Schema, _ property: String) -> Bool {
        guard case .reference(let name) = schema.kind, let model = model(named: name)?.schema, !model.isOpaque else {
            return false
        }
        return !model.properties.contains { $0.name == property }
    }

    /// The argument that tells which booleans of an object always have one value; empty where none does. Enumerations
    /// know their values themselves.
    fileprivate func flags(of schema: Schema) -> SwiftCode {
        guard case .reference(let name) = schema.kind, let model = model(named: name)?.schema else { return "" }
        let flags = model.properties.compactMap { property -> SwiftCode? in
            guard case .boolean = property.schema.kind, let flag = property.schema.onlyFlag else { return nil }
            return "\(SwiftCode.string(property.name)): \(SwiftCode.bool(flag))"
        }
        return flags.isEmpty ? "" : ", having: [\(SwiftCode.joined(flags, separator: ", "))]"
    }
}
