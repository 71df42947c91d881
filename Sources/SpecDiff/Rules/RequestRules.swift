extension SpecDiffRules {
    static let requestBodies: [DiffRule] = [
        DiffRule(
            "request-body-required-added", wire: .breaking, source: .always(.breaking),
            mirror: .rule("request-body-removed"),
            "An operation needs a body now; an old client sends none."),
        DiffRule(
            "request-body-optional-added", wire: .info, source: .always(.none), mirror: .rule("request-body-removed"),
            "An operation takes a body now that may be left out; its argument has a default."),
        DiffRule(
            "request-body-removed", wire: .warning, source: .always(.breaking),
            mirror: .rule("request-body-optional-added"),
            "An operation takes no body any more; what an old client sends is ignored or refused."),
        DiffRule(
            "request-body-became-required", wire: .breaking, source: .always(.breaking),
            mirror: .rule("request-body-became-optional"),
            "A body may not be left out any more; its argument loses the default."),
        DiffRule(
            "request-body-became-optional", wire: .info, source: .always(.none),
            mirror: .rule("request-body-became-required"),
            "A body may be left out now; an optional argument takes a plain value."),
        DiffRule(
            "request-body-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "A body has another schema; old bodies are refused."),
        DiffRule(
            "request-body-type-widened", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-body-type-narrowed"),
            "A body may be more than before; old bodies still do."),
        DiffRule(
            "request-body-type-narrowed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-body-type-widened"),
            "A body may be less than before; some old bodies are refused."),
        DiffRule(
            "request-body-type-replaced", wire: .info, source: .always(.breaking), mirror: .itself,
            "A body is of another schema with the same members; the type in Swift has another name."),
        DiffRule(
            "request-body-became-nullable", wire: .info, source: .always(.none),
            mirror: .rule("request-body-became-not-nullable"),
            "A body may be null now; arguments leave null aside."),
        DiffRule(
            "request-body-became-not-nullable", wire: .breaking, source: .always(.none),
            mirror: .rule("request-body-became-nullable"),
            "A body may not be null any more; arguments leave null aside."),
    ]

    static let requestProperties: [DiffRule] = [
        DiffRule(
            "request-property-required-added", wire: .breaking, source: .always(.breaking),
            mirror: .rule("request-property-removed"),
            "A property was added that every body needs; an old client does not send it, the initialiser asks for it."),
        DiffRule(
            "request-property-optional-added", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-removed"),
            "A property was added that may be left out; its argument has a default and moves none that have a label."),
        DiffRule(
            "request-property-removed", wire: .warning, source: .always(.breaking),
            mirror: .rule("request-property-optional-added"),
            "A property was removed; what an old client sends is ignored or refused, and the argument is gone."),
        DiffRule(
            "request-property-became-required", wire: .breaking, source: .always(.breaking),
            mirror: .rule("request-property-became-optional"),
            "A property may not be left out any more; its argument loses the default and moves to the required ones."),
        DiffRule(
            "request-property-became-optional", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-required"),
            "A property may be left out now; optional arguments take plain values, but not where null is told apart."
        ),
        DiffRule(
            "request-property-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "A property has another type; old values are refused."),
        DiffRule(
            "request-property-type-widened", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-type-narrowed"),
            "A property takes more than before; old values still do, and only another type in Swift stops code."),
        DiffRule(
            "request-property-type-narrowed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-property-type-widened"),
            "A property takes less than before; some old values are refused."),
        DiffRule(
            "request-property-type-replaced", wire: .info, source: .always(.breaking), mirror: .itself,
            "A property is of another schema with the same members; the type in Swift has another name."),
        DiffRule(
            "request-property-became-nullable", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-not-nullable"),
            "A property may be null now; optional arguments take plain values, but not where null is told apart."
        ),
        DiffRule(
            "request-property-became-not-nullable", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-nullable"),
            "A property may not be null any more; an old client that sends null is refused."),
        DiffRule(
            "request-property-enum-added", wire: .breaking, source: .always(.breaking),
            mirror: .rule("request-property-enum-removed"),
            "A property that was any text or number takes one of some values; the member has a type of its own."),
        DiffRule(
            "request-property-enum-removed", wire: .info, source: .always(.breaking),
            mirror: .rule("request-property-enum-added"),
            "A property that was one of some values takes any text or number; the member is a plain one."),
        DiffRule(
            "request-property-enum-value-added", wire: .info, source: .always(.none),
            mirror: .rule("request-property-enum-value-removed"),
            "A property takes further values; types of values are open structures, which gain a static member."),
        DiffRule(
            "request-property-enum-value-removed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-property-enum-value-added"),
            "A property does not take some values any more; their static members are gone."),
        DiffRule(
            "request-property-default-added", wire: .info, source: .always(.none),
            mirror: .rule("request-property-default-removed"),
            "The documentation says what is assumed where a property is left out."),
        DiffRule(
            "request-property-default-removed", wire: .warning, source: .always(.none),
            mirror: .rule("request-property-default-added"),
            "The documentation does not say any more what is assumed where a property is left out."),
        DiffRule(
            "request-property-default-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "Something else is assumed where a property is left out: the same call does something else."),
        DiffRule(
            "request-property-constraint-added", wire: .breaking, source: .always(.none),
            mirror: .none("a limit that goes is request-property-constraint-loosened"),
            "The values of a property have a limit now; some old ones are refused. Swift does not check limits."),
        DiffRule(
            "request-property-constraint-tightened", wire: .breaking, source: .always(.none),
            mirror: .rule("request-property-constraint-loosened"),
            "The values of a property have a tighter limit; some old ones are refused."),
        DiffRule(
            "request-property-constraint-loosened", wire: .info, source: .always(.none),
            mirror: .rule("request-property-constraint-tightened"),
            "The values of a property have a looser limit, or none any more."),
        DiffRule(
            "request-property-constraint-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "The values of a property match another pattern or other multiples; nobody can tell which allows more."),
    ]
}
