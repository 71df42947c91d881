import APIModel

/// Compares the headers of two responses, or of two parts of a body; the case of their names does not count.
struct HeaderComparison {
    private let old: [ResponseHeader]
    private let new: [ResponseHeader]
    private let schemas: SchemaPairs
    private let place: (String) -> ValuePlace
    private(set) var differences: [Difference] = []
    private(set) var children: Set<Int> = []

    /// Headers to compare; `place` gives the place of the one with a name.
    init(
        old: [ResponseHeader], new: [ResponseHeader], schemas: SchemaPairs, place: @escaping (String) -> ValuePlace
    ) {
        self.old = old
        self.new = new
        self.schemas = schemas
        self.place = place
    }

    mutating func run() {
        let before = Dictionary(old.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map { $0.name.lowercased() })
        for header in old where !after.contains(header.name.lowercased()) {
            differences.append(
                place(header.name).difference(
                    header.isRequired ? .requiredRemoved : .optionalRemoved, TypeText.type(header.schema), nil,
                    swift: .all))
        }
        for header in new {
            let place = place(header.name)
            guard let known = before[header.name.lowercased()] else {
                differences.append(
                    place.difference(
                        header.isRequired ? .requiredAdded : .optionalAdded, nil, TypeText.type(header.schema)))
                continue
            }
            let isClaimed = known.isRequired != header.isRequired
            if isClaimed {
                differences.append(
                    place.difference(header.isRequired ? .becameRequired : .becameOptional, swift: .all))
            }
            var values = ValueComparison(schemas: schemas)
            values.compare(known.schema, header.schema, at: place, isClaimed: isClaimed)
            differences += values.differences
            children.formUnion(values.children)
        }
    }
}
