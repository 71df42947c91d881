import Foundation

/// A page of the documentation of an invented service, Ferry, that a site changes over a year.
struct FerryPage {
    /// A parameter or a member: name, whether it is required, what it is, its type.
    typealias Row = (name: String, isRequired: Bool, words: String, type: String)

    /// An operation with what its sections say.
    struct Call {
        var title: String
        var line: String
        var words: String
        var location: String
        var parameters: [Row]
        var answer: String
        var example: String
        var state = "ACTIVE (CURRENT)"
        var version = "1.0"
    }

    /// A model with its members.
    struct Model {
        var name: String
        var rows: [Row]
        var hasTable = true
    }

    var title = "Ferry"
    var service = "ferry"
    /// What stands above and below the documentation.
    var above = ""
    var below = ""
    var overview = "The API of the ferries."
    var versions: [(id: String, status: String, end: String)] = [("1.0", "CURRENT", "-")]
    var history = ""
    var hasAddress = true
    var regions = [["a", "coast1"]]
    var calls: [Call] = [
        Call(
            title: "ListTrips", line: "get /v1/trips", words: "Lists the trips.", location: "query",
            parameters: [
                ("size", false, "Page size", "any of [integer, null]"),
                ("page", false, "Page number", "any of [integer, null]"),
                ("pier", false, "Name of the pier", "any of [string, null]"),
            ],
            answer: "TripList", example: #"{"trips": [{"id": "t-1", "seats": 40, "pier": "east"}], "count": 1}"#),
        Call(
            title: "ShowTrip", line: "get /v1/trips/{trip_id}", words: "Shows a trip.", location: "path",
            parameters: [("trip_id", true, "Trip", "string")], answer: "Trip",
            example: #"{"id": "t-1", "seats": 40, "pier": "east"}"#),
        Call(
            title: "CancelTrip", line: "put /v1/trips/{trip_id}/cancel", words: "Cancels a trip.", location: "path",
            parameters: [("trip_id", true, "Trip", "string")], answer: "Trip",
            example: #"{"id": "t-1", "seats": 40, "pier": "east"}"#),
    ]
    var models: [Model] = [
        Model(
            name: "Trip",
            rows: [
                ("id", true, "Id", "string"), ("seats", true, "Seats", "integer"),
                ("pier", true, "Pier", "enum (east, west, north)"),
            ]),
        Model(name: "TripList", rows: [("trips", true, "", "array[Trip]"), ("count", true, "Count", "integer")]),
    ]

    var html: String {
        var body = above + "<h1>\(title)</h1><h2>Overview</h2><p>\(overview)</p><h2>Version</h2>"
        body += Self.table(["Version", "Status", "Not Before"], versions.map { [$0.id, $0.status, $0.end] })
        if !history.isEmpty { body += "<h2>API Version History</h2><p>\(history)</p>" }
        if hasAddress { body += "<h2>OpenAPI URL</h2><p>https://\(service).{region}.{environment}.example.com</p>" }
        if !regions.isEmpty {
            body += "<h2>Environment and Region List</h2>" + Self.table(["environment", "region"], regions)
        }
        body += "<h1>1 - APIs</h1>"
        for (number, call) in calls.enumerated() { body += Self.text(of: call, number: number + 1) }
        body += "<h1>2 - Models</h1>"
        for (number, model) in models.enumerated() {
            body += "<h1>2.\(number + 1) - \(model.name)</h1>"
            guard model.hasTable else { continue }
            body += Self.table(
                ["Name", "Description", "Schema", "Default"],
                model.rows.map { [Self.name($0), $0.words, $0.type, ""] })
        }
        return
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>\(title)</title></head><body><main>\(body)"
            + "</main>\(below)</body></html>\n"
    }

    private static func text(of call: Call, number: Int) -> String {
        let rows = call.parameters.map { [call.location, name($0), $0.words, $0.type, "None"] }
        let parameters = rows.isEmpty ? "" : table(["Type", "Name", "Description", "Schema", "Default"], rows)
        return """
            <h1>1.\(number) - \(call.title)</h1><h1>1.\(number).1 - \(call.version)</h1><pre><code>\(call.line)
            </code></pre><h2>Description</h2><p>\(call.words)</p><h3>State</h3><p>\(call.state)</p>\
            <h2>Parameters</h2>\(parameters)<h2>Responses</h2>\
            \(table(["HTTP Code", "Description", "Schema"], [["200", "OK", call.answer]]))\
            <h2>Example HTTP request</h2><h3>Request path</h3><pre><code>\(call.line.split(separator: " ")[1])
            </code></pre><h2>Example HTTP response</h2><h3>Response 200</h3><pre><code>\(call.example)
            </code></pre>
            """
    }

    private static func name(_ row: Row) -> String {
        "\(row.name)<br><em>\(row.isRequired ? "required" : "optional")</em>"
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        func line(_ tag: String, _ cells: [String]) -> String {
            "<tr>" + cells.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
        }
        return "<table><thead>\(line("th", head))</thead><tbody>\(rows.map { line("td", $0) }.joined())</tbody></table>"
    }
}

extension Tool {
    /// The spec of a page with its code, as a project has them before a night.
    func startFerry(_ page: FerryPage = FerryPage()) throws {
        _ = try write(page.html, to: "ferry.html")
        _ = try run("import", "ferry.html", "-o", "spec/ferry.yaml")
        _ = try run("generate")
    }

    /// Updates from a page; the report is in `report.json`.
    func update(_ page: FerryPage, _ arguments: String...) throws -> Run {
        _ = try write(page.html, to: "ferry.html")
        return try run(["update", "spec/ferry.yaml", "ferry.html"] + arguments)
    }

    /// What every file below `spec` and `Generated` holds.
    func contents() -> [String: String] {
        let files = files().filter { $0.hasPrefix("spec") || $0.hasPrefix("Generated") }
        return Dictionary(uniqueKeysWithValues: files.map { ($0, read($0) ?? "") })
    }

    /// What tells whether a file was written: its place on disk and its time.
    func marks() throws -> [String: String] {
        let files = files().filter { $0.hasPrefix("spec") || $0.hasPrefix("Generated") }
        return try Dictionary(
            uniqueKeysWithValues: files.map { file in
                let facts = try FileManager.default.attributesOfItem(atPath: path(file))
                return (file, "\(facts[.systemFileNumber] ?? "") \(facts[.modificationDate] ?? "")")
            })
    }
}
