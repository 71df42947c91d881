import APIModel

/// Two documents, with what is looked up in them again and again.
struct DocumentPair {
    let old: Side
    let new: Side
    /// Whether it is one document, of which versions are compared.
    let isOneDocument: Bool

    /// One of the documents.
    struct Side {
        let document: SpecDocument
        /// What selects its versions; `nil` where nothing does.
        let selector: VersionSelector?
        /// Whether that is a header of every request.
        let isSelectedByHeader: Bool
        /// What selects each version.
        let values: [String: String]
        /// The values that select a version, and those that are taken besides.
        let selectorValues: [String]
        let model: APIModel
        /// The names of schemas without the suffix that tells versions apart.
        let baseNames: Set<String>
        /// Which Swift types generated code has.
        let swift: SwiftTypeMapping

        /// A document; without the header of every request of the name `restated`, which the other document has as a
        /// selector.
        init(_ document: SpecDocument, restated: String? = nil) {
            let known = document.service.versionSelector
            selector = known?.kind == VersionSelector.Kind.none ? nil : known
            isSelectedByHeader = document.service.selector == nil && known != nil
            values = Dictionary(
                document.versions.map { ($0.id, $0.selectorValue) }, uniquingKeysWith: { first, _ in first })
            selectorValues = document.versions.map(\.selectorValue) + (known?.accepted ?? [])
            var stated = document.withoutSelector
            stated.service.headers.removeAll { $0.name == restated }
            // What selects a version is not what it says: paths, media types and addresses are compared without it.
            let document = AliasInlining(document.schemas).applied(to: stated)
            self.document = document
            model = APIModel(document)
            baseNames = Set(model.schemas.map(\.baseName))
            swift = SwiftTypeMapping(model.inSwift())
        }

        /// The schema with a name of the documentation.
        func schema(_ name: String) -> NamedSchema? { model.schema(named: name)?.schema }

        func version(_ id: String) -> APIVersion? { document.versions.first { $0.id == id } }
    }

    /// The pair the other way round.
    var reversed: DocumentPair { DocumentPair(old: new, new: old, isOneDocument: isOneDocument) }

    private init(old: Side, new: Side, isOneDocument: Bool) {
        self.old = old
        self.new = new
        self.isOneDocument = isOneDocument
    }

    init(old: SpecDocument, new: SpecDocument) {
        let side = Side(old)
        isOneDocument = old == new
        let other = isOneDocument ? side : Side(new)
        // A header that holds the version is the same selector as one that is stated as such.
        let isRestated =
            side.isSelectedByHeader != other.isSelectedByHeader
            && SelectorComparison.isSame(side.selector, other.selector)
        self.old = isRestated && side.isSelectedByHeader ? Side(old, restated: side.selector?.name) : side
        self.new = isRestated && other.isSelectedByHeader ? Side(new, restated: other.selector?.name) : other
    }

    /// Whether both were read from the same bytes: then nothing of the API can differ.
    var haveSameSources: Bool {
        let before = Set(old.document.sources.map(\.sha256))
        return !before.isEmpty && before == Set(new.document.sources.map(\.sha256))
    }
}
