extension SpecDiffRules {
    static let answers: [DiffRule] = [
        DiffRule(
            "response-success-added", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("response-success-removed"),
            "There is a further status of success; an old client takes such an answer for a failure."),
        DiffRule(
            "response-success-removed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-success-added"),
            "A status of success is gone: what an old client waits for does not come."),
        DiffRule(
            "response-error-added", wire: .info, source: .ifBroken(.breaking), mirror: .rule("response-error-removed"),
            "There is a further status of failure; code that switches over all documented failures lacks a case."),
        DiffRule(
            "response-error-removed", wire: .info, source: .ifBroken(.breaking), mirror: .rule("response-error-added"),
            "A status of failure is not documented any more; its case is gone, and undocumented failures throw as others."
        ),
        DiffRule(
            "response-body-added", wire: .info, source: .ifBroken(.breaking, otherwise: .warning),
            mirror: .rule("response-body-removed"),
            "An answer has a body now; the compiler warns where the result of the method is not used."),
        DiffRule(
            "response-body-removed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-body-added"),
            "An answer has no body any more; the method gives nothing."),
        DiffRule(
            "response-body-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "The body of an answer has another schema; an old client does not decode it."),
        DiffRule(
            "response-body-type-widened", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-body-type-narrowed"),
            "The body of an answer may be more than before; an old client does not decode all of it."),
        DiffRule(
            "response-body-type-narrowed", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-body-type-widened"),
            "The body of an answer may be less than before; an old client decodes all of it."),
        DiffRule(
            "response-body-type-replaced", wire: .info, source: .ifBroken(.breaking), mirror: .itself,
            "The body of an answer is of another schema with the same members; the result has another type in Swift."),
        DiffRule(
            "response-body-became-nullable", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-body-became-not-nullable"),
            "The body of an answer may be null now; an old client does not decode null."),
        DiffRule(
            "response-body-became-not-nullable", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-body-became-nullable"),
            "The body of an answer is never null any more; code that unwraps the result does not compile."),
    ]

    static let responseProperties: [DiffRule] = [
        DiffRule(
            "response-property-required-added", wire: .info, source: .always(.info),
            mirror: .rule("response-property-required-removed"),
            "Answers have a further property; only code that makes answers itself, as tests do, has to give it."
        ),
        DiffRule(
            "response-property-optional-added", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-optional-removed"),
            "Answers may have a further property; old code reads what it read before."),
        DiffRule(
            "response-property-required-removed", wire: .breaking, source: .always(.breaking),
            mirror: .rule("response-property-required-added"),
            "Answers lack a property that an old client insists on; the member is gone."),
        DiffRule(
            "response-property-optional-removed", wire: .warning, source: .always(.breaking),
            mirror: .rule("response-property-optional-added"),
            "Answers lack a property that an old client may do without; the member is gone."),
        DiffRule(
            "response-property-became-required", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-optional"),
            "A property is always there now; where it is never null either, code that unwraps it does not compile."),
        DiffRule(
            "response-property-became-optional", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-required"),
            "A property may be missing now; an old client insists on it, and new code has to unwrap it."),
        DiffRule(
            "response-property-became-nullable", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-not-nullable"),
            "A property may be null now; an old client does not decode null, and new code has to unwrap it."),
        DiffRule(
            "response-property-became-not-nullable", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-nullable"),
            "A property is never null any more; where it is always there too, code that unwraps it does not compile."),
        DiffRule(
            "response-property-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "A property has another type; an old client does not decode it."),
        DiffRule(
            "response-property-type-widened", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-property-type-narrowed"),
            "A property may be more than before; an old client does not decode all of it."),
        DiffRule(
            "response-property-type-narrowed", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-type-widened"),
            "A property may be less than before; an old client decodes all of it."),
        DiffRule(
            "response-property-type-replaced", wire: .info, source: .always(.breaking), mirror: .itself,
            "A property of answers is of another schema with the same members; its type in Swift has another name."),
        DiffRule(
            "response-property-enum-added", wire: .info, source: .always(.breaking),
            mirror: .rule("response-property-enum-removed"),
            "A property that was any text or number is one of some values; the member has a type of its own."),
        DiffRule(
            "response-property-enum-removed", wire: .warning, source: .always(.breaking),
            mirror: .rule("response-property-enum-added"),
            "A property that was one of some values is any text or number; clients keep values that they do not know."),
        DiffRule(
            "response-property-enum-value-added", wire: .warning, source: .always(.none),
            mirror: .rule("response-property-enum-value-removed"),
            "A property has further values; an old client keeps them and cannot know what they mean."),
        DiffRule(
            "response-property-enum-value-removed", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-enum-value-added"),
            "A property does not have some values any more; their static members are gone."),
        DiffRule(
            "response-property-constraint-tightened", wire: .info, source: .always(.none),
            mirror: .rule("response-property-constraint-loosened"),
            "The values of a property have a limit now, or a tighter one; clients do not check limits."),
        DiffRule(
            "response-property-constraint-loosened", wire: .info, source: .always(.none),
            mirror: .rule("response-property-constraint-tightened"),
            "The values of a property have a looser limit, or none any more; clients do not check limits."),
        DiffRule(
            "response-property-constraint-changed", wire: .info, source: .always(.none), mirror: .itself,
            "The values of a property match another pattern or other multiples; clients do not check them."),
    ]
}
