extension LinearRegex {
    /// The length of the shortest text that has a match, in scalars; `nil` where no text has one, as for `a^` and `[]`.
    ///
    /// What holds where words begin and end is taken to hold.
    public var shortestMatch: Int? {
        // Places with what lies behind: whether anything was read, and whether the text has ended.
        struct State: Hashable {
            var place: Int
            var hasRead: Bool
            var hasEnded: Bool
        }
        var known: Set<State> = []
        var level = [State(place: 0, hasRead: false, hasEnded: false)]
        var length = 0
        while !level.isEmpty {
            var next: [State] = []
            var open = level
            while let state = open.popLast() {
                guard known.insert(state).inserted else { continue }
                var moved = state
                switch steps[state.place] {
                case .match: return length
                case .fork(let first, let second):
                    for place in [second, first] {
                        moved.place = place
                        open.append(moved)
                    }
                case .jump(let place):
                    moved.place = place
                    open.append(moved)
                case .start where state.hasRead: break
                case .end:
                    moved.place += 1
                    moved.hasEnded = true
                    open.append(moved)
                case .start, .boundary:
                    moved.place += 1
                    open.append(moved)
                case .scalar(let set):
                    if state.hasEnded || set.isEmpty { break }
                    next.append(State(place: state.place + 1, hasRead: true, hasEnded: false))
                }
            }
            level = next
            length += 1
        }
        return nil
    }
}

extension ScalarSet {
    /// Whether it surely has no scalar: `[]`, and what is neither a set nor all others, as `[^\s\S]`.
    fileprivate var isEmpty: Bool {
        if isInverted { return properties.isEmpty && parts.contains { part in parts.contains(part.inverted) } }
        return ranges.isEmpty && properties.isEmpty && parts.allSatisfy(\.isEmpty)
    }

    private var inverted: ScalarSet {
        var other = self
        other.isInverted.toggle()
        return other
    }
}
