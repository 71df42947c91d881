/// Which rule a difference falls under.
enum RuleMapping {
    /// The side of an operation, or none, that a difference is judged for.
    enum Use: Hashable {
        case request, response, unused
    }

    /// The id of the rule for a change of an area: by the grammar of ids where the table has that rule, else by
    /// ``substitutes``.
    static func ruleID(_ area: Difference.Area, _ change: Change, use: Use) -> String {
        switch change {
        case .descriptionChanged, .exampleChanged, .orderChanged: return "documentation-\(change.rawValue)"
        case .typeLost: return "reading-evidence-lost"
        case .typeFound: return "reading-evidence-found"
        case .recoveryChanged: return "reading-\(change.rawValue)"
        default: break
        }
        let prefix = prefix(area, use)
        return substitutes[prefix]?[change] ?? "\(prefix)-\(change.rawValue)"
    }

    private static func prefix(_ area: Difference.Area, _ use: Use) -> String {
        switch area {
        case .service: "service"
        case .version: "version"
        case .operation: "operation"
        case .parameter: "request-parameter"
        case .requestBody: "request-body"
        case .part: "request-part"
        case .partHeader: "request-header"
        case .responseBody: "response-body"
        case .responseHeader: "response-header"
        case .success: "response-success"
        case .error: "response-error"
        case .property:
            switch use {
            case .request: "request-property"
            case .response: "response-property"
            case .unused: "swift-member"
            }
        case .type: "swift-type"
        case .initialiser: "swift-initialiser"
        case .method: "swift-method"
        case .resource: "reading-resource"
        case .page: "reading-page"
        case .documentation: "documentation"
        }
    }

    /// Changes that have no rule of their own, with the rule that speaks for them.
    static let substitutes: [String: [Change: String]] = [
        "request-parameter": removals("request-parameter").merging(alternatives("request-parameter")) { one, _ in one }
            .merging(oneWay) { one, _ in one },
        "request-property": removals("request-property"),
        "request-header": removals("request-header").merging(values("request-header")) { one, _ in one }
            .merging(nullability("request-header")) { one, _ in one },
        "response-header": values("response-header").merging(nullability("response-header")) { one, _ in one }
            .merging([
                .requiredAdded: "response-header-added", .optionalAdded: "response-header-added",
                .requiredRemoved: "response-header-removed", .optionalRemoved: "response-header-removed",
            ]) { one, _ in one },
        // A range of statuses is one case in place of several.
        "response-error": [.widened: "response-error-added", .narrowed: "response-error-removed"],
        // A body that is not a schema is as good as never documented: its values count as its type.
        "request-body": removals("request-body").merging(values("request-body")) { first, _ in first },
        "response-body": values("response-body"),
        // What a client does not check, and what it never leaves out.
        "response-property": [
            .constraintAdded: "response-property-constraint-tightened",
            .defaultAdded: "documentation-default-changed", .defaultRemoved: "documentation-default-changed",
            .defaultChanged: "documentation-default-changed",
        ],
        "swift-member": [
            .requiredAdded: "swift-member-added", .optionalAdded: "swift-member-added",
            .requiredRemoved: "swift-member-removed", .optionalRemoved: "swift-member-removed",
            .enumValueAdded: "swift-member-added", .enumValueRemoved: "swift-member-removed",
            .becameRequired: "swift-member-changed", .becameOptional: "swift-member-changed",
            .becameNullable: "swift-member-changed", .becameNotNullable: "swift-member-changed",
            .typeChanged: "swift-member-changed", .typeWidened: "swift-member-changed",
            .typeNarrowed: "swift-member-changed", .typeReplaced: "swift-member-changed",
            .enumAdded: "swift-member-changed", .enumRemoved: "swift-member-changed",
            .defaultAdded: "documentation-default-changed", .defaultRemoved: "documentation-default-changed",
            .defaultChanged: "documentation-default-changed", .constraintAdded: "documentation-constraint-changed",
            .constraintTightened: "documentation-constraint-changed",
            .constraintLoosened: "documentation-constraint-changed",
            .constraintChanged: "documentation-constraint-changed",
            .discriminatorAdded: "swift-member-changed", .discriminatorRemoved: "swift-member-changed",
            .discriminatorChanged: "swift-member-changed", .discriminatorValueAdded: "swift-member-changed",
            .discriminatorValueRemoved: "swift-member-changed", .discriminatorValueChanged: "swift-member-changed",
            .additionalWidened: "swift-member-changed", .additionalNarrowed: "swift-member-changed",
            .becameReadOnly: "swift-member-changed", .becameNotReadOnly: "swift-member-changed",
            .becameWriteOnly: "swift-member-changed", .becameNotWriteOnly: "swift-member-changed",
            .deprecated: "documentation-deprecation-changed", .revived: "documentation-deprecation-changed",
        ],
    ]

    private static func removals(_ prefix: String) -> [Change: String] {
        [.requiredRemoved: "\(prefix)-removed", .optionalRemoved: "\(prefix)-removed"]
    }

    private static func values(_ prefix: String) -> [Change: String] {
        [
            .enumAdded: "\(prefix)-type-narrowed", .enumRemoved: "\(prefix)-type-widened",
            .enumValueAdded: "\(prefix)-type-widened", .enumValueRemoved: "\(prefix)-type-narrowed",
            .constraintAdded: "\(prefix)-type-narrowed", .constraintTightened: "\(prefix)-type-narrowed",
            .constraintLoosened: "\(prefix)-type-widened", .constraintChanged: "\(prefix)-type-changed",
            .defaultAdded: "documentation-default-changed", .defaultRemoved: "documentation-default-changed",
            .defaultChanged: "documentation-default-changed",
            .deprecated: "documentation-deprecation-changed", .revived: "documentation-deprecation-changed",
        ].merging(alternatives(prefix)) { one, _ in one }.merging(oneWay) { one, _ in one }
    }

    /// What tells alternatives apart counts as the type where there is no rule for it.
    private static func alternatives(_ prefix: String) -> [Change: String] {
        [
            .discriminatorAdded: "\(prefix)-type-narrowed", .discriminatorRemoved: "\(prefix)-type-widened",
            .discriminatorChanged: "\(prefix)-type-changed", .discriminatorValueAdded: "\(prefix)-type-widened",
            .discriminatorValueRemoved: "\(prefix)-type-narrowed",
            .discriminatorValueChanged: "\(prefix)-type-changed",
        ]
    }

    /// Null is one value more or less.
    private static func nullability(_ prefix: String) -> [Change: String] {
        [
            .becameNullable: "\(prefix)-type-widened", .becameNotNullable: "\(prefix)-type-narrowed",
            // The values are the same; where they go, that is not a change.
            .typeReplaced: prefix.hasPrefix("request") ? "\(prefix)-type-widened" : "\(prefix)-type-narrowed",
        ]
    }

    /// What goes one way only is the only way here.
    private static let oneWay: [Change: String] = [
        .becameReadOnly: "documentation-access-changed", .becameNotReadOnly: "documentation-access-changed",
        .becameWriteOnly: "documentation-access-changed", .becameNotWriteOnly: "documentation-access-changed",
    ]

    /// The rule for a change that comes from another reading of the same documentation.
    static func readingRuleID(for rule: DiffRule) -> String? {
        guard let direction = rule.parts?.direction, direction != .reading else { return nil }
        return "reading-\(direction.rawValue)-changed"
    }
}
