import Diagnostics
import Documentation

/// Blocks that stand together on one page.
struct Passage {
    /// The page's file.
    var file: String
    /// The page's format.
    var format: Page.Format
    /// The line of the heading above the blocks; 1 at the top of a page.
    var line: Int
    /// Whether the blocks stand at the top of the page, below no numbered heading.
    var isTop = false
    /// The blocks in reading order.
    var blocks: [Block]

    /// Where the heading stands.
    var location: SourceLocation { location(line: line) }

    /// A line of the page.
    func location(line: Int, column: Int = 0) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }
}

/// What a page says about one service, divided by its headings and not read yet.
struct ServiceOutline {
    /// What is below a heading.
    struct Part {
        /// The words of the heading.
        var title: String
        /// What stands below it.
        var passage: Passage
    }

    /// An operation with its versions.
    struct OperationPart {
        /// The words of the heading; empty where the page has none.
        var title: String
        /// What stands between the heading and the first version.
        var passage: Passage
        /// The versions in the order of the page; the title is the version.
        var revisions: [Part]
    }

    /// The words of the service's heading; empty where the page has none.
    var title: String
    /// The introduction: overview, versions, addresses.
    var front: [Passage]
    /// The operations in the order of the page.
    var operations: [OperationPart]
    /// The named schemas in the order of the page.
    var models: [Part]
    /// Whether the page has a chapter of models, be it empty.
    var hasModels: Bool
    /// Headings around several services, with what stands below them.
    var groups: [Part]
    /// What belongs to the service and stands under a heading that guides do not have.
    var strays: [Part]
}

/// Finds the services of a page by the shape of its headings, not by their depth.
///
/// A service is what has a chapter of operations. Below that chapter, headings that look like a version belong to the
/// operation above them. A page of one service has the chapters at the top; a page of a category has them below a
/// heading for each service.
struct OutlineReader {
    /// How deep numbered headings may be nested; deeper ones are read as text.
    static let greatestDepth = 8

    /// The services of the page, in its order; none where it has neither a chapter of operations nor their calls.
    static func read(_ page: Page) -> [ServiceOutline] {
        let services = readChapters(page)
        let isWhole = services.allSatisfy { $0.hasModels && !$0.operations.isEmpty }
        if isWhole, !services.isEmpty { return services }
        guard services.count <= 1, services.isEmpty || ChapterlessOutline.showsModels(page) else { return services }
        return ChapterlessOutline.read(page).map { [$0] } ?? services
    }

    private static func readChapters(_ page: Page) -> [ServiceOutline] {
        var reader = OutlineReader(page: page)
        reader.buildTree()
        reader.collect(0)
        guard !reader.services.isEmpty else { return [] }
        reader.services[0].groups = reader.groups
        reader.services[0].strays.insert(contentsOf: reader.strays, at: 0)
        return reader.services
    }

    private struct Node {
        var heading: Heading
        var passage: Passage
        var children: [Int]
    }

    private let page: Page
    private var nodes: [Node]
    private var services: [ServiceOutline] = []
    private var groups: [ServiceOutline.Part] = []
    private var strays: [ServiceOutline.Part] = []

    private init(page: Page) {
        self.page = page
        let top = Passage(file: page.file, format: page.format, line: 1, isTop: true, blocks: [])
        nodes = [Node(heading: Heading(number: [], text: ""), passage: top, children: [])]
    }

    private mutating func buildTree() {
        var path = [0]
        for block in page.blocks {
            guard case .heading(let heading) = block.content, !heading.number.isEmpty,
                heading.number.count <= Self.greatestDepth
            else {
                nodes[path[path.count - 1]].passage.blocks.append(block)
                continue
            }
            while let last = path.last, last != 0, !isInside(heading, nodes[last].heading) { path.removeLast() }
            let passage = Passage(file: page.file, format: page.format, line: block.lines.lowerBound, blocks: [])
            nodes.append(Node(heading: heading, passage: passage, children: []))
            nodes[path[path.count - 1]].children.append(nodes.count - 1)
            path.append(nodes.count - 1)
        }
    }

    private func isInside(_ heading: Heading, _ outer: Heading) -> Bool {
        heading.number.count > outer.number.count && heading.number.starts(with: outer.number)
    }

    private func chapter(_ node: Int) -> GuideDialect.Chapter? { WordLookup.shared.chapter(nodes[node].heading) }

    private func holdsOperations(_ node: Int) -> Bool {
        nodes[node].children.contains { chapter($0) == .operations || holdsOperations($0) }
    }

    private mutating func collect(_ node: Int) {
        let children = nodes[node].children
        if children.contains(where: { chapter($0) == .operations }) {
            services.append(service(node))
        } else if holdsOperations(node) {
            groups.append(part(node))
            for child in children { collect(child) }
        } else {
            strays.append(part(node))
            for child in children { collect(child) }
        }
    }

    private func part(_ node: Int) -> ServiceOutline.Part {
        ServiceOutline.Part(title: nodes[node].heading.text, passage: nodes[node].passage)
    }

    private func service(_ node: Int) -> ServiceOutline {
        var service = ServiceOutline(
            title: nodes[node].heading.text, front: [nodes[node].passage], operations: [], models: [],
            hasModels: false, groups: [], strays: [])
        for child in nodes[node].children {
            switch chapter(child) {
            case .operations:
                addLoose(child, to: &service)
                for operation in nodes[child].children { addOperations(operation, to: &service) }
            case .models:
                service.hasModels = true
                addLoose(child, to: &service)
                for model in nodes[child].children { addModels(model, to: &service) }
            case nil:
                addStrays(child, to: &service)
            }
        }
        return service
    }

    /// What stands between a chapter's heading and its first entry is part of the introduction.
    private func addLoose(_ node: Int, to service: inout ServiceOutline) {
        service.front.append(nodes[node].passage)
    }

    private func addOperations(_ node: Int, to service: inout ServiceOutline) {
        let children = nodes[node].children
        let versions = children.filter { isVersion(nodes[$0].heading.text) }
        if versions.isEmpty, !children.isEmpty {
            // A group of operations: its heading says nothing of the API.
            addLoose(node, to: &service)
            for child in children { addOperations(child, to: &service) }
            return
        }
        var operation = ServiceOutline.OperationPart(
            title: nodes[node].heading.text, passage: nodes[node].passage, revisions: [])
        for child in children {
            if isVersion(nodes[child].heading.text) {
                operation.revisions.append(part(child))
                for below in nodes[child].children { addStrays(below, to: &service) }
            } else {
                addStrays(child, to: &service)
            }
        }
        service.operations.append(operation)
    }

    private func addModels(_ node: Int, to service: inout ServiceOutline) {
        service.models.append(part(node))
        for child in nodes[node].children { addStrays(child, to: &service) }
    }

    private func addStrays(_ node: Int, to service: inout ServiceOutline) {
        service.strays.append(part(node))
        for child in nodes[node].children { addStrays(child, to: &service) }
    }
}

/// Whether a heading is a version such as `1.2` or `v2.0`.
func isVersion(_ text: String) -> Bool {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first), digits.utf8.count <= 20 else { return false }
    return digits.allSatisfy { $0.isPlainLetterOrDigit || $0 == "." || $0 == "-" }
}

/// A version as headers write it: `1.2` of `v1.2`.
func plainVersion(_ text: String) -> String { text.hasPrefix("v") ? String(text.dropFirst()) : text }
