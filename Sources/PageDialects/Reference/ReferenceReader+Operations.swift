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
        pathPrefix = prefixOfPaths()
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
            let path = self.path(of: part)
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

    /// The path of an operation below the base path.
    private func path(of part: ReferenceOutline.Part) -> String {
        let rest = part.path.dropFirst(pathPrefix.count)
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
        startInline()
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
        let call = "\(part.method) \(path(of: part))"
        if !members.contains(where: { $0.0 == "responses" && $0.1.entries?.isEmpty == false }) {
            lost.answers.insert(call)
        }
        let names: [DialectWords.Meaning?] = [.parameters, .bodyParameter]
        if parameters.isEmpty, part.sections.contains(where: { names.contains($0.meaning) }) {
            lost.parameters.insert(call)
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
        if !tables.entries.contains(where: { $0.head.kind == .parameters }) {
            report(DialectRules.unread, "the section `\(section.title)` has no table of parameters", section.location)
        }
        reportUnused(tables, besides: .parameters)
        return parameters
    }

    /// Reports the tables of a section that are none of its kind, and that no type leads to.
    mutating func reportUnused(_ tables: ReferenceTables, besides kind: ReferenceHead.Kind) {
        var unused = tables.entries.filter { entry in
            // Tables of security follow others where sections have no headings.
            entry.head.kind != kind && entry.head.kind != .security && !taken.contains(entry.piece.location)
                && !(entry.head.kind == .properties && hasLeftInline)
        }.map { ($0.table, $0.piece) }
        for piece in tables.others {
            if case .table(let table) = piece.block.content { unused.append((table, piece)) }
        }
        for (table, piece) in unused {
            report(
                DialectRules.unread,
                "no part of the grammar explains the table with the head `\(Self.excerpt(table.head.joined(separator: "|")))`",
                piece.location)
        }
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
            schema = self.schema(ReferenceTypes.read(type, words), scope, at: place)
        } else {
            report(DialectRules.undescribed, "the section `\(section.title)` shows no type of the body", place)
        }
        if let first = tables.entries.first, scope.place == 0 { taken.insert(first.piece.location) }
        reportUnused(tables, besides: .security)
        var node: [(String, YAMLNode)] = [
            ("name", DocumentNode.text(name, at: place)), ("in", DocumentNode.text("body", at: place)),
            ("required", DocumentNode.flag(isRequired, at: place)),
        ]
        let text = self.description(of: description)
        if !text.isEmpty { node.append(("description", DocumentNode.text(text, at: place))) }
        node.append(("schema", DocumentNode.object(schema, at: place)))
        return DocumentNode.object(node, at: place)
    }
}
