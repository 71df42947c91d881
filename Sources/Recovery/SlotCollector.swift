import APISpec

/// Finds the bodies whose tables are lost.
struct SlotCollector {
    let table: CellTable
    let habits: ResponseHabits
    /// Bodies that an earlier round has settled.
    let settled: [SlotKey: Draft]

    func slots() -> [Slot] {
        var slots: [Slot] = []
        for position in table.ofOperation.joined() {
            if let slot = request(of: position) { slots.append(slot) }
            if let slot = response(of: position) { slots.append(slot) }
        }
        return slots
    }

    private func request(of position: Int) -> Slot? {
        let cell = table.cells[position]
        guard !cell.hasParameters, cell.stated.request == nil, settled[SlotKey(position, .request)] == nil else {
            return nil
        }
        let example = cell.revision.example?.requestBody
        var sibling: Slot.Sibling?
        for other in table.siblings(of: position) {
            if table.cells[other].hasParameters {
                sibling = Slot.Sibling(schema: table.cells[other].revision.request?.schema)
            } else if let draft = settled[SlotKey(other, .request)] {
                sibling = Slot.Sibling(schema: draft.schema)
            } else {
                continue
            }
            break
        }
        let mayHaveBody = ["POST", "PUT", "PATCH"].contains(cell.revision.method)
        guard example != nil || sibling?.schema != nil || (sibling == nil && mayHaveBody) else { return nil }
        return Slot(cell: position, direction: .request, example: example, status: nil, sibling: sibling)
    }

    private func response(of position: Int) -> Slot? {
        let cell = table.cells[position]
        guard !cell.hasResponses, !cell.statesSuccess, settled[SlotKey(position, .response)] == nil else {
            return nil
        }
        let example = cell.revision.example
        var sibling: Slot.Sibling?
        for other in table.siblings(of: position) {
            let isStated = table.cells[other].hasResponses
            if isStated, let success = Self.success(table.cells[other].revision, like: example?.status) {
                sibling = Slot.Sibling(schema: success.schema, status: success.status)
            } else if let draft = settled[SlotKey(other, .response)] {
                sibling = Slot.Sibling(schema: draft.schema, status: draft.status)
            } else {
                continue
            }
            break
        }
        // A call that is shown as failing tells nothing of its success.
        let shown = example?.status.flatMap { HTTPStatus.isSuccess($0) ? $0 : nil }
        let isFailure = example?.status != nil && shown == nil
        return Slot(
            cell: position, direction: .response, example: isFailure ? nil : example?.responseBody,
            status: shown ?? sibling?.status ?? habits.status(of: cell), sibling: sibling)
    }

    /// The successful answer of a revision with that status, else the first.
    private static func success(_ revision: Revision, like status: Int?) -> Response? {
        let successes = revision.responses.filter { HTTPStatus.isSuccess($0.status) && $0.schema?.kind != .unknown }
        return successes.first { $0.status == status } ?? successes.first
    }
}

/// A body by cell and direction.
struct SlotKey: Hashable {
    var cell: Int
    var direction: Words.Direction

    init(_ cell: Int, _ direction: Words.Direction) {
        self.cell = cell
        self.direction = direction
    }
}

/// What a lost body was found to be.
struct Draft {
    /// The type; `nil` where there is no body.
    var schema: Schema?
    /// The status of the answer.
    var status: Int?
    /// What speaks for it.
    var evidence: Set<Evidence>
    /// The names of what it might be as well.
    var alternatives: [String]
}
