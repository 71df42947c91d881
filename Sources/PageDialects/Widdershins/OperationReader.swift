import Documentation

/// What the blocks of an operation say.
struct OperationFacts {
    struct Parameter {
        var name: String
        var place: String
        var isRequired: Bool
        var shape: WrittenShape
        var line: Int
    }

    struct Response {
        var status: String
        var description: String
        var shape: WrittenShape?
        var headers: [(name: String, shape: WrittenShape)] = []
        var line: Int
    }

    var id: String?
    var summary: String?
    var description: String?
    var parameters: [Parameter] = []
    var body: (shape: WrittenShape, isRequired: Bool, description: String?)?
    var responses: [Response] = []
    /// What the page says of authentication; `nil` where it says nothing.
    var security: [[(name: String, scopes: [String])]]?
    var requestType: String?
    /// Whether the table says that the fields of the body are those of a form.
    var isForm = false
    var responseType: String?
    /// Names whose values may be those of several members.
    var openValues: [(name: String, line: Int)] = []
    /// The lines of tables with heads that are not known.
    var unread: [Int] = []
    var unknownTypes: [(text: String, line: Int)] = []
    /// Rows with the name of an earlier one of the same object.
    var repeated: [(name: String, first: WrittenShape, second: WrittenShape)] = []
    /// What copies tell of schemas without a chapter.
    var copies: [String: WrittenShape] = [:]
}

/// The tables below `Status Code **200**`.
private struct InlineResponse {
    var status: String
    var pieces: [ShapeReader.Piece] = []
    var values = ListedValues()
    var titles: [String] = []
    var line: Int
}

/// Reads the blocks of an operation.
struct OperationReader {
    let operation: WiddershinsParts.Operation
    let names: SchemaNames
    /// Whether the chapter of a schema lists values of a member.
    let listed: (String, String) -> Bool
    var facts = OperationFacts()
    private var types: TypeCell
    /// The pieces of the schemas of responses, by status.
    private var inline: [InlineResponse] = []
    private var parameterValues = ListedValues()
    /// How the examples of responses begin, by status: of lists without a name the tables show the members alone.
    private var beginnings: [String: Character] = [:]

    init(_ operation: WiddershinsParts.Operation, names: SchemaNames, listed: @escaping (String, String) -> Bool) {
        self.operation = operation
        self.names = names
        self.listed = listed
        types = TypeCell(schemas: names)
    }

    /// The details of parameters, whose tables show the first line alone.
    private var details: [String] = []

    /// What the operation says.
    mutating func read() -> OperationFacts {
        readName()
        readText()
        readTables()
        finishResponses()
        readMediaTypes()
        readSecurity()
        return facts
    }

    // MARK: Tables

    private enum Target { case parameters, response }

    private mutating func readTables() {
        var target = Target.parameters
        var isDetail = false
        var exampleOf: String?
        var bodyRows: [ShapeReader.Piece] = []
        for block in operation.blocks {
            switch block.content {
            case .table(let table):
                let headed = HeadedTable(table)
                switch headed.kind {
                case .parameters:
                    target = .parameters
                    if let rows = readParameters(headed) { bodyRows.append(.table(rows)) }
                case .responses:
                    target = .response
                    readResponses(headed)
                case .headers: readHeaders(headed)
                case .values:
                    if target == .response, !inline.isEmpty {
                        inline[inline.count - 1].values.add(headed)
                    } else {
                        parameterValues.add(headed)
                    }
                case .properties where target == .response && !inline.isEmpty:
                    inline[inline.count - 1].pieces.append(.table(headed))
                case .properties, .scopes, .other: facts.unread.append(block.lines.lowerBound)
                }
            case .paragraph(let text):
                if isDetail { details.append(text) }
                if WiddershinsWords.announcesExample(text) {
                    exampleOf = text.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() }
                }
                if let status = WiddershinsWords.status(announcedBy: text) {
                    target = .response
                    inline.append(InlineResponse(status: status, line: block.lines.lowerBound))
                } else if let choice = WiddershinsWords.Choice(line: text), target == .response, !inline.isEmpty {
                    inline[inline.count - 1].pieces.append(.choice(choice, line: block.lines.lowerBound))
                } else if target == .response, !inline.isEmpty, inline[inline.count - 1].pieces.isEmpty {
                    inline[inline.count - 1].titles.append(text.trimmed)
                }
            case .heading(let heading):
                isDetail = WiddershinsWords.section(heading.text) == .details
                switch WiddershinsWords.section(heading.text) {
                case .parameters, .body: target = .parameters
                case .responses, .responseSchema: target = .response
                default: break
                }
                if let status = WiddershinsWords.status(announcedBy: heading.text) {
                    inline.append(InlineResponse(status: status, line: block.lines.lowerBound))
                }
            case .code(let text):
                if let status = exampleOf, beginnings[status] == nil { beginnings[status] = text.trimmed.first }
                exampleOf = nil
            }
        }
        finishBody(bodyRows)
        finishDetails()
    }

    /// Gives parameters their whole description: `**name**: first line, and more`.
    private func finishDetails() {
        var current: OperationFacts.Parameter?
        var texts: [String: String] = [:]
        for text in details {
            let named = facts.parameters.first { text.hasPrefix("\($0.name):") || text.hasPrefix("**\($0.name)**:") }
            if let named {
                current = named
                let start = text.firstIndex(of: ":").map { text.index(after: $0) } ?? text.startIndex
                texts[named.name] = text[start...].trimmed
            } else if let current {
                texts[current.name, default: ""] += "\n\n" + text
            }
        }
        for parameter in facts.parameters {
            guard let text = texts[parameter.name], let short = parameter.shape.description, text.hasPrefix(short)
            else { continue }
            parameter.shape.description = text
        }
    }

    /// Reads the rows of parameters; those of the body are answered as a table of their own.
    private mutating func readParameters(_ table: HeadedTable) -> HeadedTable? {
        var body: [Table.Row] = []
        for row in table.table.rows {
            guard let cell = table.cell(.name, in: row) else { continue }
            let name = NameCell(cell.text)
            let place = table.cell(.place, in: row)?.text.lowercased().trimmed ?? ""
            let line = row.lines.lowerBound
            let isRequired = table.text(.required, in: row).flatMap { WiddershinsWords.required($0) } ?? false
            switch place {
            case "body", "formdata", "form":
                if place != "body" { facts.isForm = true }
                if name.depth == 0, name.name == "body" || body.isEmpty && facts.body == nil && place == "body" {
                    let shape = type(table.cell(.type, in: row), line)
                    facts.body = (shape, isRequired, table.text(.description, in: row))
                } else {
                    body.append(row)
                }
            case "query", "header", "path", "cookie":
                let shape = type(table.cell(.type, in: row), line)
                shape.description = table.text(.description, in: row)
                shape.fallback = table.text(.fallback, in: row)
                facts.parameters.append(
                    OperationFacts.Parameter(
                        name: name.name, place: place, isRequired: isRequired || place == "path", shape: shape,
                        line: line))
            default: facts.unread.append(line)
            }
        }
        guard !body.isEmpty else { return nil }
        return HeadedTable(Table(head: table.table.head, rows: body))
    }

    private mutating func type(_ cell: Table.Cell?, _ line: Int) -> WrittenShape {
        let shape = types.read(cell ?? Table.Cell(""), line: line)
        facts.unknownTypes += types.unknown.map { ($0, line) }
        types = TypeCell(schemas: names)
        return shape
    }

    private mutating func finishBody(_ rows: [ShapeReader.Piece]) {
        var named = facts.parameters.map { (name: $0.name, shape: $0.shape, copied: String?.none) }
        var root: WrittenShape?
        if !rows.isEmpty, facts.body?.shape.reference == nil {
            var reader = ShapeReader(
                types: TypeCell(schemas: names), line: facts.body?.shape.line ?? operation.line, isFlat: true)
            let shape = reader.read(rows)
            note(reader)
            if let body = facts.body {
                if case .array(let items) = body.shape.kind {
                    items.kind = shape.kind
                    items.isOpen = shape.isOpen
                    items.takeMembers(of: shape)
                    items.additional = shape.additional
                } else {
                    shape.description = body.shape.description
                    shape.isNullable = body.shape.isNullable
                    facts.body = (shape, body.isRequired, body.description)
                }
            } else {
                facts.body = (shape, shape.members.contains(where: \.isRequired), nil)
            }
            named += reader.named
            root = shape
        } else if let reference = facts.body?.shape.reference, !rows.isEmpty {
            // Rows below a body that is a schema repeat the schema.
            var reader = ShapeReader(types: TypeCell(schemas: names), line: operation.line, isFlat: true)
            let copy = reader.read(rows)
            named += reader.named.map { ($0.name, $0.shape, $0.copied ?? reference) }
            if !names.known.contains(reference) { facts.copies[reference] = copy }
        }
        facts.openValues += parameterValues.assign(to: root ?? facts.body?.shape, named, listed: listed)
    }

    private mutating func note(_ reader: ShapeReader) {
        facts.repeated += reader.repeated
        facts.unknownTypes += reader.types.unknown.map { ($0, operation.line) }
        facts.copies.merge(reader.copies) { first, _ in first }
    }

    // MARK: Answers

    private mutating func readResponses(_ table: HeadedTable) {
        func status(of row: Table.Row) -> String? {
            let status = (table.cell(.status, in: row)?.text ?? "").filter { $0 != "`" && $0 != "*" }.trimmed
            return WiddershinsWords.isStatus(status) ? status : nil
        }
        for row in table.rows(startingAt: { status(of: $0) != nil }) {
            let line = row.lines.lowerBound
            guard let status = status(of: row),
                !facts.responses.contains(where: { $0.status == status })
            else {
                facts.unread.append(line)
                continue
            }
            var response = OperationFacts.Response(
                status: status, description: table.text(.description, in: row) ?? "", line: line)
            if let cell = table.cell(.schema, in: row), let text = WiddershinsWords.said(cell.text.trimmed) {
                response.shape = text.lowercased() == "inline" ? WrittenShape(.any, line: line) : type(cell, line)
            } else if table.columns.contains(.schema), table.cell(.schema, in: row) == nil {
                // The row breaks off; whether there is a body, nobody knows.
                facts.unread.append(line)
                response.shape = WrittenShape(.any, line: line)
            }
            facts.responses.append(response)
        }
    }

    private mutating func finishResponses() {
        for part in inline {
            guard let index = facts.responses.firstIndex(where: { $0.status.lowercased() == part.status }) else {
                continue
            }
            var reader = ShapeReader(types: TypeCell(schemas: names), line: part.line, titles: part.titles)
            let shape = reader.read(part.pieces)
            note(reader)
            facts.openValues += part.values.assign(to: shape, reader.named, titles: part.titles, listed: listed)
            guard facts.responses[index].shape?.reference == nil, !part.pieces.isEmpty else { continue }
            let isList = shape.isUnnamedObject && beginnings[part.status] == "["
            facts.responses[index].shape = isList ? WrittenShape(.array(shape), line: shape.line) : shape
        }
    }

    private mutating func readHeaders(_ table: HeadedTable) {
        for row in table.table.rows {
            let line = row.lines.lowerBound
            guard let status = table.cell(.status, in: row)?.text.trimmed,
                let name = table.cell(.header, in: row)?.text.trimmed, !name.isEmpty,
                let index = facts.responses.firstIndex(where: { $0.status == status })
            else {
                facts.unread.append(line)
                continue
            }
            let shape = type(table.cell(.type, in: row), line)
            if case .primitive(let type, nil) = shape.kind {
                shape.kind = .primitive(type, format: table.text(.format, in: row))
            }
            shape.description = table.text(.description, in: row)
            facts.responses[index].headers.append((name, shape))
        }
    }

    // MARK: Media types, authentication

    private mutating func readMediaTypes() {
        var isBody = false
        for block in operation.blocks {
            switch block.content {
            case .paragraph(let text):
                if WiddershinsWords.section(text) == .body {
                    isBody = true
                } else if WiddershinsWords.announcesExample(text) {
                    isBody = false
                }
            case .code(let code):
                facts.requestType = facts.requestType ?? MediaTypes.named("content-type", in: code)
                facts.responseType = facts.responseType ?? MediaTypes.named("accept", in: code)
                if isBody, facts.requestType == nil { facts.requestType = block.language.flatMap(MediaTypes.of) }
                isBody = false
            default: break
            }
        }
    }

    private mutating func readSecurity() {
        let texts = operation.blocks.compactMap { block -> String? in
            if case .paragraph(let text) = block.content { text } else { nil }
        }
        for (index, text) in texts.enumerated() {
            if WiddershinsWords.saysNoAuthentication(text) { facts.security = [] }
            guard var schemes = WiddershinsWords.schemes(in: text) else { continue }
            if schemes.isEmpty, index + 1 < texts.count { schemes = texts[index + 1] }
            facts.security = SecurityWords.requirements(schemes)
        }
    }
}
