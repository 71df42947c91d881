import APIModel
import Diagnostics

/// A report as one page of HTML that needs nothing else: no network, no other file.
///
/// The page can be filtered; `#filter=TEXT&operation=ID&axis=wire|source&severity=breaking,warning` behind its address
/// presets the filters. A content security policy lets only the style and the script of the page run, by their hashes,
/// and data is never made into markup.
public struct HTMLReport: Sendable {
    /// A report.
    public init() {}

    /// The whole page.
    public func text(_ report: DiffReport) -> String {
        let title = HTMLText.escaped(report.title)
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(HTMLPage.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title): what changed</title>
            <style>\(HTMLPage.style)</style>
            </head>
            <body>
            <a class="skip" href="#changes">Skip to the changes</a>
            <header>
            <p class="kicker">What changed</p>
            <h1>\(heading(report))</h1>
            <p class="files">\(files(report))</p>
            </header>
            <main>
            \(summary(report))
            \(filters(report))
            <section id="changes" aria-label="Changes" tabindex="-1">
            \(HTMLGroup.groups(of: report).map(HTMLGroupView.html).joined(separator: "\n"))
            <p class="empty"\(report.findings.isEmpty ? "" : " hidden")>\
            \(report.findings.isEmpty ? "The two say the same." : "No change matches the filters.")</p>
            </section>
            </main>
            <script>\(HTMLPage.script)</script>
            </body>
            </html>

            """
    }

    private func heading(_ report: DiffReport) -> String {
        let service = HTMLText.escaped(oneLine(report.service))
        guard let before = report.old.version, let after = report.new.version else { return service }
        return "\(service) <span class=\"versions\">\(HTMLText.escaped(oneLine(before))) "
            + "<span aria-label=\"to\">→</span> \(HTMLText.escaped(oneLine(after)))</span>"
    }

    private func files(_ report: DiffReport) -> String {
        let before = HTMLText.escaped(oneLine(report.old.file))
        let after = HTMLText.escaped(oneLine(report.new.file))
        return before == after ? "<code>\(after)</code>" : "<code>\(before)</code> → <code>\(after)</code>"
    }

    // MARK: Summary

    private func summary(_ report: DiffReport) -> String {
        let axes: [(DiffAxis, String, String)] = [
            (.wire, "Clients in use", "Does a client that was built against the old API still work?"),
            (.source, "Code in Swift", "Does code that was written against the old client still compile?"),
        ]
        let tiles = axes.map { axis, title, question in
            let counts = [DiffSeverity.breaking, .warning, .info].map { severity in
                let count = report.count(severity, on: axis)
                return "<div class=\"count \(severity.rawValue)\(count == 0 ? " zero" : "")\">"
                    + "<dt>\(severity.rawValue)</dt><dd>\(count)</dd></div>"
            }
            return "<section class=\"tile\"><h2>\(title)</h2><p>\(question)</p><dl>\(counts.joined())</dl></section>"
        }
        return "<div class=\"tiles\">\(tiles.joined())</div>"
    }

    // MARK: Filters

    private func filters(_ report: DiffReport) -> String {
        var operations: [String] = []
        var known: Set<String> = []
        for operation in report.findings.flatMap(\.operations) where known.insert(operation).inserted {
            operations.append(operation)
        }
        let options = operations.sorted().map { operation in
            let name = HTMLText.escaped(operation)
            return "<option value=\"\(name)\">\(name)</option>"
        }
        let severities = [DiffSeverity.breaking, .warning, .info].map { severity in
            "<button type=\"button\" class=\"toggle \(severity.rawValue)\" data-severity=\"\(severity.rawValue)\" "
                + "aria-pressed=\"true\">\(severity.rawValue)</button>"
        }
        return """
            <form id="filters" hidden>
            <label class="search">Search<input type="search" id="text" autocomplete="off" \
            placeholder="a name, a type, a rule"></label>
            <label>Operation<select id="operation"><option value="">all</option>\(options.joined())</select></label>
            <label>Axis<select id="axis"><option value="">either</option>\
            <option value="wire">clients in use</option><option value="source">code in Swift</option></select></label>
            <div class="buttons" role="group" aria-label="Severity">\(severities.joined())</div>
            <div class="buttons"><button type="button" id="open">Open all</button>\
            <button type="button" id="close">Close all</button><button type="reset">Reset</button></div>
            <output id="count" aria-live="polite"></output>
            </form>
            """
    }
}
