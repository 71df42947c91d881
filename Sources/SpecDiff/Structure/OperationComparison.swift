import APIModel

/// Compares one operation in one version of the old and one of the new document.
struct OperationComparison {
    let old: Call
    let new: Call
    let schemas: SchemaPairs
    let path: SpecPath
    let subject: String
    /// What was found; without what is found in schemas.
    var differences: [Difference] = []
    /// The pairs of schemas that requests and answers refer to.
    var sent: Set<Int> = []
    var received: Set<Int> = []
    /// Differences in the examples of a call; they count only where nothing else explains them.
    private(set) var requestExample: Difference?
    private(set) var responseExample: Difference?

    init(old: Call, new: Call, schemas: SchemaPairs) {
        self.old = old
        self.new = new
        self.schemas = schemas
        path = ["operations", new.operation]
        subject = "`\(new.operation)`"
    }

    /// What the two say side by side.
    var table: TypeTable {
        TypeTable(
            path: path, oldName: old.operation, newName: new.operation, old: Self.lines(old), new: Self.lines(new))
    }

    mutating func run() {
        compareCall()
        compareSecurity()
        compareParameters()
        compareRequest()
        compareResponses()
        comparePages()
        compareExamples()
    }

    // MARK: Places

    var oldPlace: SpecPath { ["operations", old.operation, old.version] }
    var newPlace: SpecPath { ["operations", new.operation, new.version] }

    func whole(
        _ area: Difference.Area, _ change: Change, _ before: String? = nil, _ after: String? = nil,
        swift: SwiftEffect = .none
    ) -> Difference {
        Difference(
            area, change, at: path, subject: subject, before: before, after: after, swift: swift, oldPlace: oldPlace,
            newPlace: newPlace)
    }

    func place(_ area: Difference.Area, _ steps: [String], _ words: String) -> ValuePlace {
        ValuePlace(
            area: area, path: SpecPath(path.steps + steps), subject: "\(words) of \(subject)",
            oldPlace: SpecPath(oldPlace.steps + steps), newPlace: SpecPath(newPlace.steps + steps))
    }

    // MARK: The call as such

    private mutating func compareCall() {
        if old.operation != new.operation {
            differences.append(
                whole(.operation, .renamed, "`\(old.operation)`", "`\(new.operation)`", swift: .all))
        }
        if old.revision.method != new.revision.method {
            differences.append(whole(.operation, .methodChanged, old.revision.method, new.revision.method))
        }
        if PathShape(old.revision.path) != PathShape(new.revision.path) {
            differences.append(
                whole(.operation, .pathChanged, "`\(old.revision.path)`", "`\(new.revision.path)`"))
        }
        compareStates()
        if old.title != new.title {
            var difference = whole(.documentation, .descriptionChanged, old.title, new.title)
            difference.path = path.appending("title")
            difference.subject = "the title of \(subject)"
            differences.append(difference)
        }
        if old.revision.description != new.revision.description {
            differences.append(
                whole(.documentation, .descriptionChanged, old.revision.description, new.revision.description))
        }
        compareTags()
    }

    private mutating func compareStates() {
        let before = Self.state(old.revision)
        let after = Self.state(new.revision)
        guard before != after else { return }
        let change: Change
        switch (old.revision.isDeprecated, new.revision.isDeprecated) {
        case _ where before == nil: change = .deprecated
        case _ where after == nil: change = .revived
        case (false, true) where old.revision.state == new.revision.state: change = .deprecated
        case (true, false) where old.revision.state == new.revision.state: change = .revived
        default: change = .stateChanged
        }
        // A state of its own is a word of the documentation; without one nothing is called so.
        let usual = [old, new].contains { $0.revision.state != nil } ? "ACTIVE" : "not deprecated"
        differences.append(whole(.operation, change, before ?? usual, after ?? usual))
    }

    /// The state that the documentation gives, and whether it calls the operation deprecated besides.
    private static func state(_ revision: Revision) -> String? {
        guard revision.isDeprecated, revision.state != "DEPRECATED" else { return revision.state }
        return revision.state.map { "\($0), deprecated" } ?? "deprecated"
    }

    private mutating func compareTags() {
        guard old.revision.tags != new.revision.tags else { return }
        func words(_ tags: [String]) -> String? { tags.isEmpty ? nil : TypeText.list(tags) }
        var difference = whole(
            .documentation, .descriptionChanged, words(old.revision.tags), words(new.revision.tags))
        difference.path = path.appending("tags")
        difference.subject = "the list of tags of \(subject)"
        differences.append(difference)
    }

    /// Compares what a caller has to prove; what all operations share is told once, of the service.
    private mutating func compareSecurity() {
        let before = schemas.documents.old.document.service(in: old.version)
        let after = schemas.documents.new.document.service(in: new.version)
        if old.revision.security == nil, new.revision.security == nil { return }
        let old = old.revision.security ?? before.requirements
        let new = new.revision.security ?? after.requirements
        guard let change = SecurityRelation(old: before, new: after).change(from: old, to: new) else { return }
        var difference = whole(.operation, change, SecurityRelation.words(old), SecurityRelation.words(new))
        difference.path = path.appending("security")
        differences.append(difference)
    }

    // MARK: Tables of the page

    /// Whether either side has lost a table, so that what is missing there says nothing.
    func isLost(_ table: Revision.LostTable) -> Bool {
        old.revision.lost.contains(table) || new.revision.lost.contains(table)
    }

    /// Tables that were missing on one side, between two versions, where that hides something.
    var hidden: [(table: Revision.LostTable, isLoss: Bool)] = []

    private mutating func comparePages() {
        for table in Revision.LostTable.allCases {
            let before = old.revision.lost.contains(table)
            let after = new.revision.lost.contains(table)
            let words = table == .parameters ? "the Parameters table" : "the Responses table"
            var difference: Difference
            if schemas.tracksReading, before != after {
                difference = whole(.page, after ? .degraded : .mended)
            } else if !schemas.tracksReading, let hidden = hidden.first(where: { $0.table == table }) {
                difference = whole(.operation, hidden.isLoss ? .typeLost : .typeFound)
            } else {
                continue
            }
            difference.path = path.appending(table.rawValue)
            difference.subject = "\(words) of \(subject)"
            differences.append(difference)
        }
    }

    /// Notes that a part is missing on one side only because its table is lost there.
    mutating func noteHidden(_ table: Revision.LostTable, isLoss: Bool) {
        if !hidden.contains(where: { $0.table == table && $0.isLoss == isLoss }) { hidden.append((table, isLoss)) }
    }

    /// Adds what was found of one part, with the evidence that the part rests on.
    mutating func add(
        _ found: [Difference], _ table: Revision.LostTable, _ before: Evidence?, _ after: Evidence?,
        at place: ValuePlace
    ) {
        if found.isEmpty {
            guard schemas.tracksReading, let before, let after, before != after else { return }
            differences.append(place.difference(.recoveryChanged, before.words, after.words))
            return
        }
        for difference in found {
            var difference = difference.resting(on: [before, after], tracksReading: schemas.tracksReading)
            if schemas.tracksReading, isLost(table) { difference.isInferred = true }
            differences.append(difference)
        }
    }

    // MARK: Examples

    private mutating func compareExamples() {
        let before = old.revision.example
        let after = new.revision.example
        func difference(_ part: String, _ words: String, _ old: String?, _ new: String?) -> Difference {
            var difference = whole(.documentation, .exampleChanged, old, new)
            difference.path = path.appending("example", part)
            difference.subject = "the example \(words) of \(subject)"
            difference.newPlace = newPlace.appending("example", part)
            difference.oldPlace = oldPlace.appending("example", part)
            return difference
        }
        if before?.path != after?.path || before?.requestBody != after?.requestBody
            || before?.headers ?? [] != after?.headers ?? []
        {
            let isPath = before?.path != after?.path
            requestExample = difference(
                "request", "request", isPath ? before?.path : nil, isPath ? after?.path : nil)
        }
        if before?.status != after?.status || before?.responseBody != after?.responseBody {
            let isStatus = before?.status != after?.status
            responseExample = difference(
                "response", "answer", isStatus ? before?.status.map(Response.statusText) : nil,
                isStatus ? after?.status.map(Response.statusText) : nil)
        }
    }

    private static func lines(_ call: Call) -> [(name: String, text: String)] {
        var lines: [(name: String, text: String)] = [("call", "\(call.revision.method) \(call.revision.path)")]
        for parameter in call.revision.parameters {
            lines.append(
                (
                    "\(parameter.location.rawValue) \(parameter.name)",
                    TypeTable.text(parameter.schema, isRequired: parameter.isRequired)
                ))
        }
        if let request = call.request {
            lines.append(
                (
                    "request body",
                    TypeTable.text(request.schema, isRequired: request.isRequired) + written(request.mediaType)
                ))
        }
        for response in call.revision.responses {
            let body = response.schema.map { TypeText.type($0) + written(response.mediaType) }
            lines.append(("answer \(response.statusText)", body ?? "no body"))
            for header in response.headers {
                lines.append(
                    (
                        "header \(header.name) of answer \(response.statusText)",
                        TypeTable.text(header.schema, isRequired: header.isRequired)
                    ))
            }
        }
        if let security = call.revision.security { lines.append(("security", SecurityRelation.words(security))) }
        return lines
    }
}

/// `; text/csv`, and nothing for JSON.
private func written(_ mediaType: String) -> String { mediaType == MediaType.json ? "" : "; \(mediaType)" }
