/// What sets of versions are called in Swift: a set of one is the version itself, any other a protocol.
///
/// What is the same in several versions is declared once, in an extension of the protocol of just these versions. A
/// protocol refines those of the sets that hold its own, so that `SinceV1_2` has all that `SinceV1_1` has.
struct VersionSets {
    /// The ids of all versions, newest first.
    let order: [String]
    private let names: ServiceNames
    private let protocols: [(versions: Set<String>, name: SwiftIdentifier)]

    /// The protocol of all versions; a service of one version has none.
    static let all = SwiftIdentifier("AnyVersion")

    /// The sets of a service, of which those of one version count for nothing; `taken` are names that no protocol can have.
    init(_ sets: some Sequence<Set<String>>, order: [String], names: ServiceNames, taken: Set<String>) {
        self.order = order
        self.names = names
        guard order.count > 1 else {
            protocols = []
            return
        }
        let wanted = Set(sets.filter { $0.count > 1 }).union([Set(order)])
        var given = taken
        var protocols: [(versions: Set<String>, name: SwiftIdentifier)] = []
        for versions in wanted.sorted(by: { Self.comesFirst($0, $1, order) }) {
            let plain = Self.name(of: versions, order: order, names: names)
            var name = plain
            while !given.insert(name).inserted { name += "Versions" }
            protocols.append((versions, SwiftIdentifier(name)))
        }
        self.protocols = protocols
    }

    /// The sets that have a protocol, the widest first.
    var shared: [[String]] { protocols.map { ordered($0.versions) } }

    /// The ids of a set, newest first.
    func ordered(_ versions: Set<String>) -> [String] { order.filter(versions.contains) }

    /// What has the members of a set: its protocol, or the version that is alone in it.
    func name(of versions: [String]) -> SwiftIdentifier {
        if versions.count == 1 { return names.version(versions[0]) }
        let set = Set(versions)
        return protocols.first { $0.versions == set }?.name ?? Self.all
    }

    /// The protocols that all of `versions` conform to and that imply all others of them, the widest first: those that
    /// the protocol of `versions` refines, without itself, where `isStrict`.
    func protocols(covering versions: [String], isStrict: Bool = false) -> [SwiftIdentifier] {
        let set = Set(versions)
        let wider = protocols.filter { $0.versions.isSuperset(of: set) && !(isStrict && $0.versions == set) }
        return wider.filter { one in
            !wider.contains { $0.versions.isStrictSubset(of: one.versions) }
        }.map(\.name)
    }

    /// A name for any set: `SinceV1_1`, `UntilV1_1`, `V1_1ToV1_3`, `UntilV1_0AndV1_3`.
    func describedName(of versions: [String]) -> String {
        versions.count == 1
            ? names.version(versions[0]).name : Self.name(of: Set(versions), order: order, names: names)
    }

    private static func name(of versions: Set<String>, order: [String], names: ServiceNames) -> String {
        guard versions.count < order.count else { return all.name }
        // Runs of neighbours, the oldest first.
        var runs: [[String]] = []
        var isOpen = false
        for id in order.reversed() {
            if versions.contains(id) {
                if isOpen { runs[runs.count - 1].append(id) } else { runs.append([id]) }
            }
            isOpen = versions.contains(id)
        }
        return runs.map { run in
            let (first, last) = (names.version(run[0]).name, names.version(run[run.count - 1]).name)
            if run.count == 1 { return first }
            if run.last == order.first { return "Since\(first)" }
            return run.first == order.last ? "Until\(last)" : "\(first)To\(last)"
        }.joined(separator: "And")
    }

    private static func comesFirst(_ left: Set<String>, _ right: Set<String>, _ order: [String]) -> Bool {
        if left.count != right.count { return left.count > right.count }
        return order.map { left.contains($0) ? "0" : "1" }.joined()
            < order.map { right.contains($0) ? "0" : "1" }.joined()
    }
}
