import APIModel
import Diagnostics

/// A member of a model as the template sees it.
struct MemberView {
    let property: NamedSchema.Property
    let name: SwiftIdentifier
    /// The type with `?` where the member may be absent or null.
    let type: SwiftCode
    private let wrapping: SwiftWrapping
    private let defaultArgument: SwiftCode?
    /// Whether only the service sets the member of an object that is sent too.
    private let isReadOnly: Bool
    /// The value that the member always has, where it tells which alternative of a union the object is.
    private let constant: SwiftCode?
    /// Whether initialisers may leave it out.
    var isOptional: Bool { !property.isRequired || property.schema.isNullable }

    init(
        _ property: NamedSchema.Property, name: SwiftIdentifier, isRecursive: Bool, isSent: Bool,
        isCreated: Bool,
        isAlternative: Bool, plan: TypePlan, home: TypePlan.Namespace
    ) {
        self.property = property
        self.name = name
        let plain = plan.type(of: property.schema, named: property.name, from: home)
        let value: SwiftCode = isRecursive ? "Indirect<\(plain)>" : plain
        defaultArgument =
            isCreated && !isRecursive ? DefaultArgument(plan: plan, home: home).code(for: property) : nil
        isReadOnly = isSent && property.schema.isReadOnly
        constant = isAlternative && !isRecursive ? DefaultArgument(plan: plan, home: home).constant(property) : nil
        wrapping = SwiftWrapping(property, isSent: isSent)
        type =
            switch wrapping {
            case .plain: value
            case .optional: "\(value)?"
            case .nullable: "Nullable<\(value)>?"
            }
    }

    /// Whether callers give the member: not where it has one value.
    var isGiven: Bool { constant == nil }

    /// How the member is read: what is required must be there, and only what is nullable may be null.
    private var reader: SwiftCode {
        switch (property.isRequired, property.schema.isNullable) {
        case (true, false): "required"
        case (true, true): "nullable"
        case (false, false): "optional"
        case (false, true): wrapping == .nullable ? "distinguished" : "optionalNullable"
        }
    }

    /// The parameter of the memberwise initialiser.
    var parameter: SwiftCode {
        property.isRequired ? "\(name): \(type)" : "\(name): \(type) = \(defaultArgument ?? "nil")"
    }

    var context: TemplateContext {
        var doc = DocComment()
        doc.note(SchemaFacts.text(of: property.schema))
        var context = TemplateContext()
        context.set("doc", doc, indent: 8)
        context.set("name", name)
        context.set("type", type)
        context.set("value", constant ?? name.code)
        context.set("reader", reader)
        // An object without the member is the alternative all the same, and says so when it is sent.
        context.set("otherwise", property.isRequired ? "" : constant.map { " ?? \($0)" } ?? "")
        context.set("isReadOnly", isReadOnly)
        context.set("encode", property.isRequired ? "encode" : "encodeIfPresent" as SwiftCode)
        return context
    }

    /// The cases of the coding keys, a line each; those that are called as on the wire share a line with their
    /// neighbours.
    static func keys(of members: [MemberView]) -> [TemplateContext] {
        var lines: [SwiftCode] = []
        var isOpen = false
        for member in members {
            let isPlain = member.name.name == member.property.name
            let code: SwiftCode =
                isPlain ? member.name.code : "\(member.name) = \(SwiftCode.string(member.property.name))"
            if isPlain, isOpen, let last = lines.last {
                let longer: SwiftCode = "\(last), \(code)"
                if 17 + longer.source.count <= Layout.lineLength {
                    lines[lines.count - 1] = longer
                    continue
                }
            }
            lines.append(code)
            isOpen = isPlain
        }
        return lines.map { line in
            var context = TemplateContext()
            context.set("key", line)
            return context
        }
    }
}
