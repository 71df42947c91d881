import APIModel
import Diagnostics

/// A member of a model as the template sees it.
struct MemberView {
    let property: NamedSchema.Property
    let name: SwiftIdentifier
    /// The type with `?` where the member may be absent or null.
    let type: SwiftCode
    /// The type of a value that is there.
    private let value: SwiftCode
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
        value = isRecursive ? "Indirect<\(plain)>" : plain
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

    /// The statement that reads the member.
    private var reading: SwiftCode {
        // An object without the member is the alternative all the same, and says so when it is sent.
        let otherwise: SwiftCode = property.isRequired ? "" : constant.map { " ?? \($0)" } ?? ""
        let arguments: [SwiftCode] = value.namesOwnTypes ? [key, "as: \(value).self"] : [key]
        return Layout.list(arguments, open: "\(name) = try fields.\(reader)(", close: ")\(otherwise)", indent: 12)
    }

    /// The statement that writes the member.
    private var writing: SwiftCode {
        let writer: SwiftCode =
            property.isRequired ? (wrapping == .plain ? "write" : "writeOrNull") : "writeIfPresent"
        func statement(_ indent: Int) -> SwiftCode {
            Layout.list([key, name.code], open: "try fields.\(writer)(", close: ")", indent: indent)
        }
        guard isReadOnly else { return statement(12) }
        let oneLine: SwiftCode = "if !fields.isRequest { \(statement(0)) }"
        if 12 + oneLine.source.count <= Layout.lineLength { return oneLine }
        return "if !fields.isRequest {\n\(Layout.margin(16))\(statement(16))\n\(Layout.margin(12))}"
    }

    /// The name of the member on the wire.
    var key: SwiftCode { SwiftCode.string(property.name) }

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
        context.set("reading", reading)
        context.set("writing", writing)
        return context
    }
}
