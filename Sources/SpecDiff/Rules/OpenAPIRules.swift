extension SpecDiffRules {
    /// How bodies, their parts and the headers of both are written, and the statuses of responses.
    static let writing: [DiffRule] = [
        DiffRule(
            "request-parameter-style-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "The values of a parameter are written in another way; the service misreads what an old client writes."),
        DiffRule(
            "request-parameter-media-type-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "A parameter is written in another media type; the service does not read what an old client writes."),
        DiffRule(
            "request-body-media-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "A body has another media type; the service refuses what an old client sends."),
        DiffRule(
            "request-part-media-type-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "A part of a body has another media type; the service may refuse what an old client sends."),
        DiffRule(
            "request-part-style-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "The values of a part of a body are written in another way; the service misreads what an old client writes."
        ),
        DiffRule(
            "request-header-required-added", wire: .breaking, source: .always(.none),
            mirror: .rule("request-header-removed"),
            "A part of a body needs a header; an old client does not send it."),
        DiffRule(
            "request-header-optional-added", wire: .info, source: .always(.none),
            mirror: .rule("request-header-removed"),
            "A part of a body takes a header that may be left out."),
        DiffRule(
            "request-header-removed", wire: .warning, source: .always(.none),
            mirror: .rule("request-header-optional-added"),
            "A part of a body takes a header no more; what an old client sends is ignored or refused."),
        DiffRule(
            "request-header-became-required", wire: .breaking, source: .always(.none),
            mirror: .rule("request-header-became-optional"),
            "A header of a part may not be left out any more; an old client may do so."),
        DiffRule(
            "request-header-became-optional", wire: .info, source: .always(.none),
            mirror: .rule("request-header-became-required"),
            "A header of a part may be left out now."),
        DiffRule(
            "request-header-type-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "The values of a header of a part are others; old ones are refused."),
        DiffRule(
            "request-header-type-widened", wire: .info, source: .always(.none),
            mirror: .rule("request-header-type-narrowed"),
            "The values of a header of a part may be more than before; old ones still do."),
        DiffRule(
            "request-header-type-narrowed", wire: .breaking, source: .always(.none),
            mirror: .rule("request-header-type-widened"),
            "The values of a header of a part may be less than before; some old ones are refused."),
        DiffRule(
            "response-body-media-type-changed", wire: .breaking, source: .ifBroken(.breaking), mirror: .itself,
            "The body of an answer has another media type; an old client does not read it."),
        DiffRule(
            "response-header-added", wire: .info, source: .always(.none), mirror: .rule("response-header-removed"),
            "Answers have a further header; old code does not ask for it."),
        DiffRule(
            "response-header-removed", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("response-header-added"),
            "Answers have a header no more; code that asks for it finds nothing."),
        DiffRule(
            "response-header-became-required", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-header-became-optional"),
            "A header of answers is always there now."),
        DiffRule(
            "response-header-became-optional", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("response-header-became-required"),
            "A header of answers may be missing now; code that counts on it finds nothing."),
        DiffRule(
            "response-header-type-changed", wire: .warning, source: .ifBroken(.breaking), mirror: .itself,
            "The values of a header of answers are others; code that reads it may not know them."),
        DiffRule(
            "response-header-type-widened", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("response-header-type-narrowed"),
            "The values of a header of answers may be more than before; code may not know all of them."),
        DiffRule(
            "response-header-type-narrowed", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-header-type-widened"),
            "The values of a header of answers may be less than before; code knows all of them."),
        DiffRule(
            "response-success-widened", wire: .warning, source: .always(.none),
            mirror: .rule("response-success-narrowed"),
            "A range of statuses of success took the place of some; an old client may take the others for failures."),
        DiffRule(
            "response-success-narrowed", wire: .info, source: .always(.none), mirror: .rule("response-success-widened"),
            "Some statuses of success took the place of a range; an old client takes them too."),
    ]

    /// What values are made of: alternatives, further members, and the sides that they are on.
    static let shapes: [DiffRule] = [
        DiffRule(
            "request-property-discriminator-added", wire: .warning, source: .always(.none),
            mirror: .rule("request-property-discriminator-removed"),
            "A property tells the alternatives of a value apart; an old client may not set it."),
        DiffRule(
            "request-property-discriminator-removed", wire: .info, source: .always(.none),
            mirror: .rule("request-property-discriminator-added"),
            "No property tells the alternatives of a value apart any more; an old client sets it in vain."),
        DiffRule(
            "request-property-discriminator-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "Another property tells the alternatives of a value apart; an old client sets the old one."),
        DiffRule(
            "request-property-discriminator-value-added", wire: .info, source: .always(.none),
            mirror: .rule("request-property-discriminator-value-removed"),
            "There is a further value that tells an alternative; old ones still do."),
        DiffRule(
            "request-property-discriminator-value-removed", wire: .breaking, source: .always(.none),
            mirror: .rule("request-property-discriminator-value-added"),
            "A value that told an alternative is not taken any more; an old client may send it."),
        DiffRule(
            "request-property-discriminator-value-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "A value tells another alternative than before; the service reads old bodies as something else."),
        DiffRule(
            "request-property-additional-widened", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-additional-narrowed"),
            "Objects of bodies may have more members besides the named ones; old bodies still do."),
        DiffRule(
            "request-property-additional-narrowed", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("request-property-additional-widened"),
            "Objects of bodies may have fewer members besides the named ones; some old bodies are refused."),
        DiffRule(
            "request-property-became-read-only", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-not-read-only"),
            "A property is only received now; what an old client sends is ignored or refused."),
        DiffRule(
            "request-property-became-not-read-only", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-read-only"),
            "A property that was only received may be sent now."),
        DiffRule(
            "request-property-deprecated", wire: .warning, source: .always(.none),
            mirror: .rule("request-property-revived"),
            "A property of bodies is deprecated: it may go."),
        DiffRule(
            "request-property-revived", wire: .info, source: .always(.none),
            mirror: .rule("request-property-deprecated"),
            "A property of bodies is not deprecated any more."),
        DiffRule(
            "response-property-discriminator-added", wire: .info, source: .always(.none),
            mirror: .rule("response-property-discriminator-removed"),
            "A property tells the alternatives of a value apart; an old client finds out without it."),
        DiffRule(
            "response-property-discriminator-removed", wire: .warning, source: .always(.none),
            mirror: .rule("response-property-discriminator-added"),
            "No property tells the alternatives of a received value apart any more; an old client may look for it."),
        DiffRule(
            "response-property-discriminator-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "Another property tells the alternatives of a value apart; an old client looks at the old one."),
        DiffRule(
            "response-property-discriminator-value-added", wire: .warning, source: .always(.none),
            mirror: .rule("response-property-discriminator-value-removed"),
            "Answers have a further value that tells an alternative; an old client does not know it."),
        DiffRule(
            "response-property-discriminator-value-removed", wire: .info, source: .always(.none),
            mirror: .rule("response-property-discriminator-value-added"),
            "Answers do not have a value any more that told an alternative."),
        DiffRule(
            "response-property-discriminator-value-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "A value tells another alternative than before; an old client reads answers as something else."),
        DiffRule(
            "response-property-additional-widened", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-additional-narrowed"),
            "Objects of answers may have more members besides the named ones; old clients leave those aside."),
        DiffRule(
            "response-property-additional-narrowed", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-additional-widened"),
            "Objects of answers have fewer members besides the named ones; code that reads those finds fewer."),
        DiffRule(
            "response-property-became-write-only", wire: .breaking, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-not-write-only"),
            "A property is only sent now; an old client that insists on it does not find it in answers."),
        DiffRule(
            "response-property-became-not-write-only", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-write-only"),
            "A property that was only sent is in answers now."),
        DiffRule(
            "response-property-deprecated", wire: .warning, source: .always(.none),
            mirror: .rule("response-property-revived"),
            "A property of answers is deprecated: it may go."),
        DiffRule(
            "response-property-revived", wire: .info, source: .always(.none),
            mirror: .rule("response-property-deprecated"),
            "A property of answers is not deprecated any more."),
        DiffRule(
            "request-property-became-write-only", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-not-write-only"),
            "A property that is sent is not received any more; types that do both take it as optional."),
        DiffRule(
            "request-property-became-not-write-only", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("request-property-became-write-only"),
            "A property that was only sent is received too."),
        DiffRule(
            "response-property-became-read-only", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-not-read-only"),
            "A property that is received is not sent any more; types that do both have it as optional."),
        DiffRule(
            "response-property-became-not-read-only", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("response-property-became-read-only"),
            "A property that was only received may be sent too."),
        DiffRule(
            "request-parameter-deprecated", wire: .warning, source: .always(.none),
            mirror: .rule("request-parameter-revived"),
            "A parameter is deprecated: it may go."),
        DiffRule(
            "request-parameter-revived", wire: .info, source: .always(.none),
            mirror: .rule("request-parameter-deprecated"),
            "A parameter is not deprecated any more."),
        DiffRule(
            "swift-type-deprecated", wire: .info, source: .always(.none), mirror: .rule("swift-type-revived"),
            "A schema is deprecated; what uses it may go."),
        DiffRule(
            "swift-type-revived", wire: .info, source: .always(.none), mirror: .rule("swift-type-deprecated"),
            "A schema is not deprecated any more."),
    ]

    /// Who is let in, and at which addresses.
    static let access: [DiffRule] = [
        DiffRule(
            "service-authentication-tightened", wire: .breaking, source: .always(.none),
            mirror: .rule("service-authentication-loosened"),
            "Requests have to prove other or more things; some old clients are refused."),
        DiffRule(
            "service-authentication-loosened", wire: .info, source: .always(.none),
            mirror: .rule("service-authentication-tightened"),
            "Requests may prove other or fewer things too; old clients are let in as before."),
        DiffRule(
            "service-scheme-added", wire: .info, source: .ifBroken(.breaking), mirror: .rule("service-scheme-removed"),
            "There is a further way to prove who calls; with the first one, clients are made with a value for it."),
        DiffRule(
            "service-scheme-removed", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("service-scheme-added"),
            "There is a way less to prove who calls; with the last one, clients are made without a value for it."),
        DiffRule(
            "service-scheme-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "A way to prove who calls is another one under the same name; an old client does as before and is refused."),
        DiffRule(
            "service-scheme-renamed", wire: .none, source: .always(.info), mirror: .itself,
            "A way to prove who calls has another name; names of schemes are not sent."),
        DiffRule(
            "service-variable-added", wire: .info, source: .ifBroken(.breaking),
            mirror: .rule("service-variable-removed"),
            "The address of the service has a further variable, with a default."),
        DiffRule(
            "service-variable-removed", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("service-variable-added"),
            "The address of the service has a variable less; a client that set it has to go without, as has its code."),
        DiffRule(
            "service-variable-default-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "A variable of the address has another default; an old client goes on calling the old address."),
        DiffRule(
            "service-variable-value-added", wire: .info, source: .always(.none),
            mirror: .rule("service-variable-value-removed"),
            "A variable of the address takes further values."),
        DiffRule(
            "service-variable-value-removed", wire: .breaking, source: .always(.none),
            mirror: .rule("service-variable-value-added"),
            "A variable of the address does not take some values any more; nothing answers at those addresses."),
        DiffRule(
            "service-alternative-added", wire: .info, source: .always(.none),
            mirror: .rule("service-alternative-removed"),
            "The service answers at a further address too."),
        DiffRule(
            "service-alternative-removed", wire: .warning, source: .ifBroken(.breaking),
            mirror: .rule("service-alternative-added"),
            "The service is not said to answer at one of its further addresses any more."),
        DiffRule(
            "operation-authentication-tightened", wire: .breaking, source: .always(.none),
            mirror: .rule("operation-authentication-loosened"),
            "Calls of an operation have to prove other or more things; some old clients are refused."),
        DiffRule(
            "operation-authentication-loosened", wire: .info, source: .always(.none),
            mirror: .rule("operation-authentication-tightened"),
            "Calls of an operation may prove other or fewer things too; old clients are let in as before."),
        DiffRule(
            "documentation-access-changed", wire: .info, source: .always(.none), mirror: .itself,
            "Values are only sent, or only received, or no longer so, where that has no effect."),
        DiffRule(
            "documentation-deprecation-changed", wire: .info, source: .always(.none), mirror: .itself,
            "A body, a header or a type that nothing uses is deprecated, or is so no longer."),
    ]
}
