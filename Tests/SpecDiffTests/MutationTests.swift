import APISpec
import Foundation
import SpecDiff
import Testing

/// Random edits: each is reported by the right rule, at the right place, with the operations and versions that it
/// reaches, and nothing else is.
@Suite("Random edits")
struct MutationTests {
    private func comparer(_ old: SpecDocument, _ new: SpecDocument) -> SpecComparer {
        var new = new
        new.sources = [Source(page: "other.html", sha256: String(repeating: "f", count: 64))]
        return SpecComparer(old: Specs.file(old, "old.yaml"), new: Specs.file(new, "new.yaml"))
    }

    /// The lines for what was found, as ``MutationFacts/line(_:_:_:_:)`` writes them.
    private func found(_ comparer: SpecComparer) throws -> Set<String> {
        let lines = try comparer.compare().findings.map { finding in
            MutationFacts.line(finding.rule.id, finding.location, finding.operations, finding.versions.map(\.new))
        }
        #expect(Set(lines).count == lines.count, "said twice: \(lines)")
        return Set(lines)
    }

    private func check(_ document: SpecDocument, seed: UInt64, count: Int) throws {
        var mutator = Mutator(document, random: Random(seed: seed))
        for _ in 0..<count {
            let mutation = mutator.next()
            let comparer = comparer(document, mutation.document)
            let forwards = try found(comparer)
            #expect(forwards == mutation.forwards, "\(mutation.name)")
            let backwards = try found(comparer.reversed)
            #expect(backwards == mutation.backwards, "\(mutation.name), backwards")
        }
    }

    /// Several edits of different things at once: what is found is what each alone gives.
    private func checkTogether(_ document: SpecDocument, seed: UInt64, count: Int) throws {
        var random = Random(seed: seed)
        for _ in 0..<count {
            var edited = document
            var targets: Set<String> = []
            var expected: Set<String> = []
            var names: [String] = []
            for _ in 0..<6 {
                var mutator = Mutator(edited, random: Random(seed: random.next()))
                let mutation = mutator.nextLocal()
                guard targets.insert(mutation.target).inserted else { continue }
                edited = mutation.document
                expected.formUnion(mutation.forwards)
                names.append(mutation.name)
            }
            #expect(try found(comparer(document, edited)) == expected, "\(names)")
        }
    }

    @Test("The other way round is the same as a comparison made so")
    func reversed() throws {
        let document = try Specs.read("backup.yaml").document
        var mutator = Mutator(document, random: Random(seed: 7))
        for _ in 0..<3 {
            var edited = mutator.next().document
            edited.sources = [Source(page: "other.html", sha256: String(repeating: "f", count: 64))]
            let (old, new) = (Specs.file(document, "old.yaml"), Specs.file(edited, "new.yaml"))
            let turned = try SpecComparer(old: old, new: new).reversed.compare()
            #expect(!turned.findings.isEmpty)
            #expect(try turned.findings == SpecComparer(old: new, new: old).compare().findings)
        }
    }

    @Test("Backup: 250 edits, forwards and backwards")
    func backup() throws { try check(Specs.read("backup.yaml").document, seed: 1, count: 250) }

    @Test("Greenhouse: 200 edits, forwards and backwards")
    func greenhouse() throws { try check(Specs.read("greenhouse.yaml").document, seed: 2, count: 200) }

    @Test("Made-up services: 30 edits of each, forwards and backwards", arguments: 1...6)
    func madeUp(seed: UInt64) throws {
        let document = SyntheticSpec(operations: 12, seed: seed).document
        try check(document, seed: seed, count: 30)
        try checkTogether(document, seed: seed, count: 10)
    }

    @Test("Several edits at once")
    func together() throws {
        try checkTogether(Specs.read("backup.yaml").document, seed: 3, count: 30)
        try checkTogether(Specs.read("greenhouse.yaml").document, seed: 4, count: 30)
    }

    /// A folder of further specs.
    private static let folder = ProcessInfo.processInfo.environment["APIDOC_SPECS"]

    @Test(
        "Specs of the folder that APIDOC_SPECS names: 150 edits of each",
        .enabled(if: folder != nil, "APIDOC_SPECS, a folder of further specs, is not set"))
    func others() throws {
        let folder = try #require(Self.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        for name in names.sorted() {
            let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
            let document = try SpecReader().read(Array(bytes), file: name).document
            try check(document, seed: 5, count: 150)
            try checkTogether(document, seed: 6, count: 20)
        }
    }
}
