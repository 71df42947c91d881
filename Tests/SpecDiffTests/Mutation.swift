import APISpec

/// One edit of a document, with what a comparison has to say of it, forwards and backwards.
struct Mutation {
    let name: String
    let document: SpecDocument
    let forwards: Set<String>
    let backwards: Set<String>
    /// What the edit is about; edits of different things do not touch each other.
    let target: String
}

/// Makes edits of a document at random places.
struct Mutator {
    let facts: MutationFacts
    var random: Random

    init(_ document: SpecDocument, random: Random) {
        facts = MutationFacts(document)
        self.random = random
    }

    /// An edit of a random kind at a random place, of those that are possible.
    mutating func next() -> Mutation {
        while true {
            let kinds: [(inout Mutator) -> Mutation?] = [
                { $0.property() }, { $0.property() }, { $0.property() }, { $0.property() }, { $0.schema() },
                { $0.parameter() }, { $0.parameter() }, { $0.operation() }, { $0.body() }, { $0.response() },
                { $0.version() }, { $0.service() }, { $0.evidence() },
            ]
            if let kind = kinds.randomElement(using: &random), let mutation = kind(&self) { return mutation }
        }
    }

    /// An edit that does not change which operations reach a schema.
    mutating func nextLocal() -> Mutation {
        while true {
            if let mutation = Bool.random(using: &random) ? property() : parameter() { return mutation }
        }
    }

    // MARK: Choosing

    mutating func pick<Element>(_ elements: some Collection<Element>) -> Element? {
        elements.randomElement(using: &random)
    }

    /// A position of an operation and of one of its revisions.
    mutating func pickRevision() -> (operation: Int, revision: Int)? {
        guard let operation = pick(facts.document.operations.indices),
            let revision = pick(facts.document.operations[operation].revisions.indices)
        else { return nil }
        return (operation, revision)
    }

    func edited(_ edit: (inout SpecDocument) -> Void) -> SpecDocument {
        var document = facts.document
        edit(&document)
        return document
    }
}
