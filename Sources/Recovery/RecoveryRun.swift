import APISpec

/// The recovery of one document, step by step.
struct RecoveryRun {
    private let document: SpecDocument
    private let original: SchemaCatalog
    private let titles: [String]
    private var table: CellTable
    private var catalog: SchemaCatalog
    private var drafts: [MissingBodyKey: Draft] = [:]

    /// How near the score of another candidate has to be to be named.
    private static let doubt = 1.5
    /// How often slots are assigned: the second time with the schemas that the first has rebuilt.
    private static let roundLimit = 2
    /// How deep lost schemas may lie in lost schemas.
    private static let depthLimit = 4

    init(_ document: SpecDocument) {
        self.document = document
        original = SchemaCatalog(document.schemas)
        titles = document.operations.map(\.title)
        table = CellTable(document)
        catalog = original
    }

    mutating func run() {
        rebuild()
        for round in 0..<Self.roundLimit {
            let known = drafts.count
            assign()
            guard round == 0 || drafts.count > known else { return }
            write()
            rebuild()
            guard table.cells.contains(where: \.hasUnknownBody) else { return }
        }
    }

    /// The document with what was recovered.
    var result: SpecDocument {
        var result = document
        result.schemas = catalog.schemas
        for (position, schema) in document.schemas.enumerated() where schema.isLost && !schema.properties.isEmpty {
            // Examples need not show every member whose row is lost.
            result.schemas[position].isLost = true
        }
        for number in result.operations.indices
        where document.operations[number].revisions.contains(where: { !$0.lost.isEmpty }) {
            result.operations[number].revisions = table.revisions(of: number)
        }
        return result
    }

    /// What each lost body was found to be, by names.
    var namedDrafts: [RecoveryFindings.DraftKey: Draft] {
        var named: [RecoveryFindings.DraftKey: Draft] = [:]
        for (key, draft) in drafts {
            let cell = table.cells[key.cell]
            let operation = document.operations[cell.operation].id
            let name = RecoveryFindings.DraftKey(
                operation: operation, version: cell.version, direction: key.direction)
            named[name] = draft
        }
        return named
    }

    // MARK: Steps

    /// Rebuilds the lost schemas from all examples that are known to show them, from the outside in.
    private mutating func rebuild() {
        catalog = original
        for _ in 0..<Self.depthLimit {
            guard catalog.schemas.contains(where: \.isLost) else { return }
            let examples = LostExamples(table: table, catalog: catalog)
            guard !examples.pieces.isEmpty else { return }
            let rebuilder = SchemaRebuilder(catalog: catalog, use: TableUse(catalog: catalog, table: table))
            catalog = SchemaCatalog(rebuilder.rebuilt(from: examples), named: original)
        }
    }

    /// Finds out what the lost bodies are that are not settled yet.
    private mutating func assign() {
        let use = TableUse(catalog: catalog, table: table)
        var scorer = CandidateScorer(catalog: catalog, use: use, table: table, titles: titles)
        var slots = MissingBodyCollector(table: table, habits: ResponseHabits(table), settled: drafts).slots()
        var groups: [[Int]] = []
        var groupNumbers: [MissingBodyKey: Int] = [:]
        for number in slots.indices {
            scorer.score(&slots[number])
            let key = MissingBodyKey(table.cells[slots[number].cell].operation, slots[number].direction)
            if let group = groupNumbers[key] {
                groups[group].append(number)
            } else {
                groupNumbers[key] = groups.count
                groups.append([number])
            }
        }
        var assignment = Assignment(slots: slots, groups: groups, isUnused: use.isUnused)
        for (number, slot) in slots.enumerated() {
            guard let option = assignment.chosen[number] else { continue }
            let candidate = slot.candidates[option]
            let isDoubtful =
                candidate.choice == .empty
                && slot.rivals.contains { !$0.mustBeUnused || assignment.uses[$0.position] == 0 }
            if isDoubtful { continue }
            var evidence = candidate.evidence
            if candidate.position.map({ use.isUnused[$0] }) ?? false { evidence.insert(.unusedSchema) }
            let others = assignment.alternatives(to: number, within: Self.doubt).map { slot.candidates[$0] }
            drafts[MissingBodyKey(slot.cell, slot.direction)] = Draft(
                schema: schema(candidate), status: slot.status, evidence: evidence,
                alternatives: others.map { schema($0).map(RecoveryFindings.name) ?? "no body" })
        }
    }

    private func schema(_ candidate: Candidate) -> Schema? {
        switch candidate.choice {
        case .empty: nil
        case .schema(let position): Schema(.reference(catalog.schemas[position].name))
        case .list(let position): Schema(.array(Schema(.reference(catalog.schemas[position].name))))
        case .stated(let schema): schema
        }
    }

    /// Writes what was found into the cells that lost a table.
    private mutating func write() {
        let responses = ResponseRecovery(table: table, catalog: catalog, habits: ResponseHabits(table))
        let parameters = ParameterRecovery(table: table, catalog: catalog)
        for (position, cell) in table.cells.enumerated() {
            if !cell.hasResponses {
                let found = responses.responses(of: position, draft: drafts[MissingBodyKey(position, .response)])
                let stated = Set(cell.stated.responses.map(\.status))
                let others = found.filter { response in
                    !stated.contains(response.status) && !(cell.statesSuccess && HTTPStatus.isSuccess(response.status))
                }
                table.cells[position].revision.responses =
                    (cell.stated.responses + others).sorted { $0.status < $1.status }
            }
            if !cell.hasParameters {
                let found = parameters.parameters(of: position).filter { parameter in
                    !cell.stated.parameters.contains {
                        $0.name == parameter.name && $0.location == parameter.location
                    }
                }
                table.cells[position].revision.parameters = cell.stated.parameters + found
                table.cells[position].revision.request =
                    cell.stated.request
                    ?? parameters.request(of: position, draft: drafts[MissingBodyKey(position, .request)])
            }
        }
    }
}
