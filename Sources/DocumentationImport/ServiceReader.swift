import APISpec
import Diagnostics
import Documentation

/// Reads the outline of a service.
struct ServiceReader {
    /// The document of a service, with what there is to say about it.
    static func read(_ outline: ServiceOutline, contents: Set<String>, sources: [Source]) -> ImportedDocumentation {
        let log = ImportLog(file: outline.front.first?.file ?? "")
        note(outline, in: log)
        var front = FrontReader(title: outline.title, contents: contents, log: log)
        for passage in outline.front { front.read(passage) }
        if !outline.title.isEmpty, let passage = outline.front.first {
            log.locations.note(["service"], at: passage.location)
        }

        let cells = SchemaCells(names: outline.models.map(\.title), log: log)
        let reader = OperationsReader(front: front, cells: cells, log: log)
        let (operations, headers) = reader.read(outline.operations)
        let schemas = SchemasReader(cells: cells, log: log).read(outline.models)
        reportStrays(outline, contents: contents, log: log)

        let top = log.locations[["service"]]
        front.checkTitle()
        if front.title.isEmpty {
            log.report(
                ImportRules.malformedName, "the page has no title; the service is called by its address", at: top)
        }
        if !front.hasVersionTable {
            log.report(ImportRules.lostVersions, "the page has no table of versions", at: top)
        }
        let service = service(front, headers: headers, log: log, at: top)
        let document = SpecDocument(
            service: service, versions: reader.versions.versions, operations: operations, schemas: schemas,
            sources: sources)
        return ImportedDocumentation(
            document: document, locations: log.locations, findings: log.sortedFindings, coverage: log.coverage,
            removals: log.removals)
    }

    private static func service(
        _ front: FrontReader, headers: HeaderCollector, log: ImportLog, at top: SourceLocation
    ) -> Service {
        let label = front.url.flatMap(hostLabel)
        if let label, let name = headers.serviceName, label != name {
            let message =
                "the address calls the service `\(excerpt(label))`, the version header calls it `\(excerpt(name))`"
            log.report(ImportRules.serviceNameDiffers, message, at: top)
        }
        if front.url == nil {
            log.report(
                ImportRules.missingServer,
                "the page states no address of the service; import the whole page, or state `server` in the overlay",
                at: top)
        }
        let id = label ?? headers.serviceName ?? normalized(front.title).split(separator: " ").joined(separator: "-")
        let schemes = headers.schemes(log: log)
        return Service(
            id: id, title: front.title.isEmpty ? id : front.title, provider: headers.provider,
            description: front.description.isEmpty ? nil : front.description.joined(separator: "\n"),
            server: Service.Server(url: front.url ?? "", pairs: front.pairs),
            headers: headers.common, authentication: headers.authentication, security: schemes,
            requirements: schemes.isEmpty ? [] : [schemes.map { SecurityRequirement($0.name) }])
    }

    private static func note(_ outline: ServiceOutline, in log: ImportLog) {
        var passages = outline.front + outline.models.map(\.passage)
        passages += (outline.groups + outline.strays).map(\.passage)
        for operation in outline.operations {
            passages.append(operation.passage)
            passages += operation.revisions.map(\.passage)
        }
        for passage in passages {
            if !passage.isTop { log.see(passage.line...passage.line, of: passage.file) }
            for block in passage.blocks { log.see(block.lines, of: passage.file) }
        }
    }

    /// Reports what stands under headings that guides do not have, and around the services of a category.
    private static func reportStrays(_ outline: ServiceOutline, contents: Set<String>, log: ImportLog) {
        for stray in outline.strays {
            let message = "nothing is known of the heading `\(excerpt(stray.title))` here"
            log.report(ImportRules.unknownHeading, message, at: stray.passage.location)
            log.leaveUnread(stray.passage.line...stray.passage.line, of: stray.passage.file)
            for block in stray.passage.blocks { log.reportUnread(block, of: stray.passage.file) }
        }
        for group in outline.groups {
            for (index, block) in group.passage.blocks.enumerated() where !isGroupTitle(block, index, group, contents) {
                log.reportUnread(block, of: group.passage.file)
            }
        }
    }

    private static func isGroupTitle(
        _ block: Block, _ index: Int, _ group: ServiceOutline.Part, _ contents: Set<String>
    ) -> Bool {
        switch block.content {
        case .heading(let heading): index == 0 && heading.number.isEmpty
        case .paragraph(let text): isContentsEntry(text, headings: contents) || index == 0 && group.passage.isTop
        case .table, .code: false
        }
    }
}

/// The first label of an address's host, unless it is a placeholder: `backup` of `https://backup.{region}.…`.
func hostLabel(_ url: String) -> String? {
    guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
    let label = url[start...].prefix { !"./:?#".contains($0) }
    return label.isEmpty || !label.allSatisfy { $0.isPlainLetterOrDigit || $0 == "-" } ? nil : String(label)
}
