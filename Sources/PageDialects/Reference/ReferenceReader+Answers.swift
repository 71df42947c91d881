import Diagnostics
import Documentation
import YAML

/// The responses of operations.
extension ReferenceReader {
    mutating func responses(of section: ReferenceOutline.Section) -> [(String, YAMLNode)] {
        let tables = ReferenceTables(section.pieces, words)
        var produces: [String] = []
        var answers: [(String, YAMLNode)] = []
        for (place, entry) in tables.entries.enumerated() where entry.head.kind == .responses {
            for row in entry.table.rows {
                guard let cells = cells(of: row, entry) else { continue }
                let location = SourceLocation(
                    file: entry.piece.file, line: row.lines.lowerBound, column: row.column ?? 1)
                func cell(_ meaning: DialectWords.Meaning) -> MarkedText? {
                    entry.head.place(of: meaning).map { marked(cells[$0], entry.piece.file) }
                }
                let code = (cell(.code)?.words ?? "").lowercased()
                guard code == "default" || Int(code).map((100...599).contains) == true else {
                    report(DialectRules.unread, "`\(code)` is not a status of an answer; the row is left out", location)
                    continue
                }
                var facts = ReferenceFacts(cell(.description) ?? MarkedText(plain: ""), words)
                var answer: [(String, YAMLNode)] = []
                if dialect.callsInHeadings {
                    let nested = ReferenceNestedCell(facts.description)
                    facts.description = nested.description
                    facts.headers = nested.headers
                    if !nested.mediaTypes.isEmpty { answer.append(("schema", DocumentNode.object([], at: location))) }
                    produces += nested.mediaTypes.filter { !produces.contains($0) }
                }
                answer.append(("description", DocumentNode.text(facts.description, at: location)))
                if let type = cell(.schema) {
                    let shape = ReferenceTypes.read(type, words)
                    if shape != .nothing {
                        let schema = self.schema(
                            shape, Scope(tables: tables, place: place, open: [place]), at: location)
                        answer.append(("schema", DocumentNode.object(schema, at: location)))
                    }
                }
                let headers = self.headers(facts.headers, at: location)
                if !headers.isEmpty { answer.append(("headers", DocumentNode.object(headers, at: location))) }
                let node = DocumentNode.object(answer, at: location)
                if let first = answers.first(where: { $0.0 == code })?.1 {
                    if !first.saysTheSame(as: node) {
                        report(
                            DialectRules.ambiguous,
                            "the answer `\(code)` is described twice, first in line \(first.location.line); that one counts",
                            location)
                    }
                    continue
                }
                answers.append((code, node))
            }
        }
        if answers.isEmpty, !tables.others.isEmpty {
            report(DialectRules.unread, "the section `\(section.title)` has no table of answers", section.location)
        }
        reportUnused(tables, besides: .responses)
        let list = produces.isEmpty ? [] : [("produces", texts(produces, at: section.location))]
        return [("responses", DocumentNode.object(answers, at: section.location))] + list
    }

    private mutating func headers(_ headers: [ReferenceFacts.Header], at place: SourceLocation) -> [(String, YAMLNode)]
    {
        headers.map { header in
            let shape = ReferenceTypes.read(header.type, words)
            let none = Scope(tables: ReferenceTables([], words), place: -1)
            var node = self.schema(shape, none, at: place)
            if !header.description.isEmpty {
                node.append(("description", DocumentNode.text(header.description, at: place)))
            }
            node += facts(header.facts, shape, at: place)
            return (header.name, DocumentNode.object(node, at: place))
        }
    }
}
