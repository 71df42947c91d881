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

    // What its values are made of
    case discriminatorAdded = "discriminator-added"
    case discriminatorChanged = "discriminator-changed"
    case discriminatorRemoved = "discriminator-removed"
    case discriminatorValueAdded = "discriminator-value-added"
    case discriminatorValueChanged = "discriminator-value-changed"
    case discriminatorValueRemoved = "discriminator-value-removed"
    case additionalWidened = "additional-widened"
    case additionalNarrowed = "additional-narrowed"
    case becameReadOnly = "became-read-only"
    case becameNotReadOnly = "became-not-read-only"
    case becameWriteOnly = "became-write-only"
    case becameNotWriteOnly = "became-not-write-only"

    // What is particular to parameters, bodies and operations
    case mediaTypeChanged = "media-type-changed"
    case styleChanged = "style-changed"
    case widened
    case narrowed
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
    /// Requests say in another way which version they mean.
    case selectorChanged = "selector-changed"
    case headerRemoved = "header-removed"
    case authenticationAdded = "authentication-added"
    case authenticationRemoved = "authentication-removed"
    case authenticationTightened = "authentication-tightened"
    case authenticationLoosened = "authentication-loosened"
    case schemeAdded = "scheme-added"
    case schemeChanged = "scheme-changed"
    case schemeRenamed = "scheme-renamed"
    case schemeRemoved = "scheme-removed"
    case variableAdded = "variable-added"
    case variableRemoved = "variable-removed"
    case variableDefaultChanged = "variable-default-changed"
    case variableValueAdded = "variable-value-added"
    case variableValueRemoved = "variable-value-removed"
    case alternativeAdded = "alternative-added"
    case alternativeRemoved = "alternative-removed"

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
            .exampleChanged, .providerChanged, .discriminatorChanged, .discriminatorValueChanged,
            .variableDefaultChanged, .changed:
            false
        default: true
        }
    }

    /// Whether the type as such is another one.
    var isOfType: Bool {
        switch self {
        case .typeChanged, .typeWidened, .typeNarrowed, .typeReplaced, .typeLost, .typeFound, .enumAdded,
            .enumRemoved:
            true
        default: false
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
        case .constraintChanged: "has another limit"
        case .discriminatorAdded: "is told apart by a property now"
        case .discriminatorChanged: "is told apart by another property"
        case .discriminatorRemoved: "is not told apart by a property any more"
        case .discriminatorValueAdded: "has a further value that tells an alternative"
        case .discriminatorValueChanged: "tells another alternative by the same value"
        case .discriminatorValueRemoved: "does not tell an alternative by a value any more"
        case .additionalWidened: "may be more than before"
        case .additionalNarrowed: "may be less than before"
        case .becameReadOnly: "is only received now"
        case .becameNotReadOnly: "is not only received any more"
        case .becameWriteOnly: "is only sent now"
        case .becameNotWriteOnly: "is not only sent any more"
        case .mediaTypeChanged: "has another media type"
        case .styleChanged: "is written in another way"
        case .widened: "stands for more statuses"
        case .narrowed: "stands for fewer statuses"
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
        case .selectorChanged: "tells versions apart in another way"
        case .headerRemoved: "does not expect a header any more"
        case .authenticationAdded: "authenticates requests now"
        case .authenticationRemoved: "does not authenticate requests any more"
        case .authenticationTightened: "asks for other or more authentication"
        case .authenticationLoosened: "takes other or less authentication too"
        case .schemeAdded: "has a further security scheme"
        case .schemeChanged: "has another kind of a security scheme"
        case .schemeRenamed: "has another name for a security scheme"
        case .schemeRemoved: "does not have a security scheme any more"
        case .variableAdded: "has a further variable in its address"
        case .variableRemoved: "does not have a variable in its address any more"
        case .variableDefaultChanged: "has another default for a variable of its address"
        case .variableValueAdded: "takes a further value for a variable of its address"
        case .variableValueRemoved: "does not take a value for a variable of its address any more"
        case .alternativeAdded: "answers at a further address"
        case .alternativeRemoved: "does not answer at a further address any more"
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
