/// How a request says which version of the API it means: a fact of the service, which clients send and callers never pass.
///
/// What it touches is written in the spec without it: revisions have no such parameter, paths no such prefix, and media
/// types have `{version}` where the version stands.
public struct VersionSelector: Sendable, Hashable {
    /// The part of a request that tells the version.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A header field.
        case header
        /// A query item.
        case query
        /// The media type of what is sent and of what is asked for.
        case mediaType = "media-type"
        /// The beginning of the path.
        case path
        /// The base address: its host or its path.
        case server
        /// Nothing: a request of one version is a request of all.
        case none
    }

    /// How far the evidence carries.
    public enum Confidence: String, Sendable, Hashable, CaseIterable {
        /// Documents of several versions differ in this, everywhere, and in nothing else of this kind.
        case high
        /// The shape is well known, and one document shows it.
        case medium
    }

    /// What stands in ``pattern`` for the version.
    public static let placeholder = "{version}"

    /// The part of a request.
    public var kind: Kind
    /// The name of the header field or query item; `nil` for the other kinds.
    public var name: String?
    /// The whole value of the part, with `{version}` for what differs from version to version: `backup {version}`,
    /// `application/vnd.things+json;version={version}`, `/v{version}`, `https://things.example/v{version}`.
    public var pattern: String
    /// The ids of the operations that are called without it, in the order of the document.
    public var omittedBy: [String]
    /// Whether a header field or query item has to be there; where not, a request without it is answered in the newest
    /// current version. Clients send it all the same.
    public var isRequired: Bool
    /// Values that the documentation lists for it and that stand for no version of the spec.
    public var accepted: [String]
    /// How far the evidence carries; `nil` where the documentation states the selector.
    public var confidence: Confidence?
    /// The evidence: `varies-with-version`, `well-known-name`; empty where the documentation states the selector.
    public var recovered: [String]
    /// Why a person holds a recovery to be right, from the overlay; `nil` where nobody confirmed one.
    public var confirmed: String?

    /// A selector with its pattern.
    public init(
        _ kind: Kind, name: String? = nil, pattern: String = VersionSelector.placeholder, omittedBy: [String] = [],
        isRequired: Bool = true, accepted: [String] = [], confidence: Confidence? = nil, recovered: [String] = [],
        confirmed: String? = nil
    ) {
        self.isRequired = isRequired
        self.accepted = accepted
        self.kind = kind
        self.name = name
        self.pattern = pattern
        self.omittedBy = omittedBy
        self.confidence = confidence
        self.recovered = recovered
        self.confirmed = confirmed
    }

    /// The pattern with a value in it.
    public func text(for value: String) -> String { Self.filled(pattern, with: value) }

    /// A text with a value in the place of `{version}`.
    public static func filled(_ text: String, with value: String) -> String {
        text.utf8.contains(UInt8(ascii: "{")) ? text.replacing(placeholder, with: value) : text
    }

    /// The value that `text` has in the place of `{version}`; `nil` where it is not as the pattern says.
    public func value(in text: String) -> String? {
        let parts = pattern.split(separator: Self.placeholder, omittingEmptySubsequences: false)
        guard let prefix = parts.first, let suffix = parts.last, parts.count == 2, text.hasPrefix(prefix),
            text.hasSuffix(suffix), text.count > prefix.count + suffix.count
        else { return nil }
        return String(text.dropFirst(prefix.count).dropLast(suffix.count))
    }

    /// What stands between the host and the paths of a service whose base address selects the version: `/v{version}` of
    /// `https://things.example/v{version}`; `/{version}` where the host does; `nil` where something else selects it.
    ///
    /// A service that stands in for the documented one at another address tells versions apart by this.
    public var basePath: String? {
        guard kind == .server else { return nil }
        let rest = pattern.firstRange(of: "://").map { pattern[$0.upperBound...] } ?? pattern[...]
        let path = rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
        let plain = path.hasSuffix("/") ? String(path.dropLast()) : path
        return plain.contains(Self.placeholder) ? plain : "/\(Self.placeholder)"
    }

    /// The value that a media type has in the place of `{version}`; `nil` where it is not as the pattern says.
    public func value(inMediaType text: String) -> String? {
        func plain(_ text: String) -> Substring { text.filter { $0 != " " && $0 != "\"" }[...] }
        var rest = plain(text)
        var value: String?
        var pieces = plain(pattern).split(separator: "{", omittingEmptySubsequences: false)
        let first = pieces.removeFirst()
        guard rest.hasPrefix(first) else { return nil }
        rest = rest.dropFirst(first.count)
        for (index, piece) in pieces.enumerated() {
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            let isLast = index == pieces.count - 1
            let end: String.Index
            if isLast {
                guard rest.hasSuffix(parts[1]), rest.count > parts[1].count else { return nil }
                end = rest.index(rest.endIndex, offsetBy: -parts[1].count)
            } else {
                // `{schema}` may stand for nothing: `application/{schema}json` is `application/json` too.
                guard let range = rest.firstRange(of: parts[1]),
                    range.lowerBound != rest.startIndex || parts[0] != "version"
                else { return nil }
                end = range.lowerBound
            }
            if parts[0] == "version" { value = String(rest[..<end]) }
            rest = rest[end...].dropFirst(parts[1].count)
        }
        return value
    }

    /// The selector in words for people: `the query item api-version`.
    public var words: String {
        switch kind {
        case .header: "the header \(name ?? "")"
        case .query: "the query item \(name ?? "")"
        case .mediaType: "the media type"
        case .path: "the beginning of the path"
        case .server: "the base address"
        case .none: "nothing"
        }
    }
}

extension VersionSelector {
    /// Whether a parameter is the selector.
    package func isSelector(_ parameter: Parameter) -> Bool {
        switch (kind, parameter.location) {
        case (.header, .header): parameter.name.lowercased() == name?.lowercased()
        case (.query, .query): parameter.name == name
        default: false
        }
    }

    /// The selector as a parameter of an operation, the value of the version first; `nil` where it is none, or where the
    /// operation is called without it.
    package func parameter(of operation: String, value: String) -> Parameter? {
        let location: Parameter.Location
        switch kind {
        case .header: location = .header
        case .query: location = .query
        case .mediaType, .path, .server, .none: return nil
        }
        guard let name, !omittedBy.contains(operation) else { return nil }
        return Parameter(
            name: name, location: location, isRequired: isRequired,
            schema: Schema(.enumeration(([value] + accepted.filter { $0 != value }).map(text))))
    }
}

extension Service {
    /// What selects the version: what ``selector`` says, or the header of every request whose value holds `{version}`;
    /// `nil` where nothing is known.
    public var versionSelector: VersionSelector? {
        if let selector { return selector }
        return headers.first { $0.value.contains(VersionSelector.placeholder) }.map {
            VersionSelector(
                .header, name: $0.name, pattern: $0.value,
                isRequired: authentication?.answersWithoutVersion != true)
        }
    }
}

extension APIVersion {
    /// What stands for the version in a request: ``selected``, or the id.
    public var selectorValue: String { selected ?? id }
}

extension SpecDocument {
    /// The document without what its requests say of the version: two versions of it differ in what they mean alone.
    ///
    /// Named by ``VersionSelector``, versions are never part of what an operation or a type says.
    public var withoutSelector: SpecDocument {
        guard service.selector != nil else { return self }
        var copy = self
        copy.service.selector = nil
        for index in copy.versions.indices { copy.versions[index].selected = nil }
        return copy
    }

    /// A revision as requests of one version have it: with the selector in its path and in its media types.
    package func request(_ revision: Revision, of operation: String, in version: APIVersion) -> Revision {
        guard let selector = service.selector else { return revision }
        let value = version.selectorValue
        switch selector.kind {
        case .header, .query, .server, .none: return revision
        case .path:
            guard !selector.omittedBy.contains(operation) else { return revision }
            var copy = revision
            copy.path = selector.text(for: value) + revision.path
            if let shown = copy.example?.path { copy.example?.path = selector.text(for: value) + shown }
            return copy
        case .mediaType: return revision.mappingMediaTypes { VersionSelector.filled($0, with: value) }
        }
    }
}

extension Revision {
    /// The revision with its media types as `transform` makes them.
    package func mappingMediaTypes(_ transform: (String) -> String) -> Revision {
        var copy = self
        if let request = copy.request {
            copy.request?.mediaType = transform(request.mediaType)
            for index in request.parts.indices {
                copy.request?.parts[index].contentType = request.parts[index].contentType.map(transform)
            }
        }
        for index in copy.responses.indices {
            copy.responses[index].mediaType = transform(copy.responses[index].mediaType)
        }
        return copy
    }
}
