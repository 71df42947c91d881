import APIModel
import APISpec

/// Two documents, with what is looked up in them again and again.
struct DocumentPair {
    let old: Side
    let new: Side

    /// One of the documents.
    struct Side {
        let document: SpecDocument
        let model: APIModel
        /// The names of schemas without the suffix that tells versions apart.
        let baseNames: Set<String>
        /// The classes of equal schemas that requests hold; one Swift type stands for each.
        private let sentClasses: Set<String>
        private let receivedClasses: Set<String>

        init(_ document: SpecDocument) {
            let document = AliasInlining(document.schemas).applied(to: document)
            self.document = document
            model = APIModel(document)
            baseNames = Set(model.schemas.map(\.baseName))
            sentClasses = Set(model.schemas.filter(\.isSent).map(\.equalTo))
            receivedClasses = Set(model.schemas.filter(\.isReceived).map(\.equalTo))
        }

        /// The schema with a name of the documentation.
        func schema(_ name: String) -> NamedSchema? { model.schema(named: name)?.schema }

        /// Whether requests hold the Swift type that stands for a schema.
        func isSent(_ name: String) -> Bool {
            model.schema(named: name).map { sentClasses.contains($0.equalTo) } ?? false
        }

        /// Whether answers hold the Swift type that stands for a schema.
        func isReceived(_ name: String) -> Bool {
            model.schema(named: name).map { receivedClasses.contains($0.equalTo) } ?? false
        }

        func version(_ id: String) -> APIVersion? { document.versions.first { $0.id == id } }
    }

    init(old: SpecDocument, new: SpecDocument) {
        self.old = Side(old)
        self.new = Side(new)
    }

    /// Whether both were read from the same bytes: then nothing of the API can differ.
    var haveSameSources: Bool {
        let before = Set(old.document.sources.map(\.sha256))
        return !before.isEmpty && before == Set(new.document.sources.map(\.sha256))
    }
}
