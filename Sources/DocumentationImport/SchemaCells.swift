import APISpec
import Diagnostics
import Documentation

/// Reads the cells of a row that state a type: Schema, Description, Default.
struct SchemaCells {
    /// The names of the service's schemas.
    let names: Set<String>
    private let namesByPage: [String: String]
    private let log: ImportLog

    /// Cells that refer to the schemas `names`.
    init(names: [String], log: ImportLog) {
        self.names = Set(names)
        // A model's page is its name in lower case; names that differ in nothing else cannot be told apart by it.
        namesByPage = Dictionary(self.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { _, _ in "" })
        self.log = log
    }

    /// The schema that a row states for `subject`.
    func schema(_ row: ColumnTable.Row, of subject: String) -> Schema {
        var schema = type(row[.schema] ?? Table.Cell(""), of: subject, at: row.location)
        let words = DescriptionCell(row.text(.description))
        var description = words.text
        if !words.limits.isEmpty || !words.unreadable.isEmpty {
            let limits = (words.limits + words.unreadable).joined(separator: " ")
            description += (description.isEmpty ? "" : " ") + limits
            let message = "`\(excerpt(limits))` of `\(subject)` is kept in the description only"
            log.report(ImportRules.limitNotKept, message, at: row.location)
        }
        for words in words.runOn {
            let message = "a label may have run into the description of `\(subject)`: `\(excerpt(words))`"
            log.report(ImportRules.unusualRow, message, at: row.location)
        }
        schema.description = GuideDialect.scp.noDescription.contains(description) ? nil : description
        schema.pattern = words.pattern
        schema.minLength = words.minLength
        schema.maxLength = words.maxLength
        if let example = words.example { schema.example = self.example(example, of: schema) }
        let text = row.text(.defaultValue)
        if !GuideDialect.scp.noDefault.contains(text) {
            schema.defaultValue = defaultValue(text, of: schema, subject, at: row.location)
        }
        return schema
    }

    /// The type that a cell states; `nil` where it states none that the page explains.
    func stated(_ cell: Table.Cell) -> Schema? {
        let (schema, problems) = TypeNotation.read(cell.text, isKnown: names.contains)
        if problems.isEmpty { return schema }
        guard problems.count == 1, case .unknownName(let name) = problems[0], let linked = linkedName(cell) else {
            return nil
        }
        let (other, others) = TypeNotation.read(cell.text.replacing(name, with: linked), isKnown: names.contains)
        return others.isEmpty ? other : nil
    }

    /// The type that a cell states for `subject`.
    func type(_ cell: Table.Cell, of subject: String, at location: SourceLocation) -> Schema {
        var (schema, problems) = TypeNotation.read(cell.text, isKnown: names.contains)
        if problems.count == 1, case .unknownName(let name) = problems[0], let linked = linkedName(cell) {
            let text = cell.text.replacing(name, with: linked)
            (schema, problems) = TypeNotation.read(text, isKnown: names.contains)
        }
        for problem in problems {
            switch problem {
            case .unknownName(let name):
                let message = "`\(subject)` has the type `\(excerpt(name))`, which the page does not describe"
                log.unknownTypes.insert(name)
                log.report(ImportRules.unknownTypeName, message, at: location)
            case .malformed(let reason):
                let message = "the type `\(excerpt(cell.text))` of `\(subject)` cannot be read: \(reason)"
                log.report(ImportRules.malformedType, message, at: location)
            }
        }
        return schema
    }

    /// The schema whose page the cell links to.
    private func linkedName(_ cell: Table.Cell) -> String? {
        guard let parts = cell.link?.split(separator: "/"), parts.count >= 2, parts[parts.count - 2] == "models",
            let name = namesByPage[String(parts[parts.count - 1])], !name.isEmpty
        else { return nil }
        return name
    }

    /// The example of a cell as a value of its type, or as text where it is none; checking examples against types is
    /// the business of whoever sees the whole document.
    private func example(_ text: String, of schema: Schema) -> JSONValue {
        TypedValue.read(text, as: schema) ?? .string(text)
    }

    private func defaultValue(
        _ text: String, of schema: Schema, _ subject: String, at location: SourceLocation
    ) -> JSONValue? {
        if let value = TypedValue.read(text, as: schema) { return value }
        let message =
            "the default `\(excerpt(text))` of `\(subject)` is not of type \(schema.kind.words), and is left out"
        log.report(ImportRules.defaultContradictsType, message, at: location)
        return nil
    }
}

extension Schema.Kind {
    /// The type in words, after "no".
    fileprivate var words: String {
        switch self {
        case .unknown: "value"
        case .string: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .object: "object"
        case .enumeration, .numbers: "value of the enumeration"
        case .map: "object of such members"
        case .array: "list of such elements"
        case .reference(let name): "`\(name)`"
        case .union: "value of any of its types"
        }
    }
}
