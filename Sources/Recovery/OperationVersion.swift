import APISpec

/// One operation in one version: revisions that say the same are taken apart, for what they lost may differ.
struct OperationVersion {
    /// The position of the operation in the document.
    let operation: Int
    /// The position of the revision in its operation; cells of one revision say the same.
    let origin: Int
    /// The version.
    let version: String
    /// The version as numbers, where it is written so.
    let number: VersionNumber?
    /// The place of the version among those of the document, newest first.
    let order: Int
    /// What the documentation says, for this version alone.
    var revision: Revision

    /// Whether a whole table states the responses.
    let hasResponses: Bool
    /// Whether a whole table states parameters and body.
    let hasParameters: Bool
    /// What is left of the tables, or what a person has stated in their place; it is never changed.
    let stated: (parameters: [Parameter], request: RequestBody?, responses: [Response])

    /// A revision in one version. What an earlier recovery has put into it is taken out again.
    init(operation: Int, origin: Int, version: String, order: Int, revision: Revision) {
        var single = revision
        single.versions = [version]
        if revision.lost.contains(.responses) { single.responses.removeAll { !$0.recovered.isEmpty } }
        if revision.lost.contains(.parameters) {
            single.parameters.removeAll { !$0.recovered.isEmpty }
            if single.request?.recovered.isEmpty == false { single.request = nil }
        }
        self.operation = operation
        self.origin = origin
        self.version = version
        number = VersionNumber(version)
        self.order = order
        self.revision = single
        hasResponses = !revision.lost.contains(.responses)
        hasParameters = !revision.lost.contains(.parameters)
        stated = (single.parameters, single.request, single.responses)
    }

    /// Whether what is left of the Responses table states a success.
    var statesSuccess: Bool {
        stated.responses.contains { HTTPStatus.isSuccess($0.status) && $0.schema?.kind != .unknown }
    }

    /// Whether a lost table is known to have named a body of which nothing tells the type.
    var hasUnknownBody: Bool {
        if !hasParameters, let request = revision.request, request.schema.kind == .unknown { return true }
        guard !hasResponses else { return false }
        return !revision.responses.contains { HTTPStatus.isSuccess($0.status) && $0.schema?.kind != .unknown }
    }
}

/// The cells of a document, those of an operation together, and the way back.
struct CellTable {
    var cells: [OperationVersion] = []
    /// The positions of the cells of each operation, newest version first.
    private(set) var ofOperation: [[Int]] = []

    init(_ document: SpecDocument) {
        let order = Dictionary(
            document.versions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, operation) in document.operations.enumerated() {
            let start = cells.count
            for (origin, revision) in operation.revisions.enumerated() {
                for version in revision.versions {
                    cells.append(
                        OperationVersion(
                            operation: number, origin: origin, version: version, order: order[version] ?? Int.max,
                            revision: revision))
                }
            }
            ofOperation.append((start..<cells.count).sorted { cells[$0].order < cells[$1].order })
        }
    }

    /// The other versions of a cell's operation, the nearest first, newer before older.
    func siblings(of position: Int) -> [Int] {
        let row = ofOperation[cells[position].operation]
        guard let here = row.firstIndex(of: position) else { return [] }
        return row.enumerated().filter { $0.element != position }.sorted { left, right in
            let distances = (abs(left.offset - here), abs(right.offset - here))
            return distances.0 == distances.1 ? left.offset < right.offset : distances.0 < distances.1
        }.map(\.element)
    }

    /// The revisions of an operation; versions that say the same share one, newest first.
    func revisions(of operation: Int) -> [Revision] {
        var result: [Revision] = []
        for cell in ofOperation[operation].map({ cells[$0] }) {
            let same = result.firstIndex { candidate in
                var single = candidate
                single.versions = cell.revision.versions
                return single == cell.revision
            }
            if let same {
                result[same].versions.append(cell.version)
            } else {
                result.append(cell.revision)
            }
        }
        return result
    }
}
