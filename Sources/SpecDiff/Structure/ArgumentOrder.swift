import APIModel

/// The order of arguments in generated Swift: what is required first, then what has a default; each in the order of
/// the documentation. See `TypeView` and `CallView` of the renderer.
///
/// Arguments with labels may be left out where they have a default, and not swapped: another order stops callers from
/// compiling.
struct ArgumentOrder {
    private let names: [String]
    private let required: Set<String>

    /// The memberwise initialiser of a schema.
    init(of schema: NamedSchema) {
        self.init(schema.properties.map { ($0.name, $0.isRequired) })
    }

    /// Arguments by name, each with whether it is required, in the order of the documentation.
    init(_ arguments: [(name: String, isRequired: Bool)]) {
        names = arguments.filter(\.isRequired).map(\.name) + arguments.filter { !$0.isRequired }.map(\.name)
        required = Set(arguments.filter(\.isRequired).map(\.name))
    }

    /// Whether arguments that both have stand in another order. Those that became required stop callers from compiling
    /// by themselves and are left aside.
    func isReordered(in new: ArgumentOrder) -> Bool {
        let kept = Set(names).intersection(new.names).filter { name in
            !(new.required.contains(name) && !required.contains(name))
        }
        return names.filter(kept.contains) != new.names.filter(kept.contains)
    }

    /// `a, b, c`
    var words: String { names.map { "`\($0)`" }.joined(separator: ", ") }
}

/// Whether what two lists share stands in another order.
func isReordered(_ old: [String], _ new: [String]) -> Bool {
    guard old != new else { return false }
    let shared = Set(old).intersection(new)
    return old.filter(shared.contains) != new.filter(shared.contains)
}
