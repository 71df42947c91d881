import APIModel
import Diagnostics

/// The changes of one thing, such as a schema or an operation, with what it says side by side.
struct HTMLGroup {
    let title: String
    let kind: String
    var findings: [DiffFinding]
    var tables: [TypeTable]

    /// The groups of a report, worst first.
    static func groups(of report: DiffReport) -> [HTMLGroup] {
        var groups: [HTMLGroup] = []
        var index: [[String]: Int] = [:]
        for finding in report.findings {
            let steps = finding.difference.path.steps
            // What is said of the service as such stands together.
            let key = steps.first == "service" || steps.isEmpty ? ["service"] : Array(steps.prefix(2))
            if let known = index[key] {
                groups[known].findings.append(finding)
                continue
            }
            index[key] = groups.count
            let isWhole = key.count < 2
            groups.append(
                HTMLGroup(
                    title: isWhole ? key[0] : key[1], kind: isWhole ? "" : kinds[key[0]] ?? "", findings: [finding],
                    tables: report.tables.filter { $0.path.steps == key }))
        }
        return groups
    }

    private static let kinds = [
        "operations": "operation", "schemas": "type", "versions": "version", "resources": "resource",
    ]
}

/// How a page shows a group.
enum HTMLGroupView {
    static func html(_ group: HTMLGroup) -> String {
        """
        <section class="group"><h2>\(group.kind.isEmpty ? "" : "<span class=\"kind\">\(group.kind)</span> ")\
        <span class="name">\(HTMLText.escaped(oneLine(group.title)))</span></h2>
        \(group.findings.map(finding).joined(separator: "\n"))
        \(group.tables.map(table).joined(separator: "\n"))
        </section>
        """
    }

    // MARK: A change

    private static func finding(_ finding: DiffFinding) -> String {
        let operations = HTMLText.escaped(finding.operations.joined(separator: "\n"))
        return """
            <details class="finding \(finding.severity.rawValue)" data-severity="\(finding.severity.rawValue)" \
            data-wire="\(finding.wire.rawValue)" data-source="\(finding.source.rawValue)" \
            data-operations="\(operations)"><summary>\
            <span class="badges">\(badges(finding))</span>\
            <span class="sentence">\(HTMLText.prose(finding.sentence))</span></summary>
            <div class="body">\(sides(finding))<p>\(HTMLText.prose(finding.rule.meaning))</p>
            <dl>\(facts(finding))</dl></div></details>
            """
    }

    private static func badges(_ finding: DiffFinding) -> String {
        [("Clients", finding.wire), ("Swift", finding.source)].filter { $0.1 > .none }.map { name, severity in
            "<span class=\"badge \(severity.rawValue)\">\(name): \(severity.rawValue)</span>"
        }.joined(separator: " ")
    }

    private static func sides(_ finding: DiffFinding) -> String {
        guard finding.difference.before != nil || finding.difference.after != nil else { return "" }
        func side(_ title: String, _ text: String?, _ name: String) -> String {
            let shown = text.map { HTMLText.prose($0) } ?? "<span class=\"nothing\">nothing</span>"
            return "<div class=\"\(name)\"><h3>\(title)</h3><div>\(shown)</div></div>"
        }
        return "<div class=\"sides\">\(side("Before", finding.difference.before, "before"))"
            + "\(side("After", finding.difference.after, "after"))</div>"
    }

    private static func facts(_ finding: DiffFinding) -> String {
        var facts: [(String, String)] = [
            ("Rule", "<code>\(finding.rule.id)</code>"),
            ("Clients in use", level(finding.wire)),
            ("Code in Swift", level(finding.source)),
        ]
        if let side = finding.side { facts.append(("Side", side.rawValue)) }
        if let versions = finding.versionWords { facts.append(("Versions", HTMLText.escaped(oneLine(versions)))) }
        if let steps = finding.stepWords { facts.append(("Step", HTMLText.escaped(oneLine(steps)))) }
        if !finding.operations.isEmpty {
            let names = finding.operations.map { "<code>\(HTMLText.escaped(oneLine($0)))</code>" }
            facts.append(("Operations", names.joined(separator: ", ")))
        }
        let provenance = finding.provenance
        if !provenance.isEmpty {
            facts.append(("Rests on", HTMLText.escaped(oneLine(provenance.joined(separator: "; ")))))
        }
        let places = [finding.oldLocation, finding.newLocation].compactMap(\.self)
            .map { "<code>\(HTMLText.escaped(oneLine($0.description)))</code>" }
        if !places.isEmpty { facts.append(("Stated at", places.joined(separator: " → "))) }
        return facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }.joined()
    }

    private static func level(_ severity: DiffSeverity) -> String {
        "<span class=\"badge \(severity.rawValue)\">\(severity == .none ? "not touched" : severity.rawValue)</span>"
    }

    // MARK: Side by side

    private static func table(_ table: TypeTable) -> String {
        let rows = table.rows.map { row -> String in
            let kind = row.before == nil ? "added" : row.after == nil ? "removed" : row.isChanged ? "changed" : "same"
            func cell(_ text: String?, _ label: String) -> String {
                let shown = text.map(HTMLText.prose) ?? "<span class=\"nothing\">nothing</span>"
                return "<td data-label=\"\(label)\">\(shown)</td>"
            }
            return "<tr class=\"\(kind)\"><th scope=\"row\">\(HTMLText.escaped(oneLine(row.name)))</th>"
                + cell(row.before, "Before") + cell(row.after, "After") + "</tr>"
        }
        let before = HTMLText.escaped(oneLine(table.oldName))
        let after = HTMLText.escaped(oneLine(table.newName))
        return """
            <details class="table"><summary>Side by side</summary>
            <table><thead><tr><td></td><th scope="col">\(before)</th><th scope="col">\(after)</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table></details>
            """
    }
}
