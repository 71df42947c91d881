import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import Recovery

/// Reads pages with faults and looks for facts that are wrong and that nothing speaks of.
struct DamageCheck {
    let page: IntactPage
    let truth: DocumentFacts
    private let locations: SpecLocations
    private let findings: Set<String>
    /// The lines at which the revisions and the models of the intact page start.
    private let starts: [Int]

    /// A wrong or missing fact that nothing speaks of.
    struct Fault {
        var damage: IntactPage.Damaged
        /// Whether the result states it, rather than lacking it.
        var isStated: Bool
        var text: String
    }

    init(_ page: IntactPage) throws {
        self.page = page
        let result = try Self.read(page.text, file: page.file)
        truth = DocumentFacts(result.document)
        locations = result.locations
        findings = Set(result.findings.map(\.message))
        let parts = truth.facts.values.map(\.path.steps).filter { ["operations", "schemas"].contains($0.first) }
        starts = Set(
            parts.compactMap { steps in
                result.locations[SpecPath(Array(steps.prefix(steps.first == "operations" ? 3 : 2)))].line
            }
        ).sorted()
    }

    /// The faults of reading the page with the fault that `seed` makes; `nil` where it is refused or not damaged.
    func faults(seed: UInt64) -> [Fault]? {
        var generator = SeededGenerator(seed: seed)
        let kind = PageDamage.allCases[Int.random(in: 0..<PageDamage.allCases.count, using: &generator)]
        guard let damaged = page.damaged(by: kind, using: &generator) else { return nil }
        guard let result = try? Self.read(damaged.text, file: page.file) else { return nil }
        let lines = Set(result.findings.compactMap(\.location?.line))
        if damaged.lines.contains(where: lines.contains) { return [] }
        let remarks = result.findings.filter { !findings.contains($0.message) }.compactMap(\.location?.line)
        var faults: [Fault] = []
        let found = DocumentFacts(result.document)
        // Where lines of running text end is not a fact; and a separator that is gone from a text is a text without it.
        func words(_ fact: DocumentFacts.Fact?) -> String? {
            fact?.value.filter { !$0.isWhitespace && !(kind == .dropSeparator && $0 == "|") }
        }
        for (key, fact) in found.facts where !fact.isMarked && words(truth.facts[key]) != words(fact) {
            // Running text from which a line is gone says less.
            if kind.isSilent, Self.isPart(fact.value, of: truth.facts[key]?.value ?? "") { continue }
            let line = result.locations[fact.path].line
            if lines.contains(line) { continue }
            // An example is one text: what is the matter with it is said once.
            if fact.path.steps.contains("example"), isRemarked(fact.path, remarks) { continue }
            faults.append(
                Fault(
                    damage: damaged, isStated: true,
                    text:
                        "\(line): \(key) = \(fact.value.prefix(160)), not \((truth.facts[key]?.value ?? "there").prefix(160))"
                ))
        }
        // Of a page that ends too early one finding has to speak: what would have followed, nobody knows.
        if kind == .cut, !remarks.isEmpty { return faults }
        for (key, fact) in truth.facts where found.facts[key] == nil {
            if isGone(key, fact, with: damaged) { continue }
            if isLost(fact.path, in: result.document) { continue }
            if isRemarked(fact.path, remarks) { continue }
            faults.append(
                Fault(damage: damaged, isStated: false, text: "\(key) = \(fact.value.prefix(160)) is missing"))
        }
        return faults
    }

    /// Whether the missing line itself stated the fact, so that nothing is left that could speak of it.
    private func isGone(_ key: String, _ fact: DocumentFacts.Fact, with damaged: IntactPage.Damaged) -> Bool {
        guard damaged.damage == .dropLine, let gone = damaged.gone else { return false }
        if gone.contains(locations[fact.path].line) { return true }
        let words = String(decoding: page.lines[gone.lowerBound - 1], as: UTF8.self)
        // The elements of a list are told by their values: `example response/tags/string("new")`.
        let name = key.split(whereSeparator: { "/.: (\")".contains($0) }).last.map(String.init) ?? key
        if key.hasSuffix("string(\"\")"), words.contains("\"\"") { return true }
        let value = fact.value.trimmingPrefix(while: \.isWhitespace)
        return words.contains(name) || (!value.isEmpty && words.contains(value))
            || fact.value.split(separator: "\n").contains { words.contains($0) }
    }

    /// Whether something is said that the intact page does not give, of the revision or the model that the fact is one
    /// of.
    private func isRemarked(_ path: SpecPath, _ remarks: [Int]) -> Bool {
        var (start, end) = (1, starts.first ?? .max)
        if let depth = ["operations": 3, "schemas": 2][path.steps.first ?? ""] {
            start = locations[SpecPath(Array(path.steps.prefix(depth)))].line
            end = starts.first { $0 > start } ?? .max
        }
        // The fault moves the lines below it by one.
        return remarks.contains { $0 + 1 >= start && $0 - 1 < end }
    }

    private static func isPart(_ text: String, of whole: String) -> Bool {
        Set(whole.split(separator: "\n")).isSuperset(of: text.split(separator: "\n"))
    }

    private func isLost(_ path: SpecPath, in document: SpecDocument) -> Bool {
        let steps = path.steps
        switch steps.first {
        case "schemas":
            return document.schemas.first { $0.name == steps[1] }.map { $0.isLost || !$0.recovered.isEmpty } ?? false
        case "operations":
            let revision = document.operations.first { $0.id == steps[1] }?.revisions.first {
                $0.versions.contains(steps[2])
            }
            guard let revision, steps.count > 3 else { return false }
            return revision.lost.contains(steps[3] == "responses" ? .responses : .parameters)
        default: return false
        }
    }

    private static func read(
        _ text: [UInt8], file: String
    ) throws -> (document: SpecDocument, findings: [Diagnostic], locations: SpecLocations) {
        let page = try PageReader.read(text, file: file)
        let results = try DocumentationImporter().importPages([page], sources: [])
        guard results.count == 1 else { throw DiagnosticError("\(results.count) services", at: nil) }
        let recovery = Recovery().recover(results[0].document, locations: results[0].locations)
        return (recovery.document, results[0].findings + recovery.findings, results[0].locations)
    }
}
