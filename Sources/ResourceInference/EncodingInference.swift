public import APISpec

/// Reads from the descriptions of path parameters that their text is sent in Base64.
///
/// Names with slashes or colons stand in paths so; only a sentence beside the parameter tells it, in documentation pages as
/// in OpenAPI. What states an encoding already stays as it is.
public struct EncodingInference: Sendable {
    /// An inference.
    public init() {}

    /// The document with the encodings that descriptions tell.
    public func infer(_ document: SpecDocument) -> SpecDocument {
        var result = document
        for operation in result.operations.indices {
            for revision in result.operations[operation].revisions.indices {
                for place in result.operations[operation].revisions[revision].parameters.indices {
                    let parameter = result.operations[operation].revisions[revision].parameters[place]
                    guard parameter.location == .path, parameter.encoding == nil, Self.isText(parameter.schema.kind),
                        let encoding = Self.encoding(parameter.schema.description ?? "")
                    else { continue }
                    result.operations[operation].revisions[revision].parameters[place].encoding = encoding
                }
            }
        }
        return result
    }

    private static func isText(_ kind: Schema.Kind) -> Bool {
        switch kind {
        case .string(nil), .unknown: true
        default: false
        }
    }

    /// The encoding that a description tells of; `nil` where it speaks of none, or says that there is none.
    private static func encoding(_ description: String) -> Parameter.Encoding? {
        let words = description.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let text = " " + words.joined(separator: " ") + " "
        guard ["base64", "base 64", "base64url", "urlsafe64"].contains(where: { text.contains(" \($0)") }) else {
            return nil
        }
        guard !["not base64", "no base64", "without base64", "base64 decoded"].contains(where: text.contains) else {
            return nil
        }
        let isForURLs = ["base64url", "base64 url", "url safe", "urlsafe"].contains(where: text.contains)
        guard isForURLs else { return .base64 }
        let isUnpadded = ["without padding", "no padding", "unpadded", "padding removed", "padding omitted"]
            .contains(where: text.contains)
        return isUnpadded ? .base64urlUnpadded : .base64url
    }
}
