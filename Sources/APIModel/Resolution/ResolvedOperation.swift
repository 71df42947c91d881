/// An operation with one call for each version that has it.
public struct ResolvedOperation: Sendable {
    /// The name in lower camel case: `createBackup`.
    public let id: String
    /// The heading of the documentation.
    public let title: String
    /// What is called in each version, newest first.
    public let calls: [Call]

    init(
        _ operation: Operation, of document: SpecDocument, versionOrder: [String: Int], asking: VersionedMediaTypes
    ) {
        id = operation.id
        title = operation.title
        var calls: [Call] = []
        // Only in paths and in media types does the version change what an operation says.
        let isFilledIn = document.service.selector.map { [.path, .mediaType].contains($0.kind) } ?? false
        for revision in operation.revisions {
            let shared = isFilledIn ? nil : CallFacts(revision)
            for id in revision.versions {
                guard let place = versionOrder[id] else { continue }
                let version = document.versions[place]
                let request = document.request(revision, of: operation.id, in: version)
                calls.append(
                    Call(
                        operation: operation, revision: request, stated: revision, version: version,
                        selector: document.service.selector, asking: asking, facts: shared ?? CallFacts(request)))
            }
        }
        self.calls = calls.sorted { (versionOrder[$0.version] ?? 0) < (versionOrder[$1.version] ?? 0) }
    }
}

/// One operation in one version: what a client sends and what comes back.
///
/// An object, since it is large, never changes, and is handed on everywhere.
public final class Call: Sendable {
    /// The operation's id.
    public let operation: String
    /// The operation's heading.
    public let title: String
    /// The version.
    public let version: String
    /// All versions in which the operation says exactly this, newest first.
    public let sameIn: [String]
    /// What the documentation says of it, as requests of the version have it: with the version in its path and in its
    /// media types where it is selected by them.
    public let revision: Revision
    /// What the documentation says of it in all of ``sameIn``: without what selects the version.
    public let stated: Revision
    /// The header field or query item that selects the version, with its only value; `nil` where something else does,
    /// and where a header of every request does. Not among the parameters: clients send it, callers never pass it.
    public let selector: Parameter?
    /// The media type that asks for the version where media types select it, and where the response has none of its
    /// own; `nil` where something else does. Where each schema has a media type, it is one that the version has
    /// elsewhere.
    public let versionedMediaType: String?
    /// Whether each call sends ``selector``: in the query, or in a header that not all operations have. Any other
    /// header is one of every request.
    public let sendsSelector: Bool
    /// What follows from ``revision``; versions that say the same share it.
    private let facts: CallFacts

    init(
        operation: Operation, revision: Revision, stated: Revision, version: APIVersion, selector: VersionSelector?,
        asking: VersionedMediaTypes, facts: CallFacts
    ) {
        self.stated = stated
        let isSelected = selector.map { !$0.omittedBy.contains(operation.id) } ?? false
        self.selector = selector?.parameter(of: operation.id, value: version.selectorValue)
        sendsSelector = self.selector != nil && (selector?.kind == .query || selector?.omittedBy.isEmpty == false)
        versionedMediaType =
            isSelected ? asking.type(of: version.id, at: stated.path) : nil
        self.operation = operation.id
        title = operation.title
        self.version = version.id
        sameIn = revision.versions
        self.revision = revision
        self.facts = facts
    }

    /// The path taken apart.
    public var path: PathTemplate { facts.path }
    /// The parameters of the path, in the order of the path. One that no table states has an unknown type.
    public var pathParameters: [Parameter] { facts.pathParameters }
    /// The query parameters, in the order of the documentation.
    public var queryParameters: [Parameter] { facts.queryParameters }
    /// The header parameters, in the order of the documentation.
    public var headerParameters: [Parameter] { facts.headerParameters }
    /// The documented responses with a status of 200 to 299; where there are none, those that redirect.
    public var successes: [Response] { facts.successes }
    /// The documented answers with any other status.
    public var failures: [Response] { facts.failures }
    /// Whether all that the operation is documented to do is to point elsewhere (status 300 to 308).
    public var onlyRedirects: Bool { facts.onlyRedirects }
    /// What a successful call gives.
    public var result: Result { facts.result }
    /// The type of the items that a successful response streams; `nil` where answers are no such streams, or several.
    public var streamedItem: Schema? { facts.streamedItem }
    /// What successful responses are written in; bytes where they differ.
    public var answerForm: ContentForm { facts.answerForm }

    /// The failures whose bodies have a type: JSON of a known schema. Exact statuses come before ranges, and those
    /// before what stands for all others.
    public var typedFailures: [Response] {
        func rank(_ response: Response) -> Int { response.isDefault ? 2 : response.isRange ? 1 : 0 }
        return failures.filter(\.hasTypedBody).sorted { (rank($0), $0.status) < (rank($1), $1.status) }
    }

    /// The body to send. Where the table is lost and an example shows a body, that body with an unknown type.
    public var request: RequestBody? {
        if let request = revision.request { return request }
        guard revision.lost.contains(.parameters), revision.example?.requestBody != nil else { return nil }
        return RequestBody(isRequired: true, schema: Schema(.unknown))
    }

    /// What a successful call gives.
    public enum Result: Sendable {
        /// A body of one type, whatever the status.
        case body(Schema)
        /// No body.
        case empty
        /// Something that nothing tells the type of.
        case unknown
        /// A body whose type depends on the status.
        case several([Response])
    }
}

extension Response {
    /// Whether the body is JSON of a known schema.
    public var hasTypedBody: Bool {
        schema.map { ContentForm(mediaType, $0) == .json && $0.kind != .unknown } ?? false
    }

    /// Whether the response points elsewhere: a status of 300 to 308 but 304, which says that nothing has changed.
    public var isRedirection: Bool { isRange ? status / 100 == 3 : (300...308).contains(status) && status != 304 }
}
