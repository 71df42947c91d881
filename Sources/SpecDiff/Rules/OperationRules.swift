extension SpecDiffRules {
    static let operations: [DiffRule] = [
        DiffRule(
            "operation-added", wire: .info, source: .always(.none), mirror: .rule("operation-removed"),
            "There is a further operation."),
        DiffRule(
            "operation-removed", wire: .breaking, source: .always(.breaking), mirror: .rule("operation-added"),
            "An operation is gone from a version that is still supported; its method is gone too."),
        DiffRule(
            "operation-expired", wire: .info, source: .always(.warning),
            mirror: .none("an operation that comes back is operation-added, whatever the date of its version"),
            "An operation is gone from a version after the end of its support, as announced."),
        DiffRule(
            "operation-renamed", wire: .none, source: .always(.breaking), mirror: .itself,
            "An operation has another name and the same method and path; the method in Swift is named after it."),
        DiffRule(
            "operation-path-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "An operation has another path; an old client calls the old one."),
        DiffRule(
            "operation-method-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "An operation has another HTTP method; an old client uses the old one."),
        DiffRule(
            "operation-deprecated", wire: .warning, source: .always(.none), mirror: .rule("operation-revived"),
            "The documentation calls an operation deprecated, or something else than ACTIVE: it may go."),
        DiffRule(
            "operation-revived", wire: .info, source: .always(.none), mirror: .rule("operation-deprecated"),
            "The documentation calls an operation ACTIVE again."),
        DiffRule(
            "operation-state-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "The documentation moved an operation from one state that is not ACTIVE to another."),
    ]

    static let parameters: [DiffRule] = [
        DiffRule(
            "request-parameter-required-added", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-parameter-removed"),
            "A parameter was added that every request needs; an old client does not send it."),
        DiffRule(
            "request-parameter-optional-added", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-removed"),
            "A parameter was added that may be left out; its argument has a default, so that calls go on compiling."),
        DiffRule(
            "request-parameter-removed", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("request-parameter-optional-added"),
            "A parameter was removed; what an old client sends is ignored or refused, and the argument is gone."),
        DiffRule(
            "request-parameter-renamed", wire: .none, source: .always(.breaking), mirror: .itself,
            "A parameter of the path has another name; only the label of the argument changes."),
        DiffRule(
            "request-parameter-location-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "A parameter is sent in another place; the argument stays, and calls compile unless it moves past another one."
        ),
        DiffRule(
            "request-parameter-became-required", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-parameter-became-optional"),
            "A parameter may not be left out any more; its argument loses the default."),
        DiffRule(
            "request-parameter-became-optional", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-became-required"),
            "A parameter may be left out now; an optional argument takes a plain value."),
        DiffRule(
            "request-parameter-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "A parameter has another type; old values are refused."),
        DiffRule(
            "request-parameter-type-widened", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-parameter-type-narrowed"),
            "A parameter takes more than before; old values still do, and only another type in Swift stops callers."),
        DiffRule(
            "request-parameter-type-narrowed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-parameter-type-widened"),
            "A parameter takes less than before; some old values are refused."),
        DiffRule(
            "request-parameter-type-replaced", wire: .info, source: .always(.breaking), mirror: .itself,
            "A parameter is of another schema with the same members; the type in Swift has another name."),
        DiffRule(
            "request-parameter-became-nullable", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-became-not-nullable"),
            "A parameter may be null now; arguments leave null aside."),
        DiffRule(
            "request-parameter-became-not-nullable", wire: .breaking, source: .always(.none),
            mirror: .rule("request-parameter-became-nullable"),
            "A parameter may not be null any more; arguments leave null aside."),
        DiffRule(
            "request-parameter-enum-added", wire: .breaking, source: .always(.breaking),
            mirror: .rule("request-parameter-enum-removed"),
            "A parameter that was any text or number takes one of some values; the argument has a type of its own."),
        DiffRule(
            "request-parameter-enum-removed", wire: .info, source: .always(.breaking),
            mirror: .rule("request-parameter-enum-added"),
            "A parameter that was one of some values takes any text or number; the argument is a plain one."),
        DiffRule(
            "request-parameter-enum-value-added", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-enum-value-removed"),
            "A parameter takes further values; types of values are open structures, which gain a static member."),
        DiffRule(
            "request-parameter-enum-value-removed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-parameter-enum-value-added"),
            "A parameter does not take some values any more; their static members are gone."),
        DiffRule(
            "request-parameter-default-added", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-default-removed"),
            "The documentation says what is assumed where a parameter is left out."),
        DiffRule(
            "request-parameter-default-removed", wire: .warning, source: .always(.none),
            mirror: .rule("request-parameter-default-added"),
            "The documentation does not say any more what is assumed where a parameter is left out."),
        DiffRule(
            "request-parameter-default-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "Something else is assumed where a parameter is left out: the same call does something else."),
        DiffRule(
            "request-parameter-constraint-added", wire: .breaking, source: .always(.none),
            mirror: .none("a limit that goes is request-parameter-constraint-loosened"),
            "The values of a parameter have a limit now; some old ones are refused. Swift does not check limits."),
        DiffRule(
            "request-parameter-constraint-tightened", wire: .breaking, source: .always(.none),
            mirror: .rule("request-parameter-constraint-loosened"),
            "The values of a parameter have a tighter limit; some old ones are refused."),
        DiffRule(
            "request-parameter-constraint-loosened", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-constraint-tightened"),
            "The values of a parameter have a looser limit, or none any more."),
        DiffRule(
            "request-parameter-constraint-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "The values of a parameter match another pattern or other multiples; nobody can tell which allows more."),
    ]
}
