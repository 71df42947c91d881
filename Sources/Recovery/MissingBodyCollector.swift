import APISpec

/// Finds the bodies whose tables are lost.
struct MissingBodyCollector {
    let table: CellTable
    let habits: ResponseHabits
    /// Bodies that an earlier round has settled.
    let settled: [MissingBodyKey: Draft]

    func slots() -> [MissingBody] {
        var slots: [MissingBody] = []
        for position in table.ofOperation.joined() {
            if let slot = request(of: position) { slots.append(slot) }
            if let slot = response(of: position) { slots.append(slot) }
        }
        return slots
    }

    private func request(of position: Int) -> MissingBody? {
        let cell = table.cells[position]
        guard !cell.hasParameters, cell.stated.request == nil, settled[MissingBodyKey(position, .request)] == nil else {
            return nil
        }
        let example = cell.revision.example?.requestBody
        var sibling: MissingBody.Sibling?
        for other in table.siblings(of: position) {
            if table.cells[other].hasParameters {
                sibling = MissingBody.Sibling(schema: table.cells[other].revision.request?.schema)
            } else if let draft = settled[MissingBodyKey(other, .request)] {
                sibling = MissingBody.Sibling(schema: draft.schema)
            } else {
                continue
            }
            break
        }
        let mayHaveBody = ["POST", "PUT", "PATCH"].contains(cell.revision.method)
        guard example != nil || sibling?.schema != nil || (sibling == nil && mayHaveBody) else { return nil }
        return MissingBody(cell: position, direction: .request, example: example, status: nil, sibling: sibling)
    }

    private func response(of position: Int) -> MissingBody? {
        let cell = table.cells[position]
        guard !cell.hasResponses, !cell.statesSuccess, settled[MissingBodyKey(position, .response)] == nil else {
            return nil
        }
        let example = cell.revision.example
        var sibling: MissingBody.Sibling?
        for other in table.siblings(of: position) {
            let isStated = table.cells[other].hasResponses
            if isStated, let success = Self.success(table.cells[other].revision, like: example?.status) {
                sibling = MissingBody.Sibling(schema: success.schema, status: success.status)
            } else if let draft = settled[MissingBodyKey(other, .response)] {
                sibling = MissingBody.Sibling(schema: draft.schema, status: draft.status)
            } else {
                continue
            }
            break
        }
        // A call that is shown as failing tells nothing of its success.
        let shown = example?.status.flatMap { HTTPStatus.isSuccess($0) ? $0 : nil }
        let isFailure = example?.status != nil && shown == nil
        return MissingBody(
            cell: position, direction: .response, example: isFailure ? nil : example?.responseBody,
            status: shown ?? sibling?.status ?? habits.status(of: cell), sibling: sibling)
    }

    /// The successful response of a revision with that status, else the first.
    private static func success(_ revision: Revision, like status: Int?) -> Response? {
        let successes = revision.responses.filter { HTTPStatus.isSuccess($0.status) && $0.schema?.kind != .unknown }
        return successes.first { $0.status == status } ?? successes.first
    }
}

/// A body by cell and direction.
struct MissingBodyKey: Hashable {
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
    /// The status of the response.
    var status: Int?
    /// What speaks for it.
    var evidence: Set<Evidence>
    /// The names of what it might be as well.
    var alternatives: [String]
}
