import APIModel

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
        found += [
            place.mediaType(from: (before.mediaType, before.schema), to: (after.mediaType, after.schema))
        ].compactMap(\.self)
        var values = ValueComparison(schemas: schemas)
        values.compare(before.schema, after.schema, at: place, isClaimed: !found.isEmpty)
        sent.formUnion(values.children)
        let comparison = self
        var parts = PartComparison(old: before, new: after, schemas: schemas) { steps, area, words in
            comparison.place(area, ["request"] + steps, words)
        }
        parts.run()
        sent.formUnion(parts.children)
        add(
            found + values.differences + parts.differences, .parameters, Evidence(before), Evidence(after), at: place)
    }

    // MARK: Responses

    mutating func compareResponses() {
        let statuses = StatusMatching(old: old.revision.responses, new: new.revision.responses)
        for (old, new) in statuses.pairs { compare(old, new) }
        for response in statuses.removed {
            if new.revision.lost.contains(.responses) {
                noteHidden(.responses, isLoss: true)
            } else {
                report(response, .removed)
            }
        }
        for response in statuses.added {
            if old.revision.lost.contains(.responses) {
                noteHidden(.responses, isLoss: false)
            } else {
                report(response, .added)
            }
        }
        for range in statuses.ranges {
            let isSuccess = range.response.isSuccess
            let place = place(range.response, isSuccess ? .success : .error, "answer \(range.response.statusText)")
            let swift: SwiftEffect = !isSuccess && range.response.hasTypedBody ? .all : .none
            add(
                [place.difference(range.change, range.before, range.after, swift: swift)], .responses,
                nil, nil, at: place)
        }
    }

    /// Whether a response is one that the method gives.
    private func isSuccess(_ response: Response) -> Bool {
        response.isSuccess
            || (response.isDefault && (old.successes + new.successes).contains { $0.status == response.status })
    }

    private func place(_ response: Response, _ area: Difference.Area, _ words: String) -> ValuePlace {
        var place = place(area, ["responses", response.statusText], words)
        place.hasSwiftType = isSuccess(response) || response.hasTypedBody
        return place
    }

    private mutating func report(_ response: Response, _ change: Change) {
        let isSuccess = isSuccess(response)
        let place = place(response, isSuccess ? .success : .error, "answer \(response.statusText)")
        let text = response.schema.map(TypeText.type) ?? "no body"
        let evidence = Evidence(response)
        let isAdded = change == .added
        add(
            [
                place.difference(
                    change, isAdded ? nil : text, isAdded ? text : nil,
                    swift: isSuccess ? resultEffect : failureEffect(response, change))
            ], .responses, isAdded ? nil : evidence, isAdded ? evidence : nil, at: place)
    }

    /// What the operation's answers do to the type that the method returns.
    private var resultEffect: SwiftEffect {
        switch (old.result, new.result) {
        case (.empty, _), (.unknown, .unknown), (.unknown, .several), (.several, .unknown), (.several, .several):
            .none
        case (.body(let before), .body(let after)):
            schemas.swiftEffect(from: before, to: after)
                .joined(ValuePlace.Nullability().effect(from: before.isNullable, to: after.isNullable))
        default: .all
        }
    }

    /// What a failure that came or went does to the type of the operation's failures, which has a case for each whose
    /// body has a type. A further case breaks code that switches over all; the first one makes the type.
    private func failureEffect(_ response: Response, _ change: Change) -> SwiftEffect {
        guard response.hasTypedBody else { return .none }
        return change == .added && old.typedFailures.isEmpty
            ? .none : SwiftEffect(breaksBuilding: false, breaksReading: true)
    }

    private mutating func compare(_ before: Response, _ after: Response) {
        let place = place(after, .responseBody, "the body of answer \(after.statusText)")
        var found: [Difference] = []
        switch (before.schema, after.schema) {
        case (nil, nil): break
        case (let schema?, nil):
            let change: Change = schema.kind == .unknown ? .typeFound : .removed
            found.append(place.difference(change, TypeText.type(schema), "no body", swift: .all))
        case (nil, let schema?):
            let change: Change = schema.kind == .unknown ? .typeLost : .added
            found.append(
                place.difference(
                    change, "no body", TypeText.type(schema),
                    swift: isSuccess(after) ? .none : failureEffect(after, .added)))
        case (let old?, let new?):
            if let difference = place.mediaType(from: (before.mediaType, old), to: (after.mediaType, new)) {
                found.append(difference)
            }
            var values = ValueComparison(schemas: schemas)
            values.compare(old, new, at: place)
            received.formUnion(values.children)
            found += values.differences
        }
        let comparison = self
        var headers = HeaderComparison(old: before.headers, new: after.headers, schemas: schemas) { name in
            var place = comparison.place(
                after, .responseHeader, "header `\(name)` of answer \(after.statusText)")
            // A header that may be null is read as one that may be missing.
            place.nullability = nil
            return place.within("headers", name)
        }
        headers.run()
        received.formUnion(headers.children)
        found += headers.differences
        if found.isEmpty, before.description != after.description {
            found.append(place.difference(.descriptionChanged, before.description, after.description))
        }
        add(found, .responses, Evidence(before), Evidence(after), at: place)
    }
}
