import Diagnostics
import Documentation

/// Finds the operations and models of a page that has lost the headings of its chapters.
///
/// Operations are known by their call: a line with a method and a path, which the sections of a revision follow. What
/// stands right in front of it is the heading of the version and that of the operation. Models are known by their tables.
struct ChapterlessOutline {
    private let page: Page
    private var blocks: [Block] { page.blocks }

    /// The service of the page; `nil` where it has no calls, or only one, as the page of a single operation has.
    static func read(_ page: Page) -> ServiceOutline? {
        let reader = ChapterlessOutline(page: page)
        let starts = reader.starts()
        let isNumbered = page.blocks.contains { reader.heading($0)?.number.isEmpty == false }
        guard starts.count > 1 || starts.count == 1 && isNumbered else { return nil }
        // A page of one operation in several versions introduces no service and has no models.
        let isIntroduced = page.blocks[..<starts[0].first].contains {
            WordLookup.shared.serviceSection($0, in: page.format) != nil
        }
        let service = reader.outline(starts)
        return isIntroduced || !service.models.isEmpty ? service : nil
    }

    /// Whether a page shows models outside of the chapter that they belong to.
    static func showsModels(_ page: Page) -> Bool {
        page.blocks.contains(where: SinglePage.isModelTable)
    }

    /// Where a revision starts, and what stands in front of its call.
    private struct Start {
        var first: Int
        var call: Int
        var title: String?
        var version: String?
    }

    private func starts() -> [Start] {
        var starts: [Start] = []
        let calls = blocks.indices.filter { isCall(blocks[$0]) }
        for (index, call) in calls.enumerated() {
            let next = index + 1 < calls.count ? calls[index + 1] : blocks.count
            let hasSections = blocks[call..<next].contains {
                WordLookup.shared.revisionSection($0, in: page.format) != nil
            }
            guard hasSections else { continue }
            var start = Start(first: call, call: call)
            if let words = title(at: start.first - 1), isVersion(words) {
                start.version = plainVersion(words)
                start.first -= 1
            }
            if let words = title(at: start.first - 1), !isVersion(words), !isChapter(words) {
                start.title = words
                start.first -= 1
            }
            if let words = title(at: start.first - 1), isChapter(words) { start.first -= 1 }
            starts.append(start)
        }
        return starts
    }

    private func outline(_ starts: [Start]) -> ServiceOutline {
        let (end, models) = models(after: starts[starts.count - 1].call)
        var front = passage(0, starts[0].first)
        front.isTop = true
        front.line = 1
        front.blocks.removeAll { isChapter(words(of: $0) ?? "") }
        var service = ServiceOutline(
            title: "", front: [front], operations: [], models: models, hasModels: true, groups: [], strays: [])
        var places: [String: Int] = [:]
        for (index, start) in starts.enumerated() {
            let last = index + 1 < starts.count ? starts[index + 1].first : end
            let content = passage(start.call, last, line: blocks[start.first].lines.lowerBound)
            let call = words(of: blocks[start.call]).map { normalized($0) } ?? ""
            let version = start.version ?? SinglePage.versionHeader(in: content.blocks)?.version
            let place: Int
            if let title = start.title {
                place = service.operations.count
                service.operations.append(operation(title, at: content))
            } else if let known = places[call] {
                place = known
            } else if index > 0, start.version != nil, starts[index - 1].version != nil,
                starts.contains(where: { $0.title != nil })
            {
                // Headings of operations are there, and this version has none of its own: it belongs to the one above.
                place = service.operations.count - 1
            } else {
                place = service.operations.count
                service.operations.append(operation(name(of: start.call), at: content))
            }
            places[call] = place
            if let version {
                service.operations[place].revisions.append(ServiceOutline.Part(title: version, passage: content))
            } else {
                service.operations[place].passage = content
            }
        }
        return service
    }

    private func operation(_ title: String, at passage: Passage) -> ServiceOutline.OperationPart {
        var place = passage
        place.blocks = []
        return ServiceOutline.OperationPart(title: title, passage: place, revisions: [])
    }

    /// The call as the name of an operation that has no other: `GET /v1/trees`.
    private func name(of call: Int) -> String {
        let words = (words(of: blocks[call]) ?? "").split(whereSeparator: \.isBlank)
        return words.count == 2 ? "\(words[0].uppercased()) \(words[1])" : ""
    }

    // MARK: Models

    /// The models behind the last operation, and where they begin.
    private func models(after call: Int) -> (start: Int, models: [ServiceOutline.Part]) {
        guard let table = blocks[call...].firstIndex(where: SinglePage.isModelTable) else { return (blocks.count, []) }
        var first = table - 1
        while first > call, !isModelName(at: first) { first -= 1 }
        guard first > call else { return (blocks.count, []) }
        var start = first
        if let words = title(at: start - 1), isChapter(words) { start -= 1 }
        var models: [ServiceOutline.Part] = []
        var index = first
        while index < blocks.count {
            var end = index + 1
            while end < blocks.count, !isModelName(at: end) { end += 1 }
            let passage = passage(index + 1, end, line: blocks[index].lines.lowerBound)
            models.append(ServiceOutline.Part(title: words(of: blocks[index]) ?? "", passage: passage))
            index = end
        }
        return (start, models)
    }

    /// Whether a block is the name of a model: a heading, or in extracted text one word above a table of a model.
    private func isModelName(at index: Int) -> Bool {
        if let heading = heading(blocks[index]) {
            return !isChapter(heading.text) && !heading.text.contains(where: \.isBlank)
        }
        guard page.format != .html, case .paragraph(let text) = blocks[index].content,
            !text.contains(where: \.isBlank), index + 1 < blocks.count
        else { return false }
        return SinglePage.isModelTable(blocks[index + 1])
    }

    // MARK: Blocks

    private func isCall(_ block: Block) -> Bool {
        switch block.content {
        case .paragraph(let text), .code(let text):
            let words = text.split(whereSeparator: \.isBlank)
            return words.count == 2 && words[1].hasPrefix("/") && knownMethods.contains(words[0].uppercased())
        case .heading, .table: return false
        }
    }

    /// The words of a block that can be a heading in front of a call.
    private func title(at index: Int) -> String? {
        guard index >= 0 else { return nil }
        let block = blocks[index]
        if let heading = heading(block) {
            return WordLookup.shared.responseExample(block, in: page.format) == nil ? heading.text : nil
        }
        guard page.format != .html, case .paragraph(let text) = block.content, text.utf8.count <= 100,
            WordLookup.shared.serviceSection(block, in: page.format) == nil,
            WordLookup.shared.revisionSection(block, in: page.format) == nil,
            WordLookup.shared.responseExample(block, in: page.format) == nil,
            let last = text.last, last.isLetter || last.isNumber || last == ")", text.first != "\""
        else { return nil }
        return text
    }

    private func isChapter(_ words: String) -> Bool {
        WordLookup.shared.chapter(Heading(number: [], text: words)) != nil
    }

    private func heading(_ block: Block) -> Heading? {
        if case .heading(let heading) = block.content { heading } else { nil }
    }

    private func words(of block: Block) -> String? {
        switch block.content {
        case .heading(let heading): heading.text
        case .paragraph(let text), .code(let text): trimmed(text)
        case .table: nil
        }
    }

    private func passage(_ start: Int, _ end: Int, line: Int = 1) -> Passage {
        Passage(file: page.file, format: page.format, line: line, blocks: Array(blocks[start..<max(start, end)]))
    }
}
