import APIModel

/// Two documents, with what is looked up in them again and again.
struct DocumentPair {
    let old: Side
    let new: Side

    /// One of the documents.
    struct Side {
        let document: SpecDocument
        /// What selects its versions, apart from headers of every request.
        let selector: VersionSelector?
        let model: APIModel
        /// The names of schemas without the suffix that tells versions apart.
        let baseNames: Set<String>
        /// Which Swift types generated code has.
        let swift: SwiftTypeMapping

        init(_ document: SpecDocument) {
            selector = document.service.selector
            // What selects a version is not what it says: paths, media types and addresses are compared without it.
            let document = AliasInlining(document.schemas).applied(to: document.withoutSelector)
            self.document = document
            model = APIModel(document)
            baseNames = Set(model.schemas.map(\.baseName))
            swift = SwiftTypeMapping(model.inSwift())
        }

        /// The schema with a name of the documentation.
        func schema(_ name: String) -> NamedSchema? { model.schema(named: name)?.schema }

        func version(_ id: String) -> APIVersion? { document.versions.first { $0.id == id } }
    }

    /// What selects versions, where that changed: not its evidence, and not which operations do without it.
    var changedSelectors: (VersionSelector?, VersionSelector?)? {
        func told(_ selector: VersionSelector?) -> [String?]? {
            selector.map { [$0.kind.rawValue, $0.name, $0.pattern] }
        }
        return told(old.selector) == told(new.selector) ? nil : (old.selector, new.selector)
    }

    init(old: SpecDocument, new: SpecDocument) {
        let side = Side(old)
        self.old = side
        self.new = old == new ? side : Side(new)
    }

    /// Whether both were read from the same bytes: then nothing of the API can differ.
    var haveSameSources: Bool {
        let before = Set(old.document.sources.map(\.sha256))
        return !before.isEmpty && before == Set(new.document.sources.map(\.sha256))
    }
}
