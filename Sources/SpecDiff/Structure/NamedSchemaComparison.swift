import APIModel

/// Compares two schemas that belong together, property by property.
struct NamedSchemaComparison {
    private let old: NamedSchema
    private let new: NamedSchema
    private let schemas: SchemaPairs
    private let path: SpecPath
    private let name: String
    private(set) var differences: [Difference] = []
    private(set) var children: Set<Int> = []

    init(old: NamedSchema, new: NamedSchema, schemas: SchemaPairs) {
        self.old = old
        self.new = new
        self.schemas = schemas
        name = VersionedName(new.name).base
        path = SpecPath(["schemas", name])
    }

    mutating func run() {
        compareNames()
        if old.definition == nil, new.definition == nil {
            let claims = compareProperties()
            compareFurtherMembers()
            compareChecks()
            compareLoss(claims: claims)
            compareOrder()
        } else {
            compareDefinitions()
        }
        if old.isDeprecated != new.isDeprecated {
            differences.append(whole(.type, new.isDeprecated ? .deprecated : .revived))
        }
        rest()
        comparePeople()
    }

    private mutating func comparePeople() {
        if old.description != new.description {
            differences.append(whole(.documentation, .descriptionChanged, old.description, new.description))
        } else if old.title != new.title {
            differences.append(whole(.documentation, .descriptionChanged, old.title, new.title))
        }
        if old.example != new.example {
            differences.append(
                whole(
                    .documentation, .exampleChanged, old.example.map(TypeText.value), new.example.map(TypeText.value)))
        }
    }

    // MARK: The schema as a whole

    private func whole(
        _ area: Difference.Area, _ change: Change, _ before: String? = nil, _ after: String? = nil,
        swift: SwiftEffect = .none
    ) -> Difference {
        Difference(
            area, change, at: path, subject: "`\(name)`", before: before, after: after, swift: swift,
            oldPlace: ["schemas", old.name], newPlace: ["schemas", new.name])
    }

    private mutating func compareNames() {
        let before = VersionedName(old.name).base
        guard before != name else { return }
        differences.append(whole(.type, .renamed, "`\(before)`", "`\(name)`", swift: .all))
    }

    /// A table that one side has lost says nothing of the members that are missing there.
    private mutating func compareLoss(claims: Bool) {
        guard old.isLost != new.isLost else { return }
        let degraded = new.isLost
        let area: Difference.Area = schemas.tracksReading ? .page : .type
        guard schemas.tracksReading || claims else { return }
        let change: Change =
            schemas.tracksReading ? (degraded ? .degraded : .mended) : (degraded ? .typeLost : .typeFound)
        var difference = whole(area, change)
        difference.subject = "the table of `\(name)`"
        differences.append(difference)
    }

    private mutating func compareOrder() {
        let before = ArgumentOrder(of: old)
        let after = ArgumentOrder(of: new)
        if schemas.documents.new.swift.isSent(new.name), before.isReordered(in: after) {
            var difference = whole(.initialiser, .reordered, before.words, after.words, swift: .all)
            difference.subject = "the initialiser of `\(name)`"
            differences.append(difference)
        } else if isReordered(old.properties.map(\.name), new.properties.map(\.name)) {
            var difference = whole(.documentation, .orderChanged)
            difference.subject = "the list of properties of `\(name)`"
            differences.append(difference)
        }
    }

    /// Notes what the differences rest on, or that the same now rests on something else.
    private mutating func rest() {
        let before = Evidence(old)
        let after = Evidence(new)
        if differences.isEmpty {
            guard schemas.tracksReading, before != after else { return }
            differences.append(whole(.type, .recoveryChanged, before.words, after.words))
            return
        }
        for index in differences.indices where differences[index].area != .page {
            differences[index] = differences[index].resting(
                on: [before, after], tracksReading: schemas.tracksReading)
            if schemas.tracksReading, old.isLost || new.isLost { differences[index].isInferred = true }
        }
    }

    /// Compares what objects have to keep to besides their members.
    private mutating func compareChecks() {
        let place = ValuePlace(
            area: .property, path: path, subject: "`\(name)`", oldPlace: ["schemas", old.name],
            newPlace: ["schemas", new.name])
        differences += ConstraintComparison(old: Self.checks(old), new: Self.checks(new), place: place).differences
    }

    private static func checks(_ schema: NamedSchema) -> Schema {
        var type = Schema(.object)
        type.checks = schema.checks
        return type
    }

    // MARK: Values without members of their own

    /// Compares schemas of which at least one is a type that holds itself, such as a list of lists.
    private mutating func compareDefinitions() {
        let place = ValuePlace(
            area: .property, path: path, subject: "`\(name)`", oldPlace: ["schemas", old.name],
            newPlace: ["schemas", new.name])
        guard let before = old.definition, let after = new.definition else {
            differences.append(
                place.difference(
                    .typeChanged, old.definition.map(TypeText.type) ?? "object with members",
                    new.definition.map(TypeText.type) ?? "object with members", swift: .all))
            return
        }
        var values = ValueComparison(schemas: schemas)
        values.compare(before, after, at: place)
        differences += values.differences
        children.formUnion(values.children)
    }

    // MARK: Properties

    /// Compares what an object may have besides its named members.
    private mutating func compareFurtherMembers() {
        let place = ValuePlace(
            area: .property, path: path.appending("additionalProperties"), subject: "further members of `\(name)`",
            oldPlace: ["schemas", old.name], newPlace: ["schemas", new.name])
        if case .schema(let before)? = old.additionalProperties, case .schema(let after)? = new.additionalProperties {
            var values = ValueComparison(schemas: schemas)
            values.compare(before, after, at: place)
            differences += values.differences
            children.formUnion(values.children)
            return
        }
        guard old.additionalProperties != new.additionalProperties else { return }
        func breadth(_ members: NamedSchema.Additional?) -> Int {
            switch members {
            case .forbidden?: 0
            case .schema?: 1
            // JSON Schema lets objects have what nothing is said of.
            case .any?, nil: 2
            }
        }
        let before = breadth(old.additionalProperties)
        let after = breadth(new.additionalProperties)
        let change: Change
        if before == after {
            change = new.additionalProperties == nil ? .typeLost : .typeFound
        } else {
            change = before < after ? .additionalWidened : .additionalNarrowed
        }
        differences.append(
            place.difference(
                change, TypeText.further(old.additionalProperties), TypeText.further(new.additionalProperties),
                swift: Self.keepsFurtherMembers(old) ? .all : .none))
    }

    /// Whether the type in Swift has a member for all others, which another one takes the place of.
    private static func keepsFurtherMembers(_ schema: NamedSchema) -> Bool {
        switch schema.additionalProperties {
        case .any?, .schema?: true
        case .forbidden?, nil: false
        }
    }

    /// Compares the properties. Returns whether some are missing only because their table is lost.
    private mutating func compareProperties() -> Bool {
        let before = Dictionary(old.properties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.properties.map(\.name))
        var claims = false
        for property in old.properties where !after.contains(property.name) {
            if new.isLost {
                claims = true
                continue
            }
            let change: Change = property.isRequired ? .requiredRemoved : .optionalRemoved
            differences.append(
                place(property).difference(
                    change, TypeText.type(property.schema), nil, swift: .all))
        }
        for property in new.properties {
            if let known = before[property.name] {
                compare(known, property)
            } else if old.isLost {
                claims = true
            } else {
                add(property)
            }
        }
        return claims
    }

    private mutating func add(_ property: NamedSchema.Property) {
        // A schema without members is any JSON in Swift, and becomes a structure with its first one.
        let effect = SwiftEffect(
            breaksBuilding: property.isRequired || old.properties.isEmpty, breaksReading: old.properties.isEmpty)
        differences.append(
            place(property).difference(
                property.isRequired ? .requiredAdded : .optionalAdded, nil, TypeText.type(property.schema),
                swift: effect))
    }

    private mutating func compare(_ before: NamedSchema.Property, _ after: NamedSchema.Property) {
        var place = place(after)
        var isClaimed = false
        if before.isRequired != after.isRequired {
            isClaimed = true
            differences.append(
                place.difference(
                    after.isRequired ? .becameRequired : .becameOptional, swift: requirementEffect(before, after)))
        }
        place.nullability = ValuePlace.Nullability(
            isRequired: after.isRequired, isSentBefore: schemas.documents.old.swift.isSent(old.name),
            isSentAfter: schemas.documents.new.swift.isSent(new.name),
            isReceivedBefore: schemas.documents.old.swift.isReceived(old.name),
            isReceivedAfter: schemas.documents.new.swift.isReceived(new.name))
        var values = ValueComparison(schemas: schemas)
        values.compare(before.schema, after.schema, at: place, isClaimed: isClaimed)
        differences += values.differences
        children.formUnion(values.children)
    }

    /// What it does to Swift that a property may be left out now, or may no longer.
    private func requirementEffect(
        _ before: NamedSchema.Property, _ after: NamedSchema.Property
    ) -> SwiftEffect {
        let isNullable = before.schema.isNullable
        let effect = SwiftEffect.between(
            SwiftWrapping(
                isRequired: before.isRequired, isNullable: isNullable,
                isSent: schemas.documents.old.swift.isSent(old.name)),
            SwiftWrapping(
                isRequired: after.isRequired, isNullable: isNullable,
                isSent: schemas.documents.new.swift.isSent(new.name)))
        // An argument without a default has to be given.
        return after.isRequired ? effect.joined(SwiftEffect(breaksBuilding: true, breaksReading: false)) : effect
    }

    private func place(_ property: NamedSchema.Property) -> ValuePlace {
        ValuePlace(
            area: .property, path: path.appending(property.name), subject: "property `\(property.name)` of `\(name)`",
            oldPlace: ["schemas", old.name, property.name], newPlace: ["schemas", new.name, property.name])
    }
}
