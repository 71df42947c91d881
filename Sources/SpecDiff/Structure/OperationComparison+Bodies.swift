import APIModel
import APISpec

extension OperationComparison {
    // MARK: Request

    mutating func compareRequest() {
        var place = place(.requestBody, ["request"], "the request body")
        // The argument of a body leaves null aside.
        place.nullability = nil
        switch (old.request, new.request) {
        case (nil, nil): return
        case (let before?, nil):
            if new.revision.lost.contains(.parameters) {
                noteHidden(.parameters, isLoss: true)
                return
            }
            add(
                [
                    place.difference(
                        before.isRequired ? .requiredRemoved : .optionalRemoved, TypeText.type(before.schema), nil,
                        swift: .all)
                ], .parameters, Evidence(before), nil, at: place)
        case (nil, let after?):
            if old.revision.lost.contains(.parameters) {
                noteHidden(.parameters, isLoss: false)
                return
            }
            add(
                [
                    place.difference(
                        after.isRequired ? .requiredAdded : .optionalAdded, nil, TypeText.type(after.schema),
                        swift: after.isRequired ? .all : .none)
                ], .parameters, nil, Evidence(after), at: place)
        case (let before?, let after?):
            compare(before, after, at: place)
        }
    }

    private mutating func compare(_ before: RequestBody, _ after: RequestBody, at place: ValuePlace) {
        var found: [Difference] = []
        if before.isRequired != after.isRequired {
            found.append(
                place.difference(
                    after.isRequired ? .becameRequired : .becameOptional, swift: after.isRequired ? .all : .none))
        }
        var values = ValueComparison(schemas: schemas)
        values.compare(before.schema, after.schema, at: place, isClaimed: !found.isEmpty)
        sent.formUnion(values.children)
        add(found + values.differences, .parameters, Evidence(before), Evidence(after), at: place)
    }

    // MARK: Responses

    mutating func compareResponses() {
        let before = Dictionary(old.revision.responses.map { ($0.status, $0) }, uniquingKeysWith: { one, _ in one })
        let after = Dictionary(new.revision.responses.map { ($0.status, $0) }, uniquingKeysWith: { one, _ in one })
        for status in Set(before.keys).union(after.keys).sorted() {
            switch (before[status], after[status]) {
            case (nil, nil): break
            case (let old?, let new?): compare(old, new)
            case (let old?, nil):
                if new.revision.lost.contains(.responses) {
                    noteHidden(.responses, isLoss: true)
                } else {
                    report(old, .removed)
                }
            case (nil, let new?):
                if old.revision.lost.contains(.responses) {
                    noteHidden(.responses, isLoss: false)
                } else {
                    report(new, .added)
                }
            }
        }
    }

    private func place(_ status: Int, _ area: Difference.Area, _ words: String) -> ValuePlace {
        var place = place(area, ["responses", String(status)], words)
        place.hasSwiftType = (200..<300).contains(status)
        return place
    }

    private mutating func report(_ response: Response, _ change: Change) {
        let isSuccess = (200..<300).contains(response.status)
        let place = place(response.status, isSuccess ? .success : .error, "answer \(response.status)")
        let text = response.schema.map(TypeText.type) ?? "no body"
        let evidence = Evidence(response)
        let isAdded = change == .added
        add(
            [
                place.difference(
                    change, isAdded ? nil : text, isAdded ? text : nil, swift: isSuccess ? resultEffect : .none)
            ], .responses, isAdded ? nil : evidence, isAdded ? evidence : nil, at: place)
    }

    /// What the operation's answers do to the type that the method returns.
    private var resultEffect: SwiftEffect {
        switch (old.result, new.result) {
        case (.empty, _), (.unknown, .unknown), (.unknown, .several), (.several, .unknown), (.several, .several):
            .none
        case (.body(let before), .body(let after)):
            SwiftEffect.between(before, after, baseName: schemas.swiftName)
                .joined(ValuePlace.Nullability().effect(from: before.isNullable, to: after.isNullable))
        default: .all
        }
    }

    private mutating func compare(_ before: Response, _ after: Response) {
        let place = place(after.status, .responseBody, "the body of answer \(after.status)")
        var found: [Difference] = []
        switch (before.schema, after.schema) {
        case (nil, nil): break
        case (let schema?, nil):
            let change: Change = schema.kind == .unknown ? .typeFound : .removed
            found.append(place.difference(change, TypeText.type(schema), "no body", swift: .all))
        case (nil, let schema?):
            let change: Change = schema.kind == .unknown ? .typeLost : .added
            found.append(place.difference(change, "no body", TypeText.type(schema)))
        case (let old?, let new?):
            var values = ValueComparison(schemas: schemas)
            values.compare(old, new, at: place)
            received.formUnion(values.children)
            found = values.differences
        }
        if found.isEmpty, before.description != after.description {
            found.append(place.difference(.descriptionChanged, before.description, after.description))
        }
        add(found, .responses, Evidence(before), Evidence(after), at: place)
    }
}
