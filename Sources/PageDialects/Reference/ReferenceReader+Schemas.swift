import Diagnostics
import Documentation
import Foundations
import YAML

/// Types, members and definitions.
extension ReferenceReader {
    /// The inline tables that types may lead to, and the table that the type stands in.
    struct Scope {
        var tables: ReferenceTables
        var place: Int
        /// The tables that are being read, so that none is read within itself.
        var open: [Int] = []
    }

    /// A member of a table: a parameter or a property.
    struct Member {
        var name: String
        var isRequired: Bool?
        var isReadOnly = false
        var description = ""
        var shape: ReferenceTypes.Shape
        var facts: [ReferenceFacts.Fact] = []
        var defaultValue: (text: String, isJSON: Bool)?
        var type = ""
        var location: SourceLocation
    }

    // MARK: Rows

    /// The cells of a row by columns. A row with too many cells has a separator in its description.
    mutating func cells(of row: Table.Row, _ entry: ReferenceTables.Entry) -> [Table.Cell]? {
        let count = entry.head.count
        var cells = row.cells
        if cells.count == count { return cells }
        let location = SourceLocation(file: entry.piece.file, line: row.lines.lowerBound, column: row.column ?? 1)
        if isGlued(row, entry) {
            report(
                DialectRules.brokenRow,
                "the row has \(cells.count) cells and its head \(count): several rows in one line; they are left out",
                location)
            return nil
        }
        if cells.count > count, let place = entry.head.place(of: .description) {
            let surplus = cells.count - count
            let joined = cells[place...place + surplus].map(\.text).joined(separator: "|")
            report(
                DialectRules.brokenRow,
                "the row has \(cells.count) cells and its head \(count); what is too much is taken for its description",
                location)
            cells.replaceSubrange(place...place + surplus, with: [Table.Cell(joined)])
            return cells
        }
        // Empty cells at the end may be left out.
        let missing = count - cells.count
        let isOptional = missing > 0 && (0..<missing).allSatisfy { isLast($0, of: entry.head) }
        if isOptional, cells.count > 1 { return cells + Array(repeating: Table.Cell(""), count: missing) }
        report(
            DialectRules.brokenRow, "the row has \(cells.count) cells and its head \(count); it is left out", location)
        return nil
    }

    /// Whether a row is several in one line: a multiple of the cells of the head, of which the first ones end in a
    /// type.
    private func isGlued(_ row: Table.Row, _ entry: ReferenceTables.Entry) -> Bool {
        let count = entry.head.count
        guard count > 1, row.cells.count >= 2 * count, row.cells.count.isMultiple(of: count),
            let schema = entry.head.place(of: .schema)
        else { return false }
        return stride(from: schema, to: row.cells.count, by: count).allSatisfy { place in
            let type = marked(row.cells[place], entry.piece.file)
            return switch ReferenceTypes.read(type, words) {
            case .nothing, .unreadable: false
            case .link(let name, nil): namesAlone[DialectWords.key(name)] != nil
            default: true
            }
        }
    }

    private func isLast(_ place: Int, of head: ReferenceHead) -> Bool {
        let optional: [DialectWords.Meaning] = [.default, .scopes, .headers, .links]
        return optional.contains { head.place(of: $0) == head.count - 1 - place }
    }

    /// The members that the rows of a table describe.
    mutating func members(of entry: ReferenceTables.Entry) -> [Member] {
        var members: [Member] = []
        var seen: [String: (member: Member, cells: [Table.Cell])] = [:]
        for row in entry.table.rows {
            guard let cells = cells(of: row, entry) else { continue }
            let location = SourceLocation(file: entry.piece.file, line: row.lines.lowerBound, column: row.column ?? 1)
            func cell(_ meaning: DialectWords.Meaning) -> MarkedText? {
                entry.head.place(of: meaning).map { marked(cells[$0], entry.piece.file) }
            }
            var (name, isRequired, isReadOnly) = nameCell(cell(.name) ?? MarkedText(plain: ""))
            guard !name.isEmpty else {
                report(DialectRules.brokenRow, "the row names nothing; it is left out", location)
                continue
            }
            if let flag = cell(.required)?.words.lowercased() {
                isRequired = flag == "true" || words.means(flag, .required)
            }
            let facts = ReferenceFacts(cell(.description) ?? MarkedText(plain: ""), words)
            let shape = ReferenceTypes.read(cell(.schema) ?? MarkedText(plain: ""), words)
            var member = Member(
                name: name, isRequired: isRequired, isReadOnly: isReadOnly, description: facts.description,
                shape: shape,
                facts: facts.facts, location: location)
            member.type = cell(.type)?.words ?? ""
            if let value = cell(.default), !value.isBlank, !["--", "-"].contains(value.words) {
                member.defaultValue = (value.text, dialect.valuesAreJSON && value.pieces.contains(where: \.isCode))
            }
            if case .enumeration(let values) = shape { reportBase(of: values, location) }
            let key = entry.head.kind == .parameters ? "\(member.type) \(name)" : name
            guard let first = seen[key] else {
                seen[key] = (member, row.cells)
                members.append(member)
                continue
            }
            if first.cells.map(\.text) != row.cells.map(\.text) {
                report(
                    DialectRules.ambiguous,
                    "`\(name)` is described twice, first in line \(first.member.location.line); the first row counts",
                    location)
            }
        }
        return members
    }

    /// A name, and whether it is required and read-only.
    private func nameCell(_ text: MarkedText) -> (String, Bool?, Bool) {
        let lines = text.lines.filter { !$0.isBlank }
        guard let first = lines.first else { return ("", nil, false) }
        var name = first.pieces
        var flags = lines.dropFirst().map(\.words)
        // Some converters have lost the line break before the flag.
        if flags.isEmpty, name.count > 1, let last = name.last, last.isEmphasised,
            words.meaning(of: last.text, among: [.required, .optional, .readOnly]) != nil
        {
            flags = [last.text]
            name = [name[0]]
        }
        if flags.isEmpty, name.count == 1, dialect.flags == .belowName, let gap = name[0].text.lastIndex(of: " ") {
            let word = String(name[0].text[name[0].text.index(after: gap)...])
            if words.meaning(of: word, among: [.required, .optional]) != nil {
                flags = [word]
                name[0].text = String(name[0].text[..<gap])
            }
        }
        var isRequired: Bool?
        var isReadOnly = false
        for flag in flags {
            switch words.meaning(of: flag, among: [.required, .optional, .readOnly]) {
            case .required?: isRequired = true
            case .optional?: isRequired = false
            case .readOnly?: isReadOnly = true
            default: break
            }
        }
        let joined = name.map(\.text).joined()
        return (joined.trimmed, isRequired, isReadOnly)
    }

    private mutating func reportBase(of values: [String], _ location: SourceLocation) {
        guard !values.isEmpty, values.allSatisfy({ JSONValue.isNumber($0) }) else { return }
        report(
            DialectRules.openBase,
            "the values `\(values.prefix(4).joined(separator: ", "))` may be numbers or text; they are taken as text",
            location)
    }

    // MARK: Types

    /// The members of the schema object of a type.
    mutating func schema(_ shape: ReferenceTypes.Shape, _ scope: Scope, at place: SourceLocation) -> [(
        String, YAMLNode
    )] {
        func text(_ text: String) -> YAMLNode { DocumentNode.text(text, at: place) }
        switch shape {
        case .plain(let type, let format):
            if type == "object" { return [("type", text("object"))] }
            return [("type", text(type))] + (format.map { [("format", text($0))] } ?? [])
        case .enumeration(let values):
            return [("type", text("string")), ("enum", texts(values, at: place))]
        case .array(let items, _):
            return [
                ("type", text("array")), ("items", DocumentNode.object(schema(items, scope, at: place), at: place)),
            ]
        case .map(let values):
            let object = DocumentNode.object(schema(values, scope, at: place), at: place)
            return [("type", text("object")), ("additionalProperties", object)]
        case .link(let words, let anchor): return link(words, anchor, scope, at: place)
        case .nothing: return []
        case .unreadable(let written):
            report(DialectRules.unknownType, "`\(written)` is not a type", place)
            return []
        }
    }

    private mutating func link(
        _ name: String, _ anchor: String?, _ scope: Scope, at place: SourceLocation
    ) -> [(String, YAMLNode)] {
        if let anchor, let table = scope.tables.inline(anchor, name, below: scope.place), !scope.open.contains(table) {
            let entry = scope.tables.entries[table]
            taken.insert(entry.piece.location)
            guard scope.open.count < Self.greatestDepth, inlineBudget > 0 else {
                reportInline(scope.open.count, at: place)
                return []
            }
            inlineBudget -= 1
            var inner = scope
            inner.place = table
            inner.open.append(table)
            return object(of: entry, inner)
        }
        if let known = definition(called: name, anchor) {
            return [("$ref", DocumentNode.text("#/definitions/\(DocumentNode.pointer(known))", at: place))]
        }
        lost.undescribed.insert(name)
        if reported.insert(anchor ?? name).inserted {
            report(
                DialectRules.undescribed,
                "the page describes no type `\(name)`\(anchor.map { " (anchor `\($0)`)" } ?? "")", place)
        }
        return []
    }

    /// An object with the members of a table.
    mutating func object(of entry: ReferenceTables.Entry, _ scope: Scope) -> [(String, YAMLNode)] {
        let place = entry.piece.location
        var properties: [(String, YAMLNode)] = []
        var required: [YAMLNode] = []
        for member in members(of: entry) {
            properties.append((member.name, DocumentNode.object(property(member, scope), at: member.location)))
            if member.isRequired == true { required.append(DocumentNode.text(member.name, at: member.location)) }
        }
        var object: [(String, YAMLNode)] = [("type", DocumentNode.text("object", at: place))]
        if !required.isEmpty { object.append(("required", DocumentNode.list(required, at: place))) }
        object.append(("properties", DocumentNode.object(properties, at: place)))
        return object
    }

    private mutating func property(_ member: Member, _ scope: Scope) -> [(String, YAMLNode)] {
        var schema = self.schema(member.shape, scope, at: member.location)
        if !member.description.isEmpty {
            schema.append(("description", DocumentNode.text(member.description, at: member.location)))
        }
        if member.isReadOnly { schema.append(("readOnly", DocumentNode.flag(true, at: member.location))) }
        schema += facts(member.facts, member.shape, at: member.location)
        if let value = defaultValue(of: member) { schema.append(("default", value)) }
        return schema
    }

    /// The default in a column of its own.
    mutating func defaultValue(of member: Member) -> YAMLNode? {
        guard let (text, isJSON) = member.defaultValue else { return nil }
        guard let value = ReferenceValues.read(text, isJSON: isJSON, as: member.shape) else {
            report(
                DialectRules.unknownValue,
                "the default `\(Self.excerpt(text))` of `\(member.name)` is not a value of its type",
                member.location)
            return nil
        }
        return DocumentNode.json(value, at: member.location)
    }

    // MARK: Definitions

    mutating func definitions(at place: SourceLocation) -> YAMLNode {
        var members: [(String, YAMLNode)] = []
        for (index, part) in outline.definitions.enumerated() {
            guard let name = definitionNames[index] else { continue }
            // The name is the page's: it is not made more readable.
            let kept = [("x-apidoc-name", DocumentNode.text(name, at: part.location))]
            members.append((name, DocumentNode.object(definition(part, name) + kept, at: part.location)))
        }
        return DocumentNode.object(members, at: place)
    }

    private mutating func definition(_ part: ReferenceOutline.Part, _ name: String) -> [(String, YAMLNode)] {
        let tables = ReferenceTables(part.lead, words)
        startInline()
        var description: [ReferenceOutline.Piece] = []
        var type: MarkedText?
        var inherits = false
        for piece in tables.others {
            guard let text = marked(piece), let lines = ReferenceLabels.read(text, words) else {
                description.append(piece)
                continue
            }
            for line in lines {
                if line.meanings.contains(.type) { type = line.value }
                if line.meanings.contains(.polymorphism) || line.meanings.contains(.discriminator) { inherits = true }
            }
        }
        if inherits {
            report(
                DialectRules.polymorphism, "`\(name)` is made of other types, which the page does not name",
                part.location)
        }
        let first = tables.entries.first
        var scope = Scope(tables: tables, place: -1)
        var schema: [(String, YAMLNode)] = []
        let shape = type.map { ReferenceTypes.read($0, words) }
        if let first, first.head.kind == .properties,
            first.anchors.isEmpty && first.title.isEmpty || shape == nil || shape == .plain("object", format: nil)
        {
            scope.place = 0
            scope.open = [0]
            schema = object(of: first, scope)
        } else if let shape {
            schema = self.schema(shape, scope, at: part.location)
            if case .enumeration(let values) = shape { reportBase(of: values, part.location) }
        } else {
            report(
                DialectRules.undescribed, "the page shows no members and no type of `\(name)`; any JSON is taken",
                part.location)
            // A name that leads to nothing would be gone with its table. Old pages have no table for what is not an
            // object.
            if dialect.flags == .belowName {
                schema = [("type", DocumentNode.text("object", at: part.location))]
                lost.models.insert(name)
            }
        }
        let heading = ReferenceOutline.unnumbered(part.title.words)
        if heading != name { schema.append(("title", DocumentNode.text(heading, at: part.location))) }
        let text = self.description(of: description)
        if !text.isEmpty { schema.append(("description", DocumentNode.text(text, at: part.location))) }
        return schema
    }
}
