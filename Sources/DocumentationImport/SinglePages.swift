import Diagnostics
import Documentation

/// Puts pages that describe one thing each together: one outline for each service.
struct SinglePages {
    private let pages: [SinglePage]

    /// The pages of a folder, in its order.
    init(_ pages: [SinglePage]) { self.pages = pages }

    /// The outlines with the files that each was made of, in the order of the pages.
    func outlines() throws -> [(outline: ServiceOutline, files: [String])] {
        var names: [String] = []
        var groups: [String: [SinglePage]] = [:]
        var errors: [Diagnostic] = []
        for page in pages {
            guard let name = serviceName(of: page) else {
                let message = """
                    the page does not tell which service it belongs to; \
                    import it with the pages of its operations, or import the printable page
                    """
                errors.append(.error(message, at: page.passage.location))
                continue
            }
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(page)
        }
        if !errors.isEmpty { throw DiagnosticError(errors) }
        return try names.map { name in
            let pages = groups[name] ?? []
            return (try outline(of: pages, name: name), pages.map(\.passage.file))
        }
    }

    /// The name that the page states, or that of the page nearest to it among the folders.
    private func serviceName(of page: SinglePage) -> String? {
        if let name = page.service { return name }
        var (best, depth, isUnique) = (String?.none, -1, true)
        for other in pages {
            guard let name = other.service else { continue }
            let common = zip(other.path, page.path).prefix { $0 == $1 }.count
            if common > depth {
                (best, depth, isUnique) = (name, common, true)
            } else if common == depth, name != best {
                isUnique = false
            }
        }
        return isUnique ? best : nil
    }

    private func outline(of pages: [SinglePage], name: String) throws -> ServiceOutline {
        let front = pages.filter { $0.kind == .service }
        var outline = ServiceOutline(
            title: front.first?.title ?? "", front: front.map(\.passage), operations: [], models: [],
            hasModels: true, groups: [], strays: [])
        let indexes = pages.filter { $0.kind == .index }
        outline.groups = indexes.map { ServiceOutline.Part(title: $0.title, passage: $0.passage) }
        let titles = Dictionary(indexes.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
        var places: [[String]: Int] = [:]
        for page in pages {
            switch page.kind {
            case .model: outline.models.append(ServiceOutline.Part(title: page.title, passage: page.passage))
            case .revision: add(page, to: &outline, titles: titles, places: &places)
            case .service, .index: break
            }
        }
        guard let first = outline.operations.first else {
            let message = "the pages of `\(name)` describe no operation; import the printable page of the service"
            throw DiagnosticError(message, at: pages.first?.passage.location)
        }
        if front.isEmpty {
            outline.front = [Passage(file: first.passage.file, format: first.passage.format, line: 1, blocks: [])]
        }
        return outline
    }

    /// Versions of an operation are pages of one folder.
    private func add(
        _ page: SinglePage, to outline: inout ServiceOutline, titles: [[String]: String], places: inout [[String]: Int]
    ) {
        let version = page.version ?? ""
        let step = page.path.lastIndex(of: version) ?? page.path.lastIndex(of: "v\(version)")
        let folder = step.map { Array(page.path[..<$0]) } ?? page.path
        let title = isVersion(page.title) ? titles[folder] ?? folder.last ?? "" : page.title
        let part = ServiceOutline.Part(title: version, passage: page.passage)
        if let place = places[folder] {
            outline.operations[place].revisions.append(part)
            return
        }
        places[folder] = outline.operations.count
        var passage = page.passage
        passage.blocks = []
        outline.operations.append(ServiceOutline.OperationPart(title: title, passage: passage, revisions: [part]))
    }
}
