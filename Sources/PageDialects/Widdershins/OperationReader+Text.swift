import Documentation

/// Names and texts of operations.
extension OperationReader {
    mutating func readName() {
        facts.id = operation.anchors.first { $0.hasPrefix("opId") && $0.count > 4 }.map { String($0.dropFirst(4)) }
        guard var text = operation.heading?.text.trimmed, WiddershinsParts.call(text) == nil else { return }
        // Some templates put the method before the summary.
        if text.hasPrefix(operation.method + " ") { text = String(text.dropFirst(operation.method.count)).trimmed }
        guard !text.isEmpty, text != facts.id else { return }
        let isMade = text.lowercased().hasPrefix(operation.method.lowercased() + "__")
        guard !isMade else { return }
        let isName = text.utf8.allSatisfy { $0 < 128 } && !text.contains(" ")
        if facts.id == nil, isName, text.contains(where: \.isLetter) { facts.id = text } else { facts.summary = text }
    }

    mutating func readText() {
        var isAfterCall = operation.heading.map { WiddershinsParts.call($0.text) != nil } ?? false
        if operation.heading == nil, let first = operation.blocks.first, case .paragraph(let text) = first.content {
            isAfterCall = WiddershinsParts.call(text) != nil
        }
        var texts: [String] = []
        for block in operation.blocks {
            switch block.content {
            case .paragraph(let text):
                if !isAfterCall {
                    isAfterCall = WiddershinsParts.call(text) != nil
                    continue
                }
                if WiddershinsWords.section(text) != .none || WiddershinsWords.announcesExample(text) {
                    return finishText(texts)
                }
                if isBox(text) || WiddershinsParts.call(text) != nil { continue }
                if facts.summary == nil, texts.isEmpty, Self.isEmphasised(block, text) {
                    facts.summary = text.trimmed
                } else if texts.isEmpty, Self.isEmphasised(block, text), text.trimmed == facts.summary {
                    continue
                } else {
                    texts.append(block.listDepth > 0 ? "- \(text)" : text)
                }
            case .heading(let heading):
                guard isAfterCall else { continue }
                if WiddershinsWords.section(heading.text) != .none { return finishText(texts) }
                texts.append(heading.text)
            case .table, .code: if isAfterCall { return finishText(texts) }
            }
        }
        finishText(texts)
    }

    private mutating func finishText(_ texts: [String]) {
        let text = texts.joined(separator: "\n\n")
        facts.description = text.isEmpty ? nil : text
    }

    private func isBox(_ text: String) -> Bool {
        WiddershinsWords.saysNoAuthentication(text) || WiddershinsWords.schemes(in: text) != nil
            || text.hasPrefix("To perform this operation, you must be authenticated")
    }

    private static func isEmphasised(_ block: Block, _ text: String) -> Bool {
        if block.marks.contains(where: { $0.kind == .emphasis && $0.range.count == text.utf8.count }) { return true }
        return text.count > 2 && text.hasPrefix("*") && text.hasSuffix("*") && !text.hasPrefix("**")
    }
}
