/// The rules that changes are judged by, as tables.
public enum SpecDiffRules {
    /// Every rule, in the order of the documentation.
    public static let all: [DiffRule] =
        service + versions + operations + parameters + requestBodies + requestProperties + answers
        + responseProperties + writing + shapes + access + swift + documentation + reading

    /// The rule with an id; `nil` where there is none.
    public static func rule(_ id: String) -> DiffRule? { index[id] }

    private static let index = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
