import APISpec
import Diagnostics
import Recovery

/// A recovered document with short ways to its parts.
struct RecoveryOutcome {
    let document: SpecDocument
    let findings: [Diagnostic]

    init(_ document: SpecDocument) {
        let result = Recovery().recover(document, locations: Documents.locations)
        self.document = result.document
        findings = result.findings
    }

    func revision(_ operation: String, _ version: String = "1.1") -> Revision? {
        document.operations.first { $0.id == operation }?.revisions.first { $0.versions.contains(version) }
    }

    func answer(_ operation: String, _ version: String = "1.1", status: Int = 200) -> Response? {
        revision(operation, version)?.responses.first { $0.status == status }
    }

    /// The name of the schema of a response; `nil` for everything else.
    func answerName(_ operation: String, _ version: String = "1.1", status: Int = 200) -> String? {
        guard case .reference(let name)? = answer(operation, version, status: status)?.schema?.kind else { return nil }
        return name
    }

    func schema(_ name: String) -> NamedSchema? { document.schemas.first { $0.name == name } }

    func messages(_ rule: String) -> [String] { findings.filter { $0.rule == rule }.map(\.message) }
}
