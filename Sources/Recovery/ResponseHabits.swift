import APISpec

/// What the responses of a service have in common, from the tables that are left.
struct ResponseHabits {
    private let stated: [OperationVersion]
    private let descriptions: [Int: String]

    init(_ table: CellTable) {
        stated = table.cells.filter { $0.hasResponses && !$0.revision.responses.isEmpty }
        var found: [Int: String?] = [:]
        for response in stated.flatMap(\.revision.responses) {
            if let known = found[response.status] {
                if known != response.description { found[response.status] = .some(nil) }
            } else {
                found[response.status] = .some(response.description)
            }
        }
        descriptions = found.compactMapValues { $0 }
        failures = Self.commonFailures(stated)
    }

    /// What all tables call the status, or else what HTTP calls it.
    func description(of status: Int) -> String? { descriptions[status] ?? HTTPStatus.phrase(status) }

    /// The status with which all operations of the cell's method succeed; `nil` where they differ or are too few.
    func status(of cell: OperationVersion) -> Int? {
        let alike = stated.filter { $0.revision.method == cell.revision.method }
        guard Set(alike.map(\.operation)).count > 1 else { return nil }
        let statuses = Set(alike.flatMap(\.revision.responses).map(\.status).filter(HTTPStatus.isSuccess))
        return statuses.count == 1 ? statuses.first : nil
    }

    /// The failures that every table of the service states, whatever the operation.
    ///
    /// What only operations of one kind share is not taken: the next operation of that kind may well differ. Fewer
    /// than three operations tell nothing.
    let failures: [Response]

    private static func commonFailures(_ stated: [OperationVersion]) -> [Response] {
        guard Set(stated.map(\.operation)).count > 2, let first = stated.first else { return [] }
        return first.revision.responses.filter { response in
            !HTTPStatus.isSuccess(response.status)
                && stated.allSatisfy { other in
                    other.revision.responses.contains {
                        $0.status == response.status && $0.schema?.structure() == response.schema?.structure()
                    }
                }
        }.map { response in
            var response = response
            response.recovered = [Evidence.siblingOperations.rawValue]
            return response
        }
    }
}
