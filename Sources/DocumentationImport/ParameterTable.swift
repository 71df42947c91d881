import APISpec
import Diagnostics
import Documentation

/// The Parameters table of a revision.
struct ParameterTable {
    /// Whether the page has the table.
    private(set) var isStated = false
    /// Whether a row of it, or all of it, cannot be read.
    private(set) var isIncomplete = false
    /// The parameters outside the body.
    private(set) var parameters: [Parameter] = []
    /// The body.
    private(set) var request: RequestBody?

    private var seen: Set<[String]> = []

    /// Reads the table; answers where its parts stand, by the steps below the revision.
    mutating func read(
        _ table: Table, lines: ClosedRange<Int>, in passage: Passage, cells: SchemaCells, log: ImportLog
    ) -> [(steps: [String], location: SourceLocation)] {
        isStated = true
        let table = ColumnTable(
            table, .parameters, lines: lines, in: passage, log: log, type: cells.stated)
        isIncomplete = table.map { $0.unreadRows > 0 } ?? true
        var places: [(steps: [String], location: SourceLocation)] = []
        for row in table?.rows ?? [] {
            guard let name = NameCell(row.text(.name)) else {
                let message = "`\(excerpt(row.text(.name)))` is not a name with `required` or `optional` behind it"
                log.report(ImportRules.malformedRow, message, at: row.location)
                isIncomplete = true
                continue
            }
            let type = normalized(row.text(.type))
            if type == "body" {
                if readBody(row, name, cells: cells, log: log) { places.append((["request"], row.location)) }
                continue
            }
            guard let location = Parameter.Location(rawValue: type) else {
                let message = "`\(name.name)` is said to be sent in `\(excerpt(row.text(.type)))`; it is left out"
                log.report(ImportRules.unknownParameterType, message, at: row.location)
                isIncomplete = true
                continue
            }
            // What the client or the connection sets for every call is not an argument of this one.
            if location == .header, RequestHeaders.isNoArgument(name.name) { continue }
            guard seen.insert([type, name.name]).inserted else {
                let message = "the \(type) parameter `\(name.name)` is stated twice"
                log.report(ImportRules.duplicateParameter, message, at: row.location)
                continue
            }
            let schema = cells.schema(row, of: name.name)
            parameters.append(
                Parameter(name: name.name, location: location, isRequired: name.isRequired, schema: schema))
            places.append((["parameters", name.name], row.location))
        }
        return places
    }

    private mutating func readBody(_ row: ColumnTable.Row, _ name: NameCell, cells: SchemaCells, log: ImportLog) -> Bool
    {
        guard request == nil else {
            log.report(ImportRules.duplicateParameter, "the body is stated twice", at: row.location)
            return false
        }
        request = RequestBody(isRequired: name.isRequired, schema: cells.schema(row, of: name.name))
        return true
    }
}
