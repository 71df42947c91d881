import APISpec
import Diagnostics
import Documentation

/// Reads the operations of a service and puts their versions together.
struct OperationsReader {
    /// The versions of the table and those that operations add.
    let versions: VersionBook
    private let hasVersionTable: Bool
    private let notes: Set<String>
    private let cells: SchemaCells
    private let log: ImportLog

    /// An operation with its versions as they were read.
    private struct ReadOperation {
        var part: ServiceOutline.OperationPart
        var revisions: [ReadRevision] = []
    }

    /// Reads with what the introduction of the service says.
    init(front: FrontReader, cells: SchemaCells, log: ImportLog) {
        versions = front.versions
        hasVersionTable = front.hasVersionTable
        notes = front.notes
        self.cells = cells
        self.log = log
    }

    /// The operations in the order of the page, and the headers of their examples.
    func read(_ parts: [ServiceOutline.OperationPart]) -> (operations: [Operation], headers: HeaderCollector) {
        var read: [ReadOperation] = []
        for part in parts { read.append(readOperation(part)) }
        checkStates(read.flatMap(\.revisions))
        removeRepeatedCalls(&read)
        let headers = HeaderCollector(read.flatMap(\.revisions))
        var operations: [Operation] = []
        var ids: Set<String> = []
        for operation in read where !operation.revisions.isEmpty {
            operations.append(assemble(operation, headers: headers, ids: &ids))
        }
        return (operations, headers)
    }

    private func readOperation(_ part: ServiceOutline.OperationPart) -> ReadOperation {
        var operation = ReadOperation(part: part)
        checkTitle(part)
        var parts = part.revisions
        if parts.isEmpty, let version = versions.versions.first?.id, versions.versions.count == 1 {
            // A service of one version needs no heading for it.
            parts = [ServiceOutline.Part(title: version, passage: part.passage)]
        } else {
            for block in part.passage.blocks { log.reportUnread(block, of: part.passage.file) }
        }
        if parts.isEmpty {
            let message = "`\(excerpt(part.title))` has no heading with a version below it and is left out"
            log.report(ImportRules.missingCall, message, at: part.passage.location)
        }
        var seen: Set<String> = []
        for part in parts {
            let shared = RevisionReader.Shared(
                operation: operation.part.title, versions: versions, notes: notes, cells: cells, log: log)
            let (revision, added) = RevisionReader.read(part, shared: shared)
            guard let revision else { continue }
            if let added { add(added, for: revision) }
            if seen.insert(revision.version).inserted {
                operation.revisions.append(revision)
            } else {
                let message = "version `\(revision.version)` of `\(operation.part.title)` is described twice"
                log.report(ImportRules.duplicateRevision, message, at: revision.location)
            }
        }
        return operation
    }

    /// Titles that hold another heading, or a row, are made of lines that ran together.
    private func checkTitle(_ part: ServiceOutline.OperationPart) {
        let words = part.title.split(whereSeparator: \.isBlank)
        let isJoined = zip(words, words.dropFirst()).contains { first, next in
            next == "-" && first.last?.isNumber == true && first.contains(".")
                || next.hasPrefix("/") && knownMethods.contains(first.uppercased())
        }
        if isJoined || words.contains("|") {
            log.report(
                ImportRules.malformedName, "`\(excerpt(part.title))` is more than the title of an operation",
                at: part.passage.location)
        } else if isVersion(part.title) {
            log.report(
                ImportRules.malformedName, "the heading of an operation is missing above version `\(part.title)`",
                at: part.passage.location)
        }
    }

    private func add(_ version: APIVersion, for revision: ReadRevision) {
        _ = versions.add(version)
        log.locations.note(["versions", version.id], at: revision.location)
        guard hasVersionTable else { return }
        let message = "version `\(version.id)` is not in the table of versions; it was added"
        log.report(ImportRules.unknownVersion, message, at: revision.location)
    }

    /// Where most versions state a state and one does not, the paragraphs above it may be something else.
    private func checkStates(_ revisions: [ReadRevision]) {
        guard revisions.count(where: \.hasState) * 2 > revisions.count else { return }
        for revision in revisions where !revision.hasState {
            let word = GuideDialect.scp.word(.state)
            let message = "`\(revision.version)` has no section `\(word)`, whose text may be part of this description"
            for place in revision.descriptionPlaces {
                log.report(ImportRules.missingSection, message, at: place)
            }
        }
    }

    /// A version has a method and path once; a second operation with the same call is left out.
    private func removeRepeatedCalls(_ operations: inout [ReadOperation]) {
        var titles: [[String]: String] = [:]
        for index in operations.indices {
            let title = operations[index].part.title
            operations[index].revisions.removeAll { revision in
                let call = [revision.version, revision.revision.method, revision.revision.path]
                guard let other = titles[call] else {
                    titles[call] = title
                    return false
                }
                let message = """
                    `\(title)` is `\(call[1]) \(excerpt(call[2]))` in version `\(call[0])`, and so is `\(other)`; \
                    the second is left out
                    """
                log.report(ImportRules.duplicateOperation, message, at: revision.location)
                return true
            }
        }
    }

    private func assemble(_ read: ReadOperation, headers: HeaderCollector, ids: inout Set<String>) -> Operation {
        let revisions = read.revisions.sorted { VersionBook.isNewer($0.version, than: $1.version) }
        let id = identifier(title: read.part.title, newest: revisions[0].revision, ids: &ids, at: read.part.passage)
        var operation = Operation(id: id, title: read.part.title, revisions: [])
        var entries: [Revision: Int] = [:]
        log.locations.note(["operations", id], at: read.part.passage.location)
        for read in revisions {
            let path: SpecPath = ["operations", id, read.version]
            log.locations.note(path, at: read.location)
            for place in read.places {
                log.locations.note(SpecPath(path.steps + place.steps), at: place.location)
            }
            var revision = read.revision
            revision.example?.headers = headers.differences(of: read, operation: operation.title, log: log)
            if revision.example == CallExample() { revision.example = nil }
            // Revisions that say the same share one entry.
            var content = revision
            content.versions = []
            if let entry = entries[content] {
                operation.revisions[entry].versions += revision.versions
            } else {
                entries[content] = operation.revisions.count
                operation.revisions.append(revision)
            }
        }
        return operation
    }

    private func identifier(
        title: String, newest: Revision, ids: inout Set<String>, at passage: Passage
    ) -> String {
        let byPath = OperationNames.identifier(method: newest.method, path: newest.path)
        // Where a page names an operation by nothing but its call, that is what its name is made of.
        let isCall = title == "\(newest.method) \(newest.path)"
        let wanted = isCall ? byPath : OperationNames.identifier(title: title) ?? byPath
        if ids.insert(wanted).inserted { return wanted }
        var id = byPath
        var count = 2
        while !ids.insert(id).inserted {
            id = "\(byPath)\(count)"
            count += 1
        }
        let message = "a second operation would be called `\(wanted)`; it is called `\(id)`"
        log.report(ImportRules.duplicateOperation, message, at: passage.location)
        return id
    }
}
