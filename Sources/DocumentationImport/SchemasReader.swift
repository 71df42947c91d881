import APISpec
import Diagnostics
import Documentation

/// Reads the models of a service.
struct SchemasReader {
    let cells: SchemaCells
    let log: ImportLog

    /// The schemas in the order of the page.
    func read(_ parts: [ServiceOutline.Part]) -> [NamedSchema] {
        var names: Set<String> = []
        var schemas: [NamedSchema] = []
        for part in parts {
            let schema = read(part)
            if names.insert(schema.name).inserted {
                schemas.append(schema)
            } else {
                let message = "the model `\(schema.name)` is described twice; the first is kept"
                log.report(ImportRules.duplicateSchema, message, at: part.passage.location)
            }
        }
        return schemas
    }

    private func read(_ part: ServiceOutline.Part) -> NamedSchema {
        let passage = part.passage
        var schema = NamedSchema(name: part.title)
        if !NameGrammar.isName(part.title) {
            log.report(
                ImportRules.malformedName, "`\(excerpt(part.title))` can be no name of a model", at: passage.location)
        }
        log.locations.note(["schemas", part.title], at: passage.location)
        var words: [String] = []
        var hasTable = false
        for block in StackedTables.assembled(passage) {
            switch block.content {
            case .paragraph(let text) where !hasTable && !text.hasPrefix("|") && WordLookup.shared.column(text) == nil:
                words.append(text)
            case .table(let table) where !hasTable:
                hasTable = true
                read(table, lines: block.lines, in: passage, into: &schema)
            case .table(let table):
                log.reportUnread(block, of: passage.file)
                // It may be the rest of the first one, or that of another model whose heading is gone: nothing tells.
                guard Set(table.head.compactMap(WordLookup.shared.column)).isSuperset(of: [.name, .schema]) else {
                    break
                }
                schema.isLost = true
                noteTable(of: schema.name, at: passage.location(line: block.lines.lowerBound))
                log.report(
                    ImportRules.lostSchema,
                    "the table of the model `\(part.title)` is partly lost: nothing tells whose rows a second table has",
                    at: passage.location(line: block.lines.lowerBound))
            default:
                log.reportUnread(block, of: passage.file)
            }
        }
        schema.description = words.isEmpty ? nil : words.joined(separator: "\n")
        if !hasTable {
            schema.isLost = true
            log.report(ImportRules.lostSchema, "the table of the model `\(part.title)` is lost", at: passage.location)
        }
        return schema
    }

    /// Notes where the table of a model stands, by a step that no property has for a name.
    private func noteTable(of schema: String, at location: SourceLocation) {
        log.locations.note(["schemas", schema, ""], at: location)
    }

    /// Reads the table of a model; where it, or a row of it, cannot be read, the schema is lost.
    private func read(
        _ table: Table, lines: ClosedRange<Int>, in passage: Passage, into schema: inout NamedSchema
    ) {
        guard
            var table = ColumnTable(
                table, .members, lines: lines, in: passage,
                log: log, type: cells.stated)
        else {
            schema.isLost = true
            noteTable(of: schema.name, at: passage.location(line: lines.lowerBound))
            log.report(
                ImportRules.lostSchema, "the table of the model `\(schema.name)` cannot be read",
                at: passage.location(line: lines.lowerBound))
            return
        }
        schema.properties = properties(&table, of: schema.name)
        guard table.unreadRows > 0 else { return }
        schema.isLost = true
        noteTable(of: schema.name, at: passage.location(line: lines.lowerBound))
        let count = table.unreadRows == 1 ? "a row" : "\(table.unreadRows) rows"
        log.report(
            ImportRules.lostSchema,
            "the table of the model `\(schema.name)` is partly lost: \(count) of it cannot be read",
            at: passage.location(line: lines.lowerBound))
    }

    private func properties(_ table: inout ColumnTable, of schema: String) -> [NamedSchema.Property] {
        var properties: [NamedSchema.Property] = []
        var names: Set<String> = []
        for row in table.rows {
            guard let name = NameCell(row.text(.name)) else {
                table.unreadRows += 1
                let message = "`\(excerpt(row.text(.name)))` is not a name with `required` or `optional` behind it"
                log.report(ImportRules.malformedRow, message, at: row.location)
                continue
            }
            guard names.insert(name.name).inserted else {
                let message = "the property `\(name.name)` of `\(schema)` is stated twice; the first is kept"
                log.report(ImportRules.duplicateProperty, message, at: row.location)
                continue
            }
            let type = cells.schema(row, of: name.name)
            log.locations.note(["schemas", schema, name.name], at: row.location)
            properties.append(NamedSchema.Property(name: name.name, isRequired: name.isRequired, schema: type))
        }
        return properties
    }
}
