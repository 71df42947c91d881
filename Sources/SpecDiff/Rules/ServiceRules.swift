extension SpecDiffRules {
    static let service: [DiffRule] = [
        DiffRule(
            "service-title-changed", wire: .none, source: .always(.breaking), mirror: .itself,
            "The title of the service changed; the namespace of its Swift types is named after it."),
        DiffRule(
            "service-provider-changed", wire: .none, source: .always(.breaking), mirror: .itself,
            "The provider of the service changed; the Swift module is named after it."),
        DiffRule(
            "service-server-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "The service answers at another address; an old client calls the old one."),
        DiffRule(
            "service-region-added", wire: .info, source: .always(.info), mirror: .rule("service-region-removed"),
            "The service answers in a further region; only code that switches over all regions notices."),
        DiffRule(
            "service-region-removed", wire: .breaking, source: .always(.breaking),
            mirror: .rule("service-region-added"),
            "The service does not answer in a region any more; its name in Swift is gone."),
        DiffRule(
            "service-header-added", wire: .warning, source: .always(.none), mirror: .rule("service-header-removed"),
            "Every request has a further header; an old client does not send it."),
        DiffRule(
            "service-header-removed", wire: .info, source: .always(.none), mirror: .rule("service-header-added"),
            "Requests do without a header; an old client goes on sending it."),
        DiffRule(
            "service-header-changed", wire: .warning, source: .always(.none), mirror: .itself,
            "Every request has another value in a header; an old client sends the old one."),
        DiffRule(
            "service-selector-changed", wire: .breaking, source: .always(.none), mirror: .itself,
            "Requests say in another way which version they mean; an old client says it as before."),
        DiffRule(
            "service-authentication-added", wire: .breaking, source: .always(.breaking),
            mirror: .rule("service-authentication-removed"),
            "Requests are signed now; an old client is refused, and new ones take credentials."),
        DiffRule(
            "service-authentication-removed", wire: .warning, source: .always(.breaking),
            mirror: .rule("service-authentication-added"),
            "Requests are not signed any more; clients take no credentials."),
    ]

    static let versions: [DiffRule] = [
        DiffRule(
            "version-added", wire: .info, source: .always(.none), mirror: .rule("version-removed"),
            "There is a further version of the API."),
        DiffRule(
            "version-renamed", wire: .info, source: .always(.breaking), mirror: .itself,
            "The only version of the documents has another id; code that names its namespace in Swift does not compile."
        ),
        DiffRule(
            "version-removed", wire: .breaking, source: .always(.breaking), mirror: .rule("version-added"),
            "A version is gone before the end of its support; its namespace in Swift is gone too."),
        DiffRule(
            "version-expired", wire: .info, source: .always(.warning),
            mirror: .none("a version that comes back is version-added, whatever its date"),
            "A version is gone after the end of its support, as announced; code that still names it has to move."),
        DiffRule(
            "version-deprecated", wire: .warning, source: .always(.warning), mirror: .rule("version-revived"),
            "A version is deprecated now; the compiler warns where its client is made."),
        DiffRule(
            "version-revived", wire: .info, source: .always(.none), mirror: .rule("version-deprecated"),
            "A version is not deprecated any more."),
        DiffRule(
            "version-status-changed", wire: .info, source: .always(.none), mirror: .itself,
            "A version moved on between planned, current and supported."),
        DiffRule(
            "version-end-added", wire: .warning, source: .always(.none), mirror: .rule("version-end-removed"),
            "The day is set on which the support of a version ends."),
        DiffRule(
            "version-end-removed", wire: .info, source: .always(.none), mirror: .rule("version-end-added"),
            "The end of the support of a version is open again."),
        DiffRule(
            "version-end-advanced", wire: .warning, source: .always(.none), mirror: .rule("version-end-postponed"),
            "The support of a version ends earlier: there is less time to move."),
        DiffRule(
            "version-end-postponed", wire: .info, source: .always(.none), mirror: .rule("version-end-advanced"),
            "The support of a version ends later."),
    ]
}
