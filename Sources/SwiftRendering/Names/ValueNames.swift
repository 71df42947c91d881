import Diagnostics

/// The Swift names of the values of an enumeration.
enum ValueNames {
    /// A name for each value, in their order. `collisions` gets what had to be changed.
    static func names(
        of values: [String], in enumeration: String, ledger: NameRegistry, collisions: inout [Diagnostic]
    ) -> [SwiftIdentifier] {
        var scope = ledger.scope(["values", enumeration], reserved: ReservedNames.members, suffix: "Value")
        return zip(values, Names.distinct(values, by: Names.enumerationCase)).map { value, name in
            scope.claim([name], for: value, collisions: &collisions)
        }
    }

    /// A name for each number, in their order: `value5`, `minus1`, `value1Point5`.
    static func names(
        ofNumbers values: [String], in enumeration: String, ledger: NameRegistry, collisions: inout [Diagnostic]
    ) -> [SwiftIdentifier] {
        var scope = ledger.scope(["values", enumeration], reserved: ReservedNames.members, suffix: "Value")
        return values.map { value in
            let words = value.replacing(".", with: "_point_").replacing("e-", with: "_e_minus_")
            return scope.claim([Names.enumerationCase(words)], for: value, collisions: &collisions)
        }
    }
}
