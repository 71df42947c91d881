import APISpec

/// Finds out what a body may be and how much speaks for each possibility.
struct CandidateScorer {
    let catalog: SchemaCatalog
    let use: TableUse
    let table: CellTable
    private let matcher: ExampleMatcher
    private let affinity: NameAffinity
    private let titles: [Weighed]
    /// The words of each family's name.
    private let familyWords: [Words]
    private let familyNames: [Weighed]
    /// The fits of examples that were compared already; versions that say the same have one example.
    private var fits: [FitKey: ExampleFit] = [:]
    /// What the names of all families say of an operation.
    private var names: [Int: [NameMatch.Score]] = [:]

    private struct FitKey: Hashable {
        var operation: Int
        var origin: Int
        var direction: Words.Direction
        var position: Int
    }

    init(catalog: SchemaCatalog, use: TableUse, table: CellTable, titles: [String]) {
        self.catalog = catalog
        self.use = use
        self.table = table
        matcher = ExampleMatcher(catalog: catalog)
        let titles = titles.map { Words($0) }
        let families = catalog.families.map { catalog.entries[$0[0]].words }
        let affinity = NameAffinity(names: titles + families)
        self.affinity = affinity
        self.titles = titles.map { Weighed($0, by: affinity) }
        familyWords = families
        familyNames = families.map { Weighed($0, by: affinity) }
    }

    /// Fills in what the body of `slot` may be, the best first.
    mutating func score(_ slot: inout MissingBody) {
        let cell = table.cells[slot.cell]
        let named = names(of: cell)
        let siblingFamily = slot.sibling?.schema?.referencedNames.first.flatMap(catalog.position).map {
            catalog.entries[$0].family
        }
        var candidates: [Candidate] = []
        for (family, members) in catalog.families.enumerated() {
            if let direction = familyWords[family].direction, direction != slot.direction { continue }
            let likely = catalog.member(of: family, in: cell.number)
            for position in members where catalog.isAllowed(position, in: cell.number) {
                let basis = Basis(
                    position: position, family: family, isLikely: position == likely, name: named[family],
                    isSibling: siblingFamily == family)
                if let candidate = candidate(basis, slot, cell) { candidates.append(candidate) }
            }
        }
        if let stated = slot.sibling?.schema, stated.referencedNames.isEmpty,
            slot.example.map({ matcher.fit($0, stated).isPossible }) ?? true
        {
            candidates.append(Candidate(choice: .stated(stated), score: Weight.sibling, evidence: [.siblingRevision]))
        }
        if slot.example == nil {
            if let empty = emptyBody(slot, cell) { candidates.append(empty) }
            slot.rivals = rivals(slot, cell, named)
        }
        slot.candidates = candidates.enumerated().sorted { left, right in
            left.element.score == right.element.score
                ? left.offset < right.offset : left.element.score > right.element.score
        }.map(\.element)
    }

    private mutating func names(of cell: OperationVersion) -> [NameMatch.Score] {
        if let known = names[cell.operation] { return known }
        let match = NameMatch(
            title: titles[cell.operation], path: cell.revision.path, method: cell.revision.method)
        let scores = familyNames.map { match.score($0, affinity) }
        names[cell.operation] = scores
        return scores
    }

    private mutating func fit(_ value: JSONValue, _ position: Int, _ slot: MissingBody, _ cell: OperationVersion)
        -> ExampleFit
    {
        let key = FitKey(
            operation: cell.operation, origin: cell.origin, direction: slot.direction, position: position)
        if let known = fits[key] { return known }
        let fit = matcher.fit(value, schemaAt: position)
        fits[key] = fit
        return fit
    }

    // MARK: One schema

    private struct Basis {
        var position: Int
        var family: Int
        var isLikely: Bool
        var name: NameMatch.Score
        var isSibling: Bool
    }

    /// What speaks for a schema; `nil` where too little does.
    private mutating func candidate(_ basis: Basis, _ slot: MissingBody, _ cell: OperationVersion) -> Candidate? {
        let position = basis.position
        let entry = use.entries[position]
        var result = Candidate(choice: .schema(position), score: basis.name.weight, evidence: [], family: basis.family)
        var isSupported = basis.isSibling
        // Parts of other schemas carry no direction in their names; those of lost schemas look as if nothing used them.
        let isNamedForIt = familyWords[basis.family].direction != nil || !use.areDirected(slot.direction)
        if let example = slot.example {
            var value = example
            if case .array(let elements) = example {
                guard let shown = elements.first(where: { !$0.fitsAnything }) else { return nil }
                value = shown
                result.choice = .list(position)
            }
            let fit = fit(value, position, slot, cell)
            guard fit.clashes == 0, fit.isPossible || basis.isSibling else { return nil }
            result.score += weight(of: fit)
            if fit.touchesWhole {
                // Only the name speaks for it, so the name has to say a lot.
                let least = basis.name.isOther ? 0.75 : 0.5
                isSupported = isSupported || (isNamedForIt && basis.name.similarity >= least)
            } else if fit.isPossible {
                result.evidence.insert(slot.direction == .request ? .requestExample : .responseExample)
                isSupported =
                    isSupported || (fit.keys >= 3 && fit.isExact) || basis.name.similarity >= 0.3
                    || use.isUnused[position] || entry.operations.count > 1
            }
        } else {
            // Without an example, only a schema without any use that has the very name can be meant.
            isSupported =
                isSupported
                || (isNamedForIt && use.isUnused[position] && basis.name.similarity >= 0.75 && !basis.name.isOther)
        }
        guard isSupported else { return nil }

        if basis.name.similarity >= 0.4 { result.evidence.insert(.name) }
        if !basis.isLikely { result.score += Weight.olderMember }
        if basis.isLikely, catalog.families[basis.family].count > 1 || catalog.entries[position].version != nil {
            result.evidence.insert(.versionSuffix)
        }
        if !isNamedForIt { result.score += Weight.undirected }
        if let sibling = slot.sibling, sibling.schema != nil {
            let isComparable = slot.status == nil || sibling.status == nil || slot.status == sibling.status
            if basis.isSibling {
                result.score += isComparable ? Weight.sibling : Weight.siblingOfOtherStatus
                result.evidence.insert(.siblingRevision)
            } else if isComparable {
                result.score += Weight.otherSibling
            }
        }
        if entry.isPart, entry.operations.isEmpty, !basis.isSibling { result.score += Weight.part }
        addHabit(entry, slot, cell, to: &result)
        return result
    }

    private func weight(of fit: ExampleFit) -> Double {
        if fit.touchesWhole { return Weight.unknownExample }
        guard fit.isPossible else { return Weight.poorExample - Double(fit.unknownKeys + fit.missingRequired) }
        return (fit.isExact ? Weight.exactExample : Weight.looseExample)
            + min(3, logarithm(Double(1 + fit.keys))) + max(-3, Weight.missingKey * Double(fit.missingOptional))
            + Weight.agreement * fit.agreement + max(-3, Weight.oddity * Double(fit.oddities))
    }

    /// What the use of a schema by other operations says.
    private func addHabit(
        _ entry: TableUse.Entry, _ slot: MissingBody, _ cell: OperationVersion, to result: inout Candidate
    ) {
        if slot.direction == .response, let status = slot.status, !entry.statuses.isEmpty {
            if entry.statuses.contains(status) {
                result.score += Weight.sameStatus
                if entry.operations.count > 1 { result.evidence.insert(.siblingOperations) }
            } else {
                result.score += Weight.otherStatus
            }
        }
        if entry.methods.contains(cell.revision.method) { result.score += Weight.sameMethod }
        let isOtherWay =
            slot.direction == .request ? entry.isReceived && !entry.isSent : entry.isSent && !entry.isReceived
        if isOtherWay { result.score += Weight.otherDirection }
    }

    // MARK: No body

    /// That there is no body: what an example without one says, unless the page shows none where there is one.
    private func emptyBody(_ slot: MissingBody, _ cell: OperationVersion) -> Candidate? {
        if let sibling = slot.sibling {
            return sibling.schema == nil
                ? Candidate(choice: .empty, score: Weight.sibling, evidence: [.siblingRevision])
                : Candidate(choice: .empty, score: Weight.otherSibling, evidence: [])
        }
        guard slot.direction == .response else {
            return Candidate(choice: .empty, score: Weight.usuallyEmpty, evidence: [])
        }
        // A page that loses examples of answers too says nothing by showing none.
        guard use.unshownAnswers == 0 else { return nil }
        if use.emptyAnswers > 0 {
            return Candidate(
                choice: .empty, score: Weight.usuallyEmpty, evidence: [.responseExample, .siblingOperations])
        }
        guard cell.revision.method != "GET" else { return nil }
        return Candidate(choice: .empty, score: Weight.perhapsEmpty, evidence: [.responseExample])
    }

    /// The schemas that cast doubt on an empty response: those that have the very name, and those without any use that
    /// have much of it.
    private func rivals(_ slot: MissingBody, _ cell: OperationVersion, _ named: [NameMatch.Score]) -> [MissingBody
        .CompetingSchema]
    {
        guard slot.direction == .response, slot.sibling == nil else { return [] }
        return catalog.families.indices.compactMap { family in
            guard !named[family].isOther, let position = catalog.member(of: family, in: cell.number),
                familyWords[family].direction == .response || use.entries[position].isReceived
            else { return nil }
            let isUnused = use.isUnused[position]
            guard named[family].similarity >= (isUnused ? 0.4 : 0.75) else { return nil }
            return MissingBody.CompetingSchema(position: position, mustBeUnused: named[family].similarity < 0.75)
        }
    }
}
