import APIModel

extension OperationComparison {
    mutating func compareParameters() {
        let before = Self.parameters(old)
        let after = Self.parameters(new)
        let renamed = renamedPathParameters
        var matched: Set<Int> = []
        var removed: [Parameter] = []
        for parameter in before {
            let name = parameter.location == .path ? renamed[parameter.name] ?? parameter.name : parameter.name
            let position = after.firstIndex { $0.location == parameter.location && $0.name == name }
            guard let position else {
                removed.append(parameter)
                continue
            }
            matched.insert(position)
            compare(parameter, after[position])
        }
        var added = after.indices.filter { !matched.contains($0) }.map { after[$0] }
        var moved: Set<String> = []
        for parameter in removed {
            if let position = added.firstIndex(where: { $0.name == parameter.name }) {
                move(parameter, added.remove(at: position))
                moved.insert(parameter.name)
            } else if new.revision.lost.contains(.parameters) {
                noteHidden(.parameters, isLoss: true)
            } else {
                report(parameter, parameter.isRequired ? .requiredRemoved : .optionalRemoved)
            }
        }
        for parameter in added {
            if old.revision.lost.contains(.parameters) {
                noteHidden(.parameters, isLoss: false)
            } else {
                report(parameter, parameter.isRequired ? .requiredAdded : .optionalAdded)
            }
        }
        compareOrder(renamed: renamed, moved: moved)
    }

    /// The parameters that the documentation states, and those of the path that nothing states.
    private static func parameters(_ call: Call) -> [Parameter] {
        let stated = call.revision.parameters
        return stated
            + call.pathParameters.filter { parameter in
                !stated.contains { $0.location == .path && $0.name == parameter.name }
            }
    }

    /// Path parameters that stand in the same position under another name.
    private var renamedPathParameters: [String: String] {
        let before = old.path.parameterNames
        let after = new.path.parameterNames
        guard before.count == after.count else { return [:] }
        var renamed: [String: String] = [:]
        for (old, new) in zip(before, after) where !before.contains(new) && !after.contains(old) {
            renamed[old] = new
        }
        return renamed
    }

    private func place(_ parameter: Parameter) -> ValuePlace {
        var place = place(
            .parameter, ["parameters", parameter.name],
            "\(parameter.location.rawValue) parameter `\(parameter.name)`")
        // Arguments of methods leave null aside.
        place.nullability = nil
        return place
    }

    private mutating func report(_ parameter: Parameter, _ change: Change) {
        let place = place(parameter)
        let text = TypeText.type(parameter.schema)
        let isRemoved = change == .requiredRemoved || change == .optionalRemoved
        let evidence = Evidence(parameter)
        add(
            [
                place.difference(
                    change, isRemoved ? text : nil, isRemoved ? nil : text,
                    swift: change == .optionalAdded ? .none : .all)
            ], .parameters, isRemoved ? evidence : nil, isRemoved ? nil : evidence, at: place)
    }

    private mutating func move(_ before: Parameter, _ after: Parameter) {
        let place = place(after)
        let alone = Self.order(old, renamed: [:], merging: [after.name])
            .isReordered(in: Self.order(new, renamed: [:], merging: [after.name]))
        let without = Self.order(old, renamed: [:])
            .isReordered(in: Self.order(new, renamed: [:]))
        add(
            [
                place.difference(
                    .locationChanged, before.location.rawValue, after.location.rawValue,
                    swift: alone && !without ? .all : .none)
            ], .parameters, Evidence(before), Evidence(after), at: place)
        compare(before, after)
    }

    private mutating func compare(_ before: Parameter, _ after: Parameter) {
        let place = place(after)
        var found: [Difference] = []
        if before.name != after.name {
            found.append(place.difference(.renamed, "`\(before.name)`", "`\(after.name)`", swift: .all))
        }
        if before.isRequired != after.isRequired {
            found.append(
                place.difference(
                    after.isRequired ? .becameRequired : .becameOptional, swift: after.isRequired ? .all : .none))
        }
        found += Self.writing(before, after, at: place)
        var values = ValueComparison(schemas: schemas)
        values.compare(before.schema, after.schema, at: place, isClaimed: !found.isEmpty)
        sent.formUnion(values.children)
        add(found + values.differences, .parameters, Evidence(before), Evidence(after), at: place)
    }

    /// How the values of a parameter are written; one that moved is written as its new place has it.
    private static func writing(_ before: Parameter, _ after: Parameter, at place: ValuePlace) -> [Difference] {
        if before.mediaType != after.mediaType {
            return [
                place.difference(
                    .mediaTypeChanged, before.mediaType.map { "`\($0)`" } ?? "by its style",
                    after.mediaType.map { "`\($0)`" } ?? "by its style")
            ]
        }
        guard after.mediaType == nil, before.location == after.location else { return [] }
        let old = ParameterWriting(before)
        let new = ParameterWriting(after)
        guard old.isOther(than: new) else { return [] }
        return [place.difference(.styleChanged, old.words, new.words)]
    }

    // MARK: The order of arguments

    /// The order of a method's arguments; those of `merging` stand for one argument wherever they travel.
    private static func order(_ call: Call, renamed: [String: String], merging: Set<String> = []) -> ArgumentOrder {
        var arguments: [(name: String, isRequired: Bool)] = []
        for parameter in call.pathParameters + call.queryParameters + call.headerParameters
            + call.revision.parameters.filter({ $0.location == .cookie })
        {
            let name = parameter.location == .path ? renamed[parameter.name] ?? parameter.name : parameter.name
            arguments.append(
                (merging.contains(name) ? name : "\(parameter.location.rawValue) \(name)", parameter.isRequired))
        }
        if let request = call.request { arguments.append(("body", request.isRequired)) }
        return ArgumentOrder(arguments)
    }

    private mutating func compareOrder(renamed: [String: String], moved: Set<String>) {
        let before = Self.order(old, renamed: renamed)
        let after = Self.order(new, renamed: [:])
        if before.isReordered(in: after) {
            var difference = whole(.method, .reordered, before.words, after.words, swift: .all)
            difference.subject = "the method of \(subject)"
            differences.append(difference)
        } else {
            func stated(_ call: Call) -> [String] {
                call.revision.parameters.filter { !moved.contains($0.name) }
                    .map { "\($0.location.rawValue) \($0.name)" }
            }
            guard SpecDiff.isReordered(stated(old), stated(new)) else { return }
            var difference = whole(.documentation, .orderChanged)
            difference.path = path.appending("parameters")
            difference.subject = "the list of parameters of \(subject)"
            differences.append(difference)
        }
    }
}
