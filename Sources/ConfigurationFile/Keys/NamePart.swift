/// The keys under `names`; they are those of a file of names.
enum NamePart: String, CaseIterable {
    case operations, pages, environments, regionTypes
    case types, members, values, alternatives, parameters, regions

    /// Whether the part has a mapping of names for each owner, instead of names.
    var isNested: Bool {
        switch self {
        case .operations, .pages, .environments, .regionTypes: false
        case .types, .members, .values, .alternatives, .parameters, .regions: true
        }
    }

    /// What the part names, in a sentence.
    var meaning: String {
        switch self {
        case .operations: "Methods, by the id of the operation."
        case .pages: "The types that list page by page, by the id of the operation."
        case .environments: "Environments, by their name in the spec."
        case .regionTypes: "The types of regions, by the environment."
        case .types: "Types, by the schema; the owner is a version, or `shared` for what versions have in common."
        case .members: "Members, by the property; the owner is the schema."
        case .values: "Values of enumerations; the owner is the enumeration."
        case .alternatives: "Cases of unions; the owner is the union."
        case .parameters: "Arguments, by the parameter (`path bed_id`); the owner is the operation."
        case .regions: "Regions, by their name in the spec; the owner is the environment."
        }
    }
}
