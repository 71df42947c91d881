import Documentation

/// Goes through the marks of a text from its beginning to its end, run by run.
///
/// What is open is kept, outer marks first, so that the time is proportional to the marks.
struct MarkSweep {
    private let marks: [TextMark]
    /// Where runs begin and end.
    private let places: [Int]
    private var step = 0
    /// The marks by their first and by their last place, in the order of the page.
    private var starts: [Int: [Int]] = [:]
    private var ends: [Int: [Int]] = [:]
    private var codes: [Int] = []
    private var strong: [Int] = []
    private var emphasised: [Int] = []
    private var links: [Int] = []
    private var outer: (code: Int, isStrong: Bool, isEmphasised: Bool, isLinked: Bool)?

    init(_ marks: [TextMark], length: Int) {
        self.marks = marks
        var places: Set<Int> = [0, length]
        for (index, mark) in marks.enumerated() {
            places.insert(min(mark.range.lowerBound, length))
            places.insert(min(mark.range.upperBound, length))
            starts[mark.range.lowerBound, default: []].append(index)
            ends[mark.range.upperBound, default: []].append(index)
        }
        self.places = places.sorted()
    }

    /// The next run of text in the same marks; `nil` at the end.
    mutating func next() -> Range<Int>? {
        guard step + 1 < places.count else { return nil }
        let range = places[step]..<places[step + 1]
        step += 1
        for mark in ends[range.lowerBound] ?? [] { close(mark) }
        let opened = (starts[range.lowerBound] ?? []).filter { !marks[$0].range.isEmpty }
        for mark in opened.sorted(by: { marks[$0].range.upperBound > marks[$1].range.upperBound }) { open(mark) }
        return range
    }

    private mutating func open(_ mark: Int) {
        switch marks[mark].kind {
        case .code: codes.append(mark)
        case .strong: strong.append(mark)
        case .emphasis: emphasised.append(mark)
        case .link: links.append(mark)
        case .raised, .lowered, .highlight: break
        }
    }

    private mutating func close(_ mark: Int) {
        func remove(from open: inout [Int]) {
            if let place = open.lastIndex(of: mark) { open.remove(at: place) }
        }
        switch marks[mark].kind {
        case .code: remove(from: &codes)
        case .strong: remove(from: &strong)
        case .emphasis: remove(from: &emphasised)
        case .link: remove(from: &links)
        case .raised, .lowered, .highlight: break
        }
    }

    /// The mark of code that the run stands in.
    var code: Int? { codes.min() }
    /// Whether the run stands in bold.
    var isStrong: Bool { !strong.isEmpty }
    /// Whether the run stands in italics.
    var isEmphasised: Bool { !emphasised.isEmpty }
    /// Where the link around the run leads.
    var link: String? {
        guard let last = links.max(), case .link(let address) = marks[last].kind else { return nil }
        return address
    }

    /// What stands around a piece of code as a whole.
    mutating func around(_ code: Int) -> (isStrong: Bool, isEmphasised: Bool, isLinked: Bool) {
        if let outer, outer.code == code { return (outer.isStrong, outer.isEmphasised, outer.isLinked) }
        let range = marks[code].range
        func isAround(_ mark: Int) -> Bool {
            marks[mark].range.lowerBound <= range.lowerBound && range.upperBound <= marks[mark].range.upperBound
        }
        let found = (
            strong.contains { marks[$0].range != range && isAround($0) },
            emphasised.contains { marks[$0].range != range && isAround($0) }, links.contains(where: isAround)
        )
        outer = (code, found.0, found.1, found.2)
        return found
    }

    /// The characters around a run of code that marks within the code took.
    func signs(in code: Int, around range: Range<Int>) -> (before: String, after: String) {
        let whole = marks[code].range
        func inner(_ found: [Int]?) -> [(role: String, sign: String)] {
            (found ?? []).compactMap { index in
                let mark = marks[index]
                guard whole.lowerBound <= mark.range.lowerBound, mark.range.upperBound <= whole.upperBound,
                    // Of two marks around the same text the inner one ends first and comes first.
                    mark.range != whole || index < code, let sign = Self.sign(of: mark.kind)
                else { return nil }
                return (mark.role.map { "[\($0)]" } ?? "", sign)
            }
        }
        let before = inner(starts[range.lowerBound]).map { $0.role + $0.sign }.joined()
        return (before, inner(ends[range.upperBound]).reversed().map(\.sign).joined())
    }

    private static func sign(of kind: TextMark.Kind) -> String? {
        switch kind {
        case .raised: "^"
        case .lowered: "~"
        case .strong: "*"
        case .emphasis: "_"
        case .highlight: "#"
        case .code, .link: nil
        }
    }
}
