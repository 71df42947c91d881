import APIModel
import APISpec

extension SpecDocument {
    /// The document with files in place of binary text, in schemas that are only sent as multipart bodies.
    ///
    /// Only such a body has room for bytes, a file name and a media type (RFC 7578); in JSON binary members are text.
    var withFileParts: SpecDocument {
        let bodies = operations.flatMap(\.revisions).compactMap(\.request)
        func names(_ isMultipart: Bool) -> Set<String> {
            Set(bodies.filter { ($0.form == .multipart) == isMultipart }.flatMap(\.schema.referencedNames))
        }
        let responses = operations.flatMap(\.revisions).flatMap(\.responses).compactMap(\.schema)
        let elsewhere = names(false).union(responses.flatMap(\.referencedNames))
            .union(schemas.flatMap(\.referencedNames))
        let uploads = names(true).subtracting(elsewhere)
        guard !uploads.isEmpty else { return self }
        var copy = self
        for index in copy.schemas.indices where uploads.contains(copy.schemas[index].name) {
            copy.schemas[index].properties = copy.schemas[index].properties.map { property in
                var property = property
                property.schema = property.schema.withFiles
                return property
            }
        }
        return copy
    }
}

extension Schema {
    /// What stands for a file in the format of a string, within rendering only; documents cannot have it, since formats
    /// that hold a blank are nobody's.
    static let file = "multipart file"

    fileprivate var withFiles: Schema {
        var copy = self
        switch kind {
        case .string(format: "binary"): copy.kind = .string(format: Self.file)
        case .array(let items): copy.kind = .array(items.withFiles)
        default: break
        }
        return copy
    }
}
