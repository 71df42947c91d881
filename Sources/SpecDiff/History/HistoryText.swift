public import APIModel

/// The life of operations and types as a matrix for terminals.
public struct HistoryText: Sendable {
    /// Which of them are shown, by name or group; all where there is none.
    public var filter: NamePatterns
    /// Whether those that all versions have without a change of their own have lines, and not just their number.
    public var showsSteady: Bool

    /// A matrix; by default of what changed.
    public init(filter: NamePatterns = NamePatterns(), showsSteady: Bool = false) {
        self.filter = filter
        self.showsSteady = showsSteady
    }

    /// What stands for a state.
    static func mark(_ state: VersionHistory.State) -> String {
        switch state {
        case .absent: " "
        case .added: "+"
        case .same: "·"
        case .changed: "±"
        case .reached: "~"
        }
    }

    /// The key to the marks.
    static let key = "+ new, ± changed, ~ changed by a type that it uses, · the same, blank: not there"

    /// The whole text; ends with a line end.
    public func text(_ history: VersionHistory) -> String {
        var lines: [String] = []
        let columns = Columns(history.versions)
        for (title, lives) in [("operations", history.operations), ("types", history.types)] {
            let shown = lives.filter { filter.isEverything || filter.admits($0.name) || filter.admits($0.group) }
            guard !shown.isEmpty else { continue }
            let listed = shown.filter { showsSteady || !$0.isSteady }
            let width = max(title.count, (listed.map { oneLine($0.name, limit: 60).count + 2 }.max() ?? 0))
            lines.append("\(padded(title, width))  \(columns.heading)")
            for (group, lives) in grouped(listed) {
                if !group.isEmpty { lines.append("  " + oneLine(group)) }
                for life in lives {
                    var line = "\(padded("  " + oneLine(life.name, limit: 60), width))  "
                    line += columns.row(life.states.map(Self.mark))
                    while line.hasSuffix(" ") { line.removeLast() }
                    lines.append(line)
                }
            }
            let steady = shown.count - listed.count
            if steady > 0 {
                let reached = shown.count { $0.isSteady && $0.states.contains(.reached) }
                let part = reached > 0 ? ", \(reached) of them with types that change" : ""
                lines.append("  \(steady) of \(shown.count) in all versions without a change of their own\(part)")
            }
            lines.append("")
        }
        guard !lines.isEmpty else { return "nothing has such a name\n" }
        lines.append(Self.key)
        if let legend = columns.legend { lines.append(legend) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func grouped(_ lives: [VersionHistory.Life]) -> [(String, [VersionHistory.Life])] {
        var order: [String] = []
        var groups: [String: [VersionHistory.Life]] = [:]
        for life in lives {
            if groups[life.group] == nil { order.append(life.group) }
            groups[life.group, default: []].append(life)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    /// The columns of the versions: by their names, or by numbers where those would not fit on a line.
    private struct Columns {
        private let widths: [Int]
        let heading: String
        let legend: String?

        init(_ versions: [String]) {
            let names = versions.map { oneLine($0, limit: 20) }
            if names.map(\.count).reduce(0, +) + names.count <= 72 {
                widths = names.map(\.count)
                heading = names.joined(separator: " ")
                legend = nil
            } else {
                let numbers = names.indices.map { String($0 + 1) }
                widths = numbers.map(\.count)
                heading = numbers.joined(separator: " ")
                legend = zip(numbers, names).map { "\($0) = \($1)" }.joined(separator: ", ")
            }
        }

        func row(_ marks: [String]) -> String {
            zip(marks, widths).map { mark, width in padded(mark, width) }.joined(separator: " ")
        }
    }
}

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
