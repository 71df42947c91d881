import Diagnostics
import Documentation
import YAML

/// Security schemes, and what operations ask for.
extension ReferenceReader {
    /// Whether a section has a table of security; without sections of their own such tables follow others.
    func isSecurity(_ section: ReferenceOutline.Section) -> Bool {
        section.pieces.contains { piece in
            guard case .table(let table) = piece.block.content else { return false }
            return ReferenceHead(table.head, words)?.kind == .security
        }
    }

    mutating func security(of section: ReferenceOutline.Section) -> [(String, YAMLNode)] {
        let tables = ReferenceTables(section.pieces, words)
        var requirements: [YAMLNode] = []
        for entry in tables.entries where entry.head.kind == .security || section.meaning == .security {
            guard let name = entry.head.place(of: .name) else { continue }
            for row in entry.table.rows {
                guard let cells = cells(of: row, entry) else { continue }
                let location = SourceLocation(
                    file: entry.piece.file, line: row.lines.lowerBound, column: row.column ?? 1)
                let text = marked(cells[name], entry.piece.file)
                let anchor = text.pieces.first { $0.link != nil }?.link.flatMap(ReferenceAnchor.target)
                let known = anchor.flatMap { schemeNames[$0] } ?? schemeNames[ReferenceAnchor.normalized(text.words)]
                let type = entry.head.place(of: .type).map { marked(cells[$0], entry.piece.file).words } ?? ""
                guard let scheme = known ?? named(text.words, type, location) else { continue }
                var scopes: [YAMLNode] = []
                if let place = entry.head.place(of: .scopes) {
                    let words = marked(cells[place], entry.piece.file).words
                    scopes = words.split(separator: ",").map { DocumentNode.text($0.trimmed, at: location) }
                }
                requirements.append(
                    DocumentNode.object([(scheme, DocumentNode.list(scopes, at: location))], at: location))
            }
        }
        guard !requirements.isEmpty else { return [] }
        if requirements.count > 1 {
            report(
                DialectRules.undecidedSecurity,
                "the operation lists \(requirements.count) ways to sign in; they are taken as a choice",
                section.location)
        }
        return [("security", DocumentNode.list(requirements, at: section.location))]
    }

    /// A scheme that no chapter describes: what its type alone tells; `nil` where that is not enough.
    private mutating func named(_ name: String, _ type: String, _ location: SourceLocation) -> String? {
        if type == "basic" {
            namedSchemes.append(
                (name, DocumentNode.object([("type", DocumentNode.text(type, at: location))], at: location)))
            schemeNames[ReferenceAnchor.normalized(name)] = name
            return name
        }
        if reported.insert("security \(name)").inserted {
            report(DialectRules.undescribed, "the page does not describe the security scheme `\(name)`", location)
        }
        return nil
    }

    mutating func securityDefinitions() -> [(String, YAMLNode)] {
        outline.schemes.compactMap { part in
            let name = ReferenceOutline.unnumbered(part.title.words)
            let tables = ReferenceTables(part.lead, words)
            var lines: [ReferenceLabels.Line] = []
            var description: [ReferenceOutline.Piece] = []
            for piece in tables.others {
                if let text = marked(piece), let found = ReferenceLabels.read(text, words) {
                    lines += found
                } else {
                    description.append(piece)
                }
            }
            guard let type = lines.first(where: { $0.meanings.contains(.type) })?.value.words else {
                report(
                    DialectRules.undescribed, "the page shows no type of the security scheme `\(name)`", part.location)
                return nil
            }
            var node: [(String, YAMLNode)] = [("type", DocumentNode.text(type, at: part.location))]
            let flow = lines.first { $0.meanings.contains(.flow) }?.value.words ?? ""
            let addresses = lines.filter { !Set($0.meanings).isDisjoint(with: [.authorizationURL, .tokenURL]) }
            for line in lines {
                if line.meanings.contains(.name) {
                    node.append(("name", DocumentNode.text(line.value.words, at: part.location)))
                }
                if line.meanings.contains(.in) {
                    node.append(("in", DocumentNode.text(line.value.words.lowercased(), at: part.location)))
                }
            }
            if !flow.isEmpty { node.append(("flow", DocumentNode.text(flow, at: part.location))) }
            for (place, line) in addresses.enumerated() {
                // Both addresses may have one label: the one to ask for a code is the first of two.
                let isFirst = addresses.count > 1 ? place == 0 : flow == "implicit"
                let meanings = line.meanings
                let isAuthorization =
                    meanings.contains(.authorizationURL) && meanings.contains(.tokenURL)
                    ? isFirst : meanings.contains(.authorizationURL)
                let key = isAuthorization ? "authorizationUrl" : "tokenUrl"
                node.append((key, DocumentNode.text(line.value.words, at: part.location)))
            }
            if type == "oauth2" { node.append(("scopes", scopes(of: tables, part.location))) }
            let text = self.description(of: description)
            if !text.isEmpty { node.append(("description", DocumentNode.text(text, at: part.location))) }
            return (name, DocumentNode.object(node, at: part.location))
        }
    }

    private mutating func scopes(of tables: ReferenceTables, _ place: SourceLocation) -> YAMLNode {
        var members: [(String, YAMLNode)] = []
        for entry in tables.entries where entry.head.kind == .scopes {
            guard let name = entry.head.place(of: .name) else { continue }
            for row in entry.table.rows {
                guard let cells = cells(of: row, entry) else { continue }
                let location = SourceLocation(
                    file: entry.piece.file, line: row.lines.lowerBound, column: row.column ?? 1)
                let words = entry.head.place(of: .description).map { marked(cells[$0], entry.piece.file).words } ?? ""
                let scope = marked(cells[name], entry.piece.file).words
                members.append((scope, DocumentNode.text(words, at: location)))
            }
        }
        return DocumentNode.object(members, at: place)
    }
}
