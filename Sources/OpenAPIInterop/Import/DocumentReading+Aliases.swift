import APISpec
import Diagnostics

extension DocumentReading {
    /// Takes named schemas apart that stand for each other without a list or an object in between.
    ///
    /// An alternative that is the union itself adds nothing to it, and unions that are alternatives of each other have
    /// the same values: each gets the alternatives of all. What is nothing but itself may be anything.
    mutating func untangleAliases() {
        let positions = Dictionary(
            schemas.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let tangled = Set(AliasCycles(schemas).names)
        guard !tangled.isEmpty else { return }
        let before = schemas
        for (index, schema) in before.enumerated() where tangled.contains(schema.name) {
            guard let definition = schema.definition else { continue }
            var alternatives: [Schema] = []
            var isNullable = definition.isNullable
            var seen: Set<String> = [schema.name]
            var pending = [definition]
            var isExclusive = definition.isExclusive
            while !pending.isEmpty {
                let next = pending.removeFirst()
                switch next.kind {
                case .union(let members):
                    isNullable = isNullable || next.isNullable
                    isExclusive = isExclusive && next.isExclusive
                    pending.insert(contentsOf: members, at: 0)
                case .reference(let name) where tangled.contains(name):
                    isNullable = isNullable || next.isNullable
                    if seen.insert(name).inserted, let other = positions[name].flatMap({ before[$0].definition }) {
                        pending.insert(other, at: 0)
                    }
                default:
                    if !alternatives.contains(where: { $0.kind == next.kind }) { alternatives.append(next) }
                }
            }
            var result = definition
            result.kind = alternatives.isEmpty ? .unknown : .union(alternatives)
            if alternatives.count == 1 { result.kind = alternatives[0].kind }
            if alternatives.count < 2 {
                result.discriminator = nil
                result.isExclusive = false
            } else {
                result.isExclusive = isExclusive
            }
            result.isNullable = isNullable
            schemas[index].definition = result
            let key = names.first { $0.value == schema.name }?.key ?? "#"
            log.report(
                OpenAPIImportRules.schemaOfItself,
                alternatives.isEmpty
                    ? "the schema `\(schema.name)` is nothing but itself; it is taken for any value"
                    : "the schema `\(schema.name)` is an alternative of itself, which adds nothing and is left out",
                pointer: key, at: locations[["schemas", schema.name]])
        }
    }
}
