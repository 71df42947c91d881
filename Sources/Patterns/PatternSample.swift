extension LinearRegex {
    /// A short text that the pattern matches as a whole, of at least `least` and at most `most` scalars; `nil` where
    /// none is found.
    public func sample(least: Int = 0, most: Int? = nil) -> String? {
        guard least < Self.greatestSample else { return nil }
        let longest = min(most ?? .max, least + 64)
        guard longest >= max(least, 0), longest * steps.count < Self.greatestSample else { return nil }
        // Level by level: every place that can be reached with so many scalars, with the way to it.
        var ways: [Int: [Unicode.Scalar]] = [0: []]
        for length in 0...longest {
            let reached = places(from: ways)
            if length >= least, let way = reached.first(where: { isMatch($0.place) })?.way {
                let text = String(String.UnicodeScalarView(way))
                if matches(text) { return text }
            }
            ways = [:]
            for (place, way) in reached {
                guard case .scalar(let set) = steps[place], let scalar = set.sample, ways[place + 1] == nil else {
                    continue
                }
                ways[place + 1] = way + [scalar]
            }
            if ways.isEmpty { return nil }
        }
        return nil
    }

    /// A sample takes at most this many steps, as scalars × program.
    private static let greatestSample = 1_000_000

    private func isMatch(_ place: Int) -> Bool {
        if case .match = steps[place] { true } else { false }
    }

    /// The places that lead to reading or to the end, in the order of the program.
    private func places(from ways: [Int: [Unicode.Scalar]]) -> [(place: Int, way: [Unicode.Scalar])] {
        var reached: [Int: [Unicode.Scalar]] = [:]
        for (start, way) in ways.sorted(by: { $0.key < $1.key }) {
            var pending = [start]
            while let place = pending.popLast() {
                guard reached[place] == nil else { continue }
                reached[place] = way
                switch steps[place] {
                case .scalar, .match: break
                case .fork(let first, let second): pending += [second, first]
                case .jump(let target): pending.append(target)
                case .start, .end, .boundary: pending.append(place + 1)
                }
            }
        }
        return reached.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
