import APISpec

/// Writes the responses of a revision whose Responses table is lost.
struct ResponseRecovery {
    let table: CellTable
    let catalog: SchemaCatalog
    let habits: ResponseHabits

    /// The responses of the cell, ascending; `draft` is what its successful response was found to be, if anything.
    func responses(of position: Int, draft: Draft?) -> [Response] {
        let cell = table.cells[position]
        let sibling = table.siblings(of: position).first {
            table.cells[$0].hasResponses && !table.cells[$0].revision.responses.isEmpty
        }
        let shown = cell.revision.example?.status
        var responses: [Response] = []
        if let sibling {
            responses = table.cells[sibling].revision.responses.filter { $0.status != draft?.status }.compactMap {
                other in
                // A success that this version does not show is not this version's.
                if HTTPStatus.isSuccess(other.status), draft != nil || shown != nil { return nil }
                var response = other
                response.schema = other.schema.map { catalog.adapted($0, to: cell.number) }
                response.recovered = [Evidence.siblingRevision.rawValue]
                return response
            }
        } else {
            responses = habits.failures.map { response in
                var response = response
                response.description = habits.description(of: response.status)
                return response
            }
        }
        if let success = success(of: cell, sibling: sibling, draft: draft) { responses.append(success) }
        return responses.sorted { $0.status < $1.status }
    }

    private func success(of cell: OperationVersion, sibling: Int?, draft: Draft?) -> Response? {
        let shown = cell.revision.example?.status.flatMap { HTTPStatus.isSuccess($0) ? $0 : nil }
        var evidence = draft?.evidence ?? []
        let status: Int
        if let shown {
            status = shown
            evidence.insert(.exampleStatus)
        } else if let draft {
            if let known = draft.status {
                status = known
                evidence.insert(sibling == nil ? .siblingOperations : .siblingRevision)
            } else {
                status = 200
                evidence.insert(.convention)
            }
        } else {
            return nil
        }
        let stated = sibling.flatMap { other in
            table.cells[other].revision.responses.first { $0.status == status }?.description
        }
        return Response(
            status: status, description: stated ?? habits.description(of: status),
            schema: draft.map(\.schema) ?? Schema(.unknown), recovered: evidence.words)
    }
}
