/// The life of operations and types as one page of HTML that needs nothing else and runs no script.
public struct HistoryPage: Sendable {
    /// A page.
    public init() {}

    /// The SHA-256 of ``style`` in Base64; a test says which where it is another one.
    static let styleHash = "/iIzqGjhA2bbJuMGZ0XaziTJfC4F5Z7pF8JhoUlbzf4="

    /// The whole page.
    public func text(_ history: VersionHistory) -> String {
        let title = HTMLText.escaped(oneLine(history.service))
        let tables = [("Operations", history.operations), ("Types", history.types)].map { heading, lives in
            lives.isEmpty ? "" : "<section><h2>\(heading)</h2>\(groups(lives, history.versions))</section>"
        }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(Self.styleHash)'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title): versions</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p>\(history.versions.count) versions, \(history.operations.count) operations, \(history.types.count) types. \
            \(HTMLText.escaped(HistoryText.key)).</p>
            <label><input type="checkbox" id="steady"> Show what all versions have without a change of its own</label>
            \(tables.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private func groups(_ lives: [VersionHistory.Life], _ versions: [String]) -> String {
        var order: [String] = []
        var groups: [String: [VersionHistory.Life]] = [:]
        for life in lives {
            if groups[life.group] == nil { order.append(life.group) }
            groups[life.group, default: []].append(life)
        }
        return order.map { group in
            let own = groups[group] ?? []
            let changed = own.count { !$0.isSteady }
            let name = group.isEmpty ? "all" : HTMLText.escaped(oneLine(group))
            return """
                <details\(changed > 0 ? " open" : "")><summary>\(name) <small>\(own.count), \(changed) with changes</small></summary>
                <table><thead><tr><th></th>\(versions.map { "<th scope=\"col\">\(HTMLText.escaped(oneLine($0)))</th>" }.joined())\
                </tr></thead><tbody>\(own.map { row($0, versions) }.joined())</tbody></table></details>
                """
        }.joined(separator: "\n")
    }

    private func row(_ life: VersionHistory.Life, _ versions: [String]) -> String {
        let cells = zip(life.states, versions).map { state, version in
            let (name, words) = Self.words(state)
            let label = HTMLText.escaped("\(words) in \(oneLine(version))")
            return "<td class=\"\(name)\" title=\"\(label)\">\(HistoryText.mark(state))</td>"
        }
        return "<tr\(life.isSteady ? " class=\"steady\"" : "")><th scope=\"row\"><code>"
            + "\(HTMLText.escaped(oneLine(life.name)))</code></th>\(cells.joined())</tr>"
    }

    private static func words(_ state: VersionHistory.State) -> (String, String) {
        switch state {
        case .absent: ("absent", "not there")
        case .added: ("added", "new")
        case .same: ("same", "the same")
        case .changed: ("changed", "changed")
        case .reached: ("reached", "changed by a type that it uses")
        }
    }

    static let style = """

        :root { color-scheme: light dark; --line: #d9dee5; --soft: #5a6675; --added: #e7f6ec; --changed: #fff4dc; --reached: #e8f1fa; }
        @media (prefers-color-scheme: dark) {
          :root { --line: #2c3540; --soft: #9aa7b6; --added: #16301f; --changed: #352a14; --reached: #172a3d; }
        }
        body { margin: 0 auto; max-width: 90rem; padding: 1rem 1.25rem 4rem; font-family: system-ui, sans-serif; line-height: 1.4; }
        details { overflow-x: auto; border-top: 1px solid var(--line); padding: 0.4rem 0; }
        summary { cursor: pointer; font-weight: 600; }
        small, p { color: var(--soft); font-weight: 400; }
        table { border-collapse: collapse; }
        th[scope=row] { text-align: left; font-weight: 400; padding-right: 1rem; position: sticky; left: 0; background: Canvas; }
        thead th { font-size: 0.85rem; padding: 0.1rem 0.4rem; }
        td { text-align: center; padding: 0.05rem 0.4rem; border: 1px solid var(--line); }
        .added { background: var(--added); } .changed { background: var(--changed); } .reached { background: var(--reached); }
        .same { color: var(--soft); }
        body:not(:has(#steady:checked)) .steady { display: none; }

        """
}
