import Diagnostics
import Documentation
import YAML

/// Operations and security schemes.
extension ReferenceReader {
    // MARK: Paths

    mutating func paths(at place: SourceLocation) -> YAMLNode {
        var order: [String] = []
        var items: [String: [(String, YAMLNode)]] = [:]
        var tags: [String: [String]] = [:]
        let strip = prefixOfPaths()
        // An operation that stands under several tags is one.
        for part in outline.operations {
            guard let tag = part.tag else { continue }
            tags["\(part.method) \(part.path)", default: []].append(tag)
        }
        var seen: [String: ReferenceOutline.Part] = [:]
        for part in outline.operations {
            let call = "\(part.method) \(part.path)"
            if let first = seen[call] {
                if first.tag == nil || first.tag == part.tag {
                    report(
                        DialectRules.ambiguous,
                        "`\(call)` is described twice, first in line \(first.location.line); the first one counts",
                        part.location)
                }
                continue
            }
            seen[call] = part
            let path = strip.isEmpty ? part.path : Self.stripped(part.path, strip)
            if items[path] == nil { order.append(path) }
            let operation = self.operation(part, tags: tags[call] ?? [])
            items[path, default: []].append(
                (part.method.lowercased(), DocumentNode.object(operation, at: part.location)))
        }
        return DocumentNode.object(
            order.map { path in
                let item = items[path] ?? []
                return (path, DocumentNode.object(item, at: item.first?.1.location ?? place))
            }, at: place)
    }

    /// The base path where all paths start with it: an option prints it before them.
    private func prefixOfPaths() -> String {
        guard let section = outline.overview?.sections.first(where: { $0.meaning == .address }) else { return "" }
        let lines = section.pieces.flatMap { piece in
            marked(piece).flatMap { ReferenceLabels.read($0, words) } ?? []
        }
        guard var base = lines.first(where: { $0.meanings.contains(.basePath) })?.value.words, base.hasPrefix("/")
        else {
            return ""
        }
        while base.hasSuffix("/") { base.removeLast() }
        guard !base.isEmpty else { return "" }
        return outline.operations.allSatisfy { $0.path == base || $0.path.hasPrefix(base + "/") } ? base : ""
    }

    private static func stripped(_ path: String, _ base: String) -> String {
        let rest = path.dropFirst(base.count)
        return rest.isEmpty ? "/" : String(rest)
    }

    private mutating func operation(_ part: ReferenceOutline.Part, tags headings: [String]) -> [(String, YAMLNode)] {
        var members: [(String, YAMLNode)] = []
        let place = part.location
        let title = ReferenceOutline.unnumbered(part.title.words)
        if ReferenceOutline.call(title) == nil, !title.isEmpty {
            members.append(("summary", DocumentNode.text(title, at: place)))
        }
        if let id = operationID(of: part) { members.append(("operationId", DocumentNode.text(id, at: place))) }
        var description: [ReferenceOutline.Piece] = []
        for piece in part.lead {
            switch piece.block.content {
            case .code(let code) where ReferenceOutline.call(code) != nil: break
            case .paragraph(let text) where isDeprecation(text):
                members.append(("deprecated", DocumentNode.flag(true, at: piece.location)))
            case .table(let table) where table.head.contains(where: isDeprecation):
                members.append(("deprecated", DocumentNode.flag(true, at: piece.location)))
            default: description.append(piece)
            }
        }
        var parameters: [YAMLNode] = []
        var tags: [String] = []
        var hasAnswers = false
        for section in part.sections {
            switch section.meaning {
            case .description: description += section.pieces
            case .parameters: parameters += self.parameters(of: section)
            case .bodyParameter: parameters.append(body(of: section))
            case .responses:
                members += responses(of: section)
                hasAnswers = true
            case .consumes: members.append(("consumes", texts(mediaTypes(of: section), at: section.location)))
            case .produces: members.append(("produces", texts(mediaTypes(of: section), at: section.location)))
            case .tags: tags = items(of: section)
            case .security: members += security(of: section)
            case .exampleRequest, .exampleResponse, .externalDocs: break
            default:
                if isSecurity(section) { break }
                report(
                    DialectRules.unread, "no part of the grammar explains the section `\(section.title)`",
                    section.location)
            }
        }
        if dialect.callsInHeadings, let section = part.sections.last(where: isSecurity) {
            members += security(of: section)
        }
        if tags.isEmpty {
            var seen: Set<String> = []
            tags = headings.filter { seen.insert($0).inserted }
        }
        if !tags.isEmpty { members.append(("tags", texts(tags, at: place))) }
        let text = self.description(of: description)
        if !text.isEmpty { members.append(("description", DocumentNode.text(text, at: place))) }
        if !parameters.isEmpty { members.append(("parameters", DocumentNode.list(parameters, at: place))) }
        if !hasAnswers {
            report(DialectRules.undescribed, "the page shows no answers of `\(part.method) \(part.path)`", place)
        }
        return members
    }

    /// Whether a text is the sentence that an operation is out of use, with or without the word of warning before it.
    private func isDeprecation(_ text: String) -> Bool {
        let text = MarkedText.collapsed(text)
        if words.means(text, .deprecated) { return true }
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        return words.means(String(text[text.index(after: colon)...]), .deprecated)
    }

    /// The operation id as far as the anchor tells: in lower case, and only where it is not made of method and path.
    private func operationID(of part: ReferenceOutline.Part) -> String? {
        let made = ReferenceAnchor.normalized("\(part.path) \(part.method)")
        if hasMadeAnchors { return nil }
        let title = ReferenceAnchor.normalized(part.title.words)
        let call = ReferenceAnchor.normalized("\(part.method) \(part.path)")
        return part.anchors.first { anchor in
            !anchor.isEmpty && anchor != made && anchor != call && !ReferenceAnchor.isDigest(anchor)
                && (anchor != title || ReferenceOutline.call(part.title.words) == nil)
                && anchor.utf8.allSatisfy { $0 < 0x80 } && ReferenceAnchor.chapters[anchor] == nil
        }
    }

    // MARK: Parameters

    private mutating func parameters(of section: ReferenceOutline.Section) -> [YAMLNode] {
        let tables = ReferenceTables(section.pieces, words)
        var parameters: [YAMLNode] = []
        for (place, entry) in tables.entries.enumerated() where entry.head.kind == .parameters {
            for member in members(of: entry) {
                parameters += parameter(member, Scope(tables: tables, place: place, open: [place]))
            }
        }
        if parameters.isEmpty, tables.entries.isEmpty, !tables.others.isEmpty {
            report(DialectRules.unread, "the section `\(section.title)` has no table of parameters", section.location)
        }
        return parameters
    }

    private mutating func parameter(_ member: Member, _ scope: Scope) -> [YAMLNode] {
        let place = member.location
        var kind = member.type.lowercased().filter { !$0.isWhitespace }
        if kind.hasSuffix("parameter"), kind.count > 9 { kind = String(kind.dropLast(9)) }
        let location: String
        switch kind {
        case "query", "path", "header", "body", "cookie": location = kind
        case "formdata", "form": location = "formData"
        default:
            report(
                DialectRules.unread, "`\(member.type)` is no place of a parameter; `\(member.name)` is left out", place)
            return []
        }
        var node: [(String, YAMLNode)] = [
            ("name", DocumentNode.text(member.name, at: place)), ("in", DocumentNode.text(location, at: place)),
        ]
        let isRequired = location == "path" || member.isRequired == true
        node.append(("required", DocumentNode.flag(isRequired, at: place)))
        if !member.description.isEmpty {
            node.append(("description", DocumentNode.text(member.description, at: place)))
        }
        if location == "body" {
            // A body without a schema is printed as text.
            let schema = self.schema(member.shape, scope, at: place) + facts(member.facts, member.shape, at: place)
            node.append(("schema", DocumentNode.object(schema, at: place)))
            return [DocumentNode.object(node, at: place)]
        }
        let schema = self.schema(member.shape, scope, at: place)
        if case .array(_, nil) = member.shape, dialect.callsInHeadings {
            // What OpenAPI 3 does where nothing is said.
            node.append(("collectionFormat", DocumentNode.text("multi", at: place)))
        }
        if case .array(_, let joined?) = member.shape {
            node.append(("collectionFormat", DocumentNode.text(joined, at: place)))
        }
        var facts = self.facts(member.facts, member.shape, at: place)
        if let value = defaultValue(of: member) { facts.append(("default", value)) }
        if schema.contains(where: { $0.0 == "$ref" || $0.0 == "properties" }) || schema.isEmpty {
            node.append(("schema", DocumentNode.object(schema + facts, at: place)))
        } else {
            node += schema + facts
        }
        return [DocumentNode.object(node, at: place)]
    }

    /// A body in a section of its own.
    private mutating func body(of section: ReferenceOutline.Section) -> YAMLNode {
        let tables = ReferenceTables(section.pieces, words)
        let place = section.location
        var description: [ReferenceOutline.Piece] = []
        var name = "body"
        var isRequired = false
        var type: MarkedText?
        for piece in tables.others {
            guard let text = marked(piece), let lines = ReferenceLabels.read(text, words) else {
                description.append(piece)
                continue
            }
            for line in lines {
                // In some languages type and name are words for other things, too: all meanings count.
                if line.meanings.contains(.name) { name = line.value.words }
                if line.meanings.contains(.flags) {
                    isRequired = line.value.words.split(separator: ",").contains { words.means(String($0), .required) }
                }
                if line.meanings.contains(.type) { type = line.value }
            }
        }
        var scope = Scope(tables: tables, place: -1)
        var schema: [(String, YAMLNode)] = []
        if let first = tables.entries.first, type == nil || first.anchors.isEmpty && first.title.isEmpty,
            first.head.kind == .properties
        {
            scope.place = 0
            scope.open = [0]
            schema = object(of: first, scope)
        } else if let type {
            schema = self.schema(ReferenceTypes.read(type, words, dialect.types), scope, at: place)
        } else {
            report(DialectRules.undescribed, "the section `\(section.title)` shows no type of the body", place)
        }
        var node: [(String, YAMLNode)] = [
            ("name", DocumentNode.text(name, at: place)), ("in", DocumentNode.text("body", at: place)),
            ("required", DocumentNode.flag(isRequired, at: place)),
        ]
        let text = self.description(of: description)
        if !text.isEmpty { node.append(("description", DocumentNode.text(text, at: place))) }
        node.append(("schema", DocumentNode.object(schema, at: place)))
        return DocumentNode.object(node, at: place)
    }

    // MARK: Answers

    /// Whether a section has a table of security; without sections of their own such tables follow others.
    private func isSecurity(_ section: ReferenceOutline.Section) -> Bool {
        section.pieces.contains { piece in
            guard case .table(let table) = piece.block.content else { return false }
            return ReferenceHead(table.head, words)?.kind == .security
        }
    }

    private mutating func responses(of section: ReferenceOutline.Section) -> [(String, YAMLNode)] {
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
                    report(DialectRules.unread, "`\(code)` is no status of an answer; the row is left out", location)
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
                    let shape = ReferenceTypes.read(type, words, dialect.types)
                    if shape != .nothing {
                        let schema = self.schema(
                            shape, Scope(tables: tables, place: place, open: [place]), at: location)
                        answer.append(("schema", DocumentNode.object(schema, at: location)))
                    }
                }
                let headers = self.headers(facts.headers, at: location)
                if !headers.isEmpty { answer.append(("headers", DocumentNode.object(headers, at: location))) }
                answers.append((code, DocumentNode.object(answer, at: location)))
            }
        }
        if answers.isEmpty, !tables.others.isEmpty {
            report(DialectRules.unread, "the section `\(section.title)` has no table of answers", section.location)
        }
        let list = produces.isEmpty ? [] : [("produces", texts(produces, at: section.location))]
        return [("responses", DocumentNode.object(answers, at: section.location))] + list
    }

    private mutating func headers(_ headers: [ReferenceFacts.Header], at place: SourceLocation) -> [(String, YAMLNode)]
    {
        headers.map { header in
            let shape = ReferenceTypes.read(header.type, words, dialect.types)
            let none = Scope(tables: ReferenceTables([], words), place: -1)
            var node = self.schema(shape, none, at: place)
            if !header.description.isEmpty {
                node.append(("description", DocumentNode.text(header.description, at: place)))
            }
            node += facts(header.facts, shape, at: place)
            return (header.name, DocumentNode.object(node, at: place))
        }
    }

    // MARK: Security

    private mutating func security(of section: ReferenceOutline.Section) -> [(String, YAMLNode)] {
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
                    scopes = words.split(separator: ",").map { DocumentNode.text($0.trimmingSpaces, at: location) }
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
