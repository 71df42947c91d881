import APIModel
import Diagnostics

/// The Swift names of a schema's members.
enum MemberNames {
    /// A name for each property, in their order. `collisions` gets what had to be changed.
    static func names(of schema: NamedSchema, ledger: NameRegistry, collisions: inout [Diagnostic]) -> [SwiftIdentifier]
    {
        var scope = ledger.scope(["members", schema.name], reserved: ReservedNames.members, suffix: "Value")
        let properties = schema.properties.map(\.name)
        return zip(properties, Names.distinct(properties, by: Names.member)).map { property, name in
            scope.claim([name], for: property, collisions: &collisions)
        }
    }

    /// The name of the member that holds what the documentation does not name; `nil` where it allows nothing.
    static func additional(
        of schema: NamedSchema, ledger: NameRegistry, collisions: inout [Diagnostic]
    ) -> SwiftIdentifier? {
        switch schema.additionalProperties {
        case .forbidden?, nil: return nil
        case .any?, .schema?: break
        }
        var ignored: [Diagnostic] = []
        let others = Set(names(of: schema, ledger: ledger, collisions: &ignored).map(\.name))
        var scope = ledger.scope(
            ["members", schema.name], reserved: ReservedNames.members.union(others), suffix: "ByName")
        return scope.claim(["additionalProperties"], for: "additional properties", collisions: &collisions)
    }

    /// The name of one property; `nil` where the schema has none of that name.
    static func name(of property: String, in schema: NamedSchema, ledger: NameRegistry) -> SwiftIdentifier? {
        var ignored: [Diagnostic] = []
        let names = names(of: schema, ledger: ledger, collisions: &ignored)
        return schema.properties.firstIndex { $0.name == property }.map { names[$0] }
    }
}
