/// The ways in which a thing of a spec can change, without a judgement.
///
/// The raw value is the end of the ids of rules: `became-required` of `request-property-became-required`.
public enum Change: String, Sendable, Hashable, CaseIterable {
    // Whether it is there
    case added
    case removed
    case requiredAdded = "required-added"
    case optionalAdded = "optional-added"
    case requiredRemoved = "required-removed"
    case optionalRemoved = "optional-removed"
    case becameRequired = "became-required"
    case becameOptional = "became-optional"
    case renamed

    // Its type
    case typeChanged = "type-changed"
    case typeWidened = "type-widened"
    case typeNarrowed = "type-narrowed"
    case typeReplaced = "type-replaced"
    case typeLost = "type-lost"
    case typeFound = "type-found"
    case becameNullable = "became-nullable"
    case becameNotNullable = "became-not-nullable"

    // Its values
    case enumAdded = "enum-added"
    case enumRemoved = "enum-removed"
    case enumValueAdded = "enum-value-added"
    case enumValueRemoved = "enum-value-removed"
    case defaultAdded = "default-added"
    case defaultChanged = "default-changed"
    case defaultRemoved = "default-removed"
    case constraintAdded = "constraint-added"
    case constraintTightened = "constraint-tightened"
    case constraintLoosened = "constraint-loosened"
    case constraintChanged = "constraint-changed"

    // What is particular to parameters and operations
    case locationChanged = "location-changed"
    case pathChanged = "path-changed"
    case methodChanged = "method-changed"
    case stateChanged = "state-changed"
    case deprecated
    case revived

    // What is particular to versions
    case statusChanged = "status-changed"
    case endAdded = "end-added"
    case endRemoved = "end-removed"
    case endAdvanced = "end-advanced"
    case endPostponed = "end-postponed"

    // What is particular to the service
    case titleChanged = "title-changed"
    case providerChanged = "provider-changed"
    case serverChanged = "server-changed"
    case regionAdded = "region-added"
    case regionRemoved = "region-removed"
    case headerAdded = "header-added"
    case headerChanged = "header-changed"
    case headerRemoved = "header-removed"
    case authenticationAdded = "authentication-added"
    case authenticationRemoved = "authentication-removed"

    // What is told for people only
    case descriptionChanged = "description-changed"
    case exampleChanged = "example-changed"
    case orderChanged = "order-changed"
    case reordered

    // How well the spec is founded
    case recoveryChanged = "recovery-changed"
    case degraded
    case mended
    case changed
}

extension Change {
    /// Whether the words alone say that one of the two sides has nothing.
    var isOneSided: Bool {
        switch self {
        case .constraintLoosened, .constraintTightened, .constraintChanged, .defaultChanged, .descriptionChanged,
            .exampleChanged, .providerChanged, .changed:
            false
        default: true
        }
    }

    /// The change in words, after the name of what changed: `became required`.
    public var words: String {
        switch self {
        case .added: "was added"
        case .removed: "was removed"
        case .requiredAdded: "was added and is required"
        case .optionalAdded: "was added and is optional"
        case .requiredRemoved: "was removed; it was required"
        case .optionalRemoved: "was removed; it was optional"
        case .becameRequired: "became required"
        case .becameOptional: "became optional"
        case .renamed: "has another name"
        case .typeChanged: "has another type"
        case .typeWidened: "allows more"
        case .typeNarrowed: "allows less"
        case .typeReplaced: "has another type with the same members"
        case .typeLost: "is not told any more"
        case .typeFound: "is told now"
        case .becameNullable: "may be null now"
        case .becameNotNullable: "may not be null any more"
        case .enumAdded: "lists its values now"
        case .enumRemoved: "does not list its values any more"
        case .enumValueAdded: "has more values"
        case .enumValueRemoved: "has fewer values"
        case .defaultAdded: "has a default now"
        case .defaultChanged: "has another default"
        case .defaultRemoved: "has no default any more"
        case .constraintAdded: "has a limit now"
        case .constraintTightened: "has a tighter limit"
        case .constraintLoosened: "has a looser limit"
        case .constraintChanged: "has another pattern"
        case .locationChanged: "travels elsewhere"
        case .pathChanged: "has another path"
        case .methodChanged: "has another method"
        case .stateChanged: "has another state"
        case .deprecated: "is deprecated"
        case .revived: "is not deprecated any more"
        case .statusChanged: "has another status"
        case .endAdded: "has an end of support now"
        case .endRemoved: "has no end of support any more"
        case .endAdvanced: "ends earlier"
        case .endPostponed: "ends later"
        case .titleChanged: "has another title"
        case .providerChanged: "has another provider"
        case .serverChanged: "answers at another address"
        case .regionAdded: "answers in a further region"
        case .regionRemoved: "does not answer in a region any more"
        case .headerAdded: "expects a further header"
        case .headerChanged: "expects another value of a header"
        case .headerRemoved: "does not expect a header any more"
        case .authenticationAdded: "authenticates requests now"
        case .authenticationRemoved: "does not authenticate requests any more"
        case .descriptionChanged: "is described in other words"
        case .exampleChanged: "is shown with another example"
        case .orderChanged: "stands in another order"
        case .reordered: "takes its arguments in another order"
        case .recoveryChanged: "says the same on other evidence"
        case .degraded: "is lost from the page"
        case .mended: "is back on the page"
        case .changed: "changed"
        }
    }
}
