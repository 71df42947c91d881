import Diagnostics
import Documentation
import YAML

/// Puts an OpenAPI document together from the parts of pages.
struct WiddershinsDocument {
    private let parts: [WiddershinsParts]
    var findings: [Diagnostic] = []
    /// What the pages name and show no table of.
    private(set) var lost = LostParts()
    private var names = SchemaNames()
    private var schemas: [(name: String, shape: WrittenShape, nodes: ShapeNodes)] = []
    /// The members whose values the chapter of a schema lists.
    private var listed: [String: Set<String>] = [:]
    private var copies: [String: (shape: WrittenShape, nodes: ShapeNodes)] = [:]
    /// What the chapters of schemas say of them.
    private var descriptions: [String: String] = [:]
    /// The operations of all pages.
    private(set) var operations: [(operation: WiddershinsParts.Operation, facts: OperationFacts, nodes: ShapeNodes)] =
        []
    /// The ways to authenticate that are known by name.
    var knownSchemes: Set<String> = []
    private var needed: [(name: String, line: Int, nodes: ShapeNodes)] = []

    init(_ parts: [WiddershinsParts]) {
        self.parts = parts
        for part in parts {
            for chapter in part.chapters {
                names.add(chapter.name, anchors: chapter.blocks.prefix(4).flatMap(\.anchors))
            }
        }
    }

    /// The document.
    mutating func document() -> YAMLNode {
        let main = parts.first { !$0.front.isEmpty && FrontFacts($0.front, of: $0.page).title != nil } ?? parts[0]
        let front = FrontFacts(main.front, of: main.page)
        let nodes = ShapeNodes(file: main.page.file)
        readChapters()
        readOperations()
        let schemes = schemes(front.schemes, nodes)
        let paths = paths()
        let line = front.titleLine
        let info = nodes.object(
            [
                ("title", nodes.text(front.title ?? main.page.title ?? "API", line)),
                ("version", front.version.map { nodes.text($0, line) }),
                ("description", front.description.map { nodes.text($0, line) }),
            ], line)
        let servers = front.servers.map { server in
            nodes.object(
                [
                    ("url", nodes.text(server.url, server.line)),
                    (
                        "variables",
                        server.variables.isEmpty
                            ? nil
                            : nodes.object(
                                server.variables.map { variable in
                                    (
                                        variable.name,
                                        nodes.object(
                                            [("default", nodes.text(variable.value, server.line))], server.line)
                                    )
                                }, server.line)
                    ),
                ], server.line)
        }
        let schemaNodes = components()
        let components = nodes.object(
            [
                ("schemas", schemaNodes.isEmpty ? nil : nodes.object(schemaNodes, line)),
                ("securitySchemes", schemes.isEmpty ? nil : nodes.object(schemes, line)),
            ], line)
        return nodes.object(
            [
                ("openapi", nodes.text("3.0.3", line)), ("info", info),
                ("servers", servers.isEmpty ? nil : nodes.list(servers, line)), ("paths", paths),
                ("components", components),
            ], line)
    }

    // MARK: Schemas

    private mutating func readChapters() {
        var known: [String: (chapter: WiddershinsParts.Chapter, nodes: ShapeNodes)] = [:]
        for part in parts {
            let nodes = ShapeNodes(file: part.page.file)
            for chapter in part.chapters {
                if let first = known[chapter.name] {
                    reportRepeated(chapter, first, nodes)
                    continue
                }
                known[chapter.name] = (chapter, nodes)
                var pieces: [ShapeReader.Piece] = []
                var values = ListedValues()
                var texts: [String] = []
                var isBelow = false
                var beginning: Character?
                for block in chapter.blocks {
                    switch block.content {
                    case .table(let table):
                        let headed = HeadedTable(table)
                        isBelow = true
                        switch headed.kind {
                        case .properties: pieces.append(.table(headed))
                        case .values: values.add(headed)
                        default: unread(block.lines.lowerBound, nodes)
                        }
                    case .paragraph(let text):
                        if let choice = WiddershinsWords.Choice(line: text) {
                            pieces.append(.choice(choice, line: block.lines.lowerBound))
                            isBelow = true
                        } else if !isBelow, WiddershinsWords.section(text) == .none, text.lowercased() != "none" {
                            texts.append(text)
                        }
                    case .heading(let heading):
                        if WiddershinsWords.section(heading.text) == .properties { isBelow = true }
                    case .code(let text): beginning = beginning ?? text.trimmed.first
                    }
                }
                var reader = ShapeReader(types: TypeCell(schemas: names), line: chapter.line, titles: texts)
                var shape = reader.read(pieces)
                let titles = texts
                if shape.isUnnamedObject, beginning == "[" { shape = WrittenShape(.array(shape), line: shape.line) }
                // Of what has no rows at all the example tells whether it is a list or an object.
                if pieces.isEmpty, beginning == "[" { shape.kind = .array(WrittenShape(.any, line: chapter.line)) }
                if pieces.isEmpty, beginning == "{" { shape.kind = .object }
                if pieces.isEmpty, beginning == nil {
                    // A name that leads to nothing would be gone with its table.
                    shape.kind = .object
                    lost.models.insert(chapter.name)
                }
                // A title that repeats the name says nothing.
                texts.removeAll { $0 == chapter.name }
                shape.description = texts.isEmpty ? shape.description : texts.joined(separator: "\n\n")
                shape.line = chapter.line
                if let text = shape.description { descriptions[chapter.name] = text }
                note(reader, nodes, chapter.line)
                listed[chapter.name] = Set(values.names.map(\.name))
                let open = values.assign(to: shape, reader.named, titles: titles) { _, _ in false }
                for value in open { report(open: value.name, value.line, nodes) }
                schemas.append((chapter.name, shape, nodes))
            }
        }
    }

    private mutating func note(_ reader: ShapeReader, _ nodes: ShapeNodes, _ line: Int) {
        for text in reader.types.unknown { unknown(text, line, nodes) }
        for (name, first, second) in reader.repeated { report(repeated: name, first, second, nodes) }
        for (name, shape) in reader.copies where copies[name] == nil { copies[name] = (shape, nodes) }
    }

    /// The schemas, and those that are named and have no chapter.
    private mutating func components() -> [(key: String, value: YAMLNode?)] {
        var result: [(key: String, value: YAMLNode?)] = []
        for schema in schemas {
            collect(schema.shape, schema.nodes)
            result.append((schema.name, schema.nodes.schema(schema.shape)))
        }
        var index = 0
        var seen = names.known
        while index < needed.count {
            let (name, line, nodes) = needed[index]
            index += 1
            guard seen.insert(name).inserted else { continue }
            if let copy = copies[name] {
                collect(copy.shape, copy.nodes)
                result.append((name, copy.nodes.schema(copy.shape)))
            } else {
                findings.append(
                    DialectRules.unknownType.finding(
                        "the schema `\(printable(name))` is named and not described; any value fits",
                        at: place(line, nodes)))
                lost.undescribed.insert(name)
                result.append((name, nodes.object([], line)))
            }
        }
        return result
    }

    private mutating func collect(_ shape: WrittenShape, _ nodes: ShapeNodes) {
        if let fallback = shape.fallback, nodes.fallback(of: shape) == nil {
            shape.fallback = nil
            findings.append(
                DialectRules.unknownValue.finding(
                    "the default `\(printable(String(fallback.prefix(80))))` is not a value of its type; it is left out",
                    at: place(shape.line, nodes)))
        }
        // Where a member says nothing, the shape prints what its schema says; of lists in brackets.
        if let name = shape.reference, let text = descriptions[name], let own = shape.description?.trimmed {
            let flat = text.filter { !$0.isWhitespace }
            if own.filter({ !$0.isWhitespace }) == flat || own.filter({ !$0.isWhitespace }) == "[\(flat)]" {
                shape.description = nil
            }
        }
        if case .reference(let name) = shape.kind { needed.append((name, shape.line, nodes)) }
        if case .array(let items) = shape.kind { collect(items, nodes) }
        for member in shape.members { collect(member.shape, nodes) }
        if let additional = shape.additional { collect(additional, nodes) }
        for part in shape.choices.flatMap(\.shapes) { collect(part, nodes) }
    }

    // MARK: Operations

    /// Reads what each operation says.
    private mutating func readOperations() {
        let listed = listed
        for part in parts {
            let nodes = ShapeNodes(file: part.page.file)
            for operation in part.operations {
                var reader = OperationReader(operation, names: names) { listed[$0]?.contains($1) ?? false }
                let facts = reader.read()
                for line in facts.unread { unread(line, nodes) }
                for value in facts.openValues { report(open: value.name, value.line, nodes) }
                for type in facts.unknownTypes { unknown(type.text, type.line, nodes) }
                for (name, first, second) in facts.repeated { report(repeated: name, first, second, nodes) }
                for (name, shape) in facts.copies where copies[name] == nil { copies[name] = (shape, nodes) }
                operations.append((operation, facts, nodes))
            }
        }
    }

    private mutating func paths() -> YAMLNode {
        var paths: [(path: String, members: [(key: String, value: YAMLNode?)], line: Int)] = []
        let line = parts.first?.operations.first?.line ?? 1
        var places: [String: Int] = [:]
        var known: [String: YAMLNode] = [:]
        for (operation, facts, nodes) in operations {
            let node = node(of: operation, facts, nodes)
            let method = operation.method.lowercased()
            let call = "\(operation.method) \(operation.path)"
            if let first = known[call] {
                if !first.saysTheSame(as: node) {
                    findings.append(
                        DialectRules.ambiguous.finding(
                            "`\(printable(call))` is described twice, first in line \(first.location.line); the first "
                                + "one counts", at: place(operation.line, nodes)))
                }
                continue
            }
            known[call] = node
            if facts.responses.isEmpty { lost.answers.insert(call) }
            if let index = places[operation.path] {
                paths[index].members.append((method, node))
            } else {
                places[operation.path] = paths.count
                paths.append((operation.path, [(method, node)], operation.line))
            }
        }
        let nodes = ShapeNodes(file: parts.first?.page.file ?? "")
        return nodes.object(paths.map { ($0.path, nodes.object($0.members, $0.line)) }, line)
    }

    private mutating func node(of operation: WiddershinsParts.Operation, _ facts: OperationFacts, _ nodes: ShapeNodes)
        -> YAMLNode
    {
        let line = operation.line
        let parameters = facts.parameters.map { parameter in
            collect(parameter.shape, nodes)
            let description = parameter.shape.description
            parameter.shape.description = nil
            return nodes.object(
                [
                    ("name", nodes.text(parameter.name, parameter.line)),
                    ("in", nodes.text(parameter.place, parameter.line)),
                    ("description", description.map { nodes.text($0, parameter.line) }),
                    ("required", parameter.isRequired ? nodes.flag(true, parameter.line) : nil),
                    ("schema", nodes.schema(parameter.shape)),
                ], parameter.line)
        }
        var body: YAMLNode?
        if let request = facts.body {
            collect(request.shape, nodes)
            let isFile = request.shape.members.contains(where: \.shape.isBinary)
            let form = isFile ? "multipart/form-data" : "application/x-www-form-urlencoded"
            let type =
                facts.requestType ?? (facts.isForm ? form : Self.hasJSON(operation) ? "application/json" : nil)
            body = nodes.object(
                [
                    ("description", request.description.map { nodes.text($0, line) }),
                    ("required", request.isRequired ? nodes.flag(true, line) : nil),
                    ("content", content(request.shape, type ?? "application/json", nodes, line)),
                ], line)
            if facts.isForm, facts.requestType == nil, !isFile { reportForm(operation, form, nodes) }
            if type == nil { guess("the body of \(operation.method) \(operation.path)", line, nodes) }
        }
        var hasGuess = false
        let responses = facts.responses.map { response -> (key: String, value: YAMLNode?) in
            let headers = response.headers.map { header -> (key: String, value: YAMLNode?) in
                collect(header.shape, nodes)
                let description = header.shape.description
                header.shape.description = nil
                return (
                    header.name,
                    nodes.object(
                        [
                            ("description", description.map { nodes.text($0, header.shape.line) }),
                            ("schema", nodes.schema(header.shape)),
                        ], header.shape.line)
                )
            }
            let written = response.shape.map { shape in
                collect(shape, nodes)
                if facts.responseType == nil, !Self.hasJSON(operation) { hasGuess = true }
                return content(shape, facts.responseType ?? "application/json", nodes, response.line)
            }
            return (
                response.status,
                nodes.object(
                    [
                        ("description", nodes.text(response.description, response.line)),
                        ("headers", headers.isEmpty ? nil : nodes.object(headers, response.line)), ("content", written),
                    ], response.line)
            )
        }
        if hasGuess { guess("the answers of \(operation.method) \(operation.path)", line, nodes) }
        // Where a way is not known, an operation without it would look open.
        let isKnown = (facts.security ?? []).allSatisfy { $0.allSatisfy { knownSchemes.contains($0.name) } }
        let security = (isKnown ? facts.security : nil).map { requirements in
            nodes.list(
                requirements.map { requirement in
                    nodes.object(
                        requirement.map { scheme in
                            (scheme.name, nodes.list(scheme.scopes.map { nodes.text($0, line) }, line))
                        }, line)
                }, line)
        }
        let tag = operation.tag.flatMap { $0.lowercased() == "default" ? nil : $0 }
        return nodes.object(
            [
                ("operationId", facts.id.map { nodes.text($0, line) }),
                ("summary", facts.summary.map { nodes.text($0, line) }),
                ("description", facts.description.map { nodes.text($0, line) }),
                ("tags", tag.map { nodes.list([nodes.text($0, line)], line) }),
                ("parameters", parameters.isEmpty ? nil : nodes.list(parameters, line)), ("requestBody", body),
                ("responses", nodes.object(responses, line)), ("security", security),
            ], line)
    }

    private func content(_ shape: WrittenShape, _ type: String, _ nodes: ShapeNodes, _ line: Int) -> YAMLNode {
        nodes.object([(type, nodes.object([("schema", nodes.schema(shape))], line))], line)
    }

    private static func hasJSON(_ operation: WiddershinsParts.Operation) -> Bool {
        operation.blocks.contains { block in
            if case .code = block.content { block.language?.lowercased() == "json" } else { false }
        }
    }
}
