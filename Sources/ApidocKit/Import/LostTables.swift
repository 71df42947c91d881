import APISpec
import Diagnostics
import DocumentationImport
import PageDialects

extension SpecDocument {
    /// Notes what pages name and show no table of: nothing is known of it, and what an earlier page said is kept.
    mutating func note(_ lost: LostParts) {
        for index in schemas.indices where lost.models.contains(schemas[index].name) { schemas[index].isLost = true }
        for operation in operations.indices {
            for index in operations[operation].revisions.indices {
                let revision = operations[operation].revisions[index]
                let call = "\(revision.method.uppercased()) \(revision.path)"
                if lost.parameters.contains(call) { operations[operation].revisions[index].lost.insert(.parameters) }
                if lost.answers.contains(call) { operations[operation].revisions[index].lost.insert(.responses) }
            }
        }
    }
}

extension SpecDocument {
    /// The dialect that all pages of the spec are written in, if it is one.
    var commonDialect: String? {
        let dialects = Set(sources.filter { !$0.isOverlay && $0.foundOn == nil }.map(\.dialect))
        return dialects.count == 1 ? dialects.first.flatMap(\.self) : nil
    }
}

extension DiagnosticError {
    /// Whether nothing is wrong but that the pages are no guides.
    var isNoGuide: Bool { diagnostics.allSatisfy { $0.rule == ImportRules.noGuide.id } }
}
