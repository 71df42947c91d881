import APIModel
import HTTPTypes

/// Finds out which version of the API a request means.
struct VersionChoice: Sendable {
    private let selector: VersionSelector?
    private let versions: [APIVersion]
    private let servesPlanned: Bool
    /// The steps between the host and the paths of each version, where base addresses select it.
    private let bases: [(id: String, steps: [String])]
    /// The versions by the text that stands in requests where a header or a query item selects them: each request has one.
    private let spelledOut: [String: String]

    /// The choice among the versions of a service.
    init(_ service: Service, _ versions: [APIVersion], servesPlanned: Bool) {
        selector = service.versionSelector
        self.versions = versions
        self.servesPlanned = servesPlanned
        let pattern: String? =
            switch service.versionSelector?.kind {
            case .header, .query: service.versionSelector?.pattern
            default: nil
            }
        spelledOut = Dictionary(
            pattern.map { pattern in
                versions.map { (VersionSelector.filled(pattern, with: $0.selectorValue), $0.id) }
            } ?? [], uniquingKeysWith: { first, _ in first })
        let base: String? =
            switch service.versionSelector?.kind {
            case .path: service.versionSelector?.pattern
            case .server: service.versionSelector?.basePath
            default: nil
            }
        bases = versions.compactMap { version in
            base.map { base in
                let filled = VersionSelector.filled(base, with: version.selectorValue)
                return (version.id, filled.split(separator: "/").map(String.init))
            }
        }
    }

    /// The query item that names the version; `nil` where none does.
    var queryName: String? { selector?.kind == .query ? selector?.name : nil }

    /// The version that answers a request that names none: the newest current one; where none is current the newest
    /// that is not merely planned.
    var standard: String? {
        (versions.first { $0.status == .current } ?? versions.first { $0.status != .planned } ?? versions.first)?.id
    }

    /// The version that a request means; where base addresses select it, `target` loses what stands before its path.
    ///
    /// Throws where the request names none of the documented versions, or one that is only planned.
    func version(of fields: HTTPFields, _ target: inout RequestTarget) throws(RequestRejection) -> String {
        guard let selector else { return standard ?? "" }
        switch selector.kind {
        case .header:
            guard let name = selector.name.flatMap({ HTTPField.Name($0) }), let text = fields[name] else { break }
            if let version = spelledOut[text] { return try served(version) }
            return try version(selector.value(in: text), "the header \(name.rawName) must be")
        case .query:
            guard let name = selector.name, let pair = target.pairs.last(where: { $0.name == name }) else { break }
            if let version = spelledOut[pair.value] { return try served(version) }
            return try version(selector.value(in: pair.value), "the query item \(name) must be")
        case .mediaType:
            if let text = fields[.contentType], let found = try version(inMediaType: text, selector, 415) {
                return found
            }
            for range in (fields[.accept] ?? "").split(separator: ",") {
                if let found = try version(inMediaType: String(range), selector, 406) { return found }
            }
        case .path:
            for base in bases where target.steps.starts(with: base.steps) { return try served(base.id) }
        case .server:
            for base in bases {
                guard let below = target.below(base.steps) else { continue }
                target = below
                return try served(base.id)
            }
        case .none: break
        }
        return standard ?? ""
    }

    private func version(inMediaType text: String, _ selector: VersionSelector, _ status: Int) throws(RequestRejection)
        -> String?
    {
        // Weights and character sets say nothing of versions.
        let type = text.split(separator: ";").filter { part in
            let name = part.drop { $0 == " " }.prefix { $0 != "=" }.lowercased()
            return !["q", "charset", "boundary"].contains(name)
        }.joined(separator: ";")
        guard let value = selector.value(inMediaType: type) else { return nil }
        return try version(value, "the media type must be", status)
    }

    /// The version that is selected by a value.
    private func version(_ value: String?, _ place: String, _ status: Int = 400) throws(RequestRejection) -> String {
        guard let version = versions.first(where: { $0.selectorValue == value }) else {
            // What the documentation takes besides is not a version of its own.
            if let value, let standard, selector?.accepted.contains(value) == true { return try served(standard) }
            let callable = versions.filter { servesPlanned || $0.status != .planned }.map(\.selectorValue)
            let code = status == 406 ? "NotAcceptable" : status == 415 ? "UnsupportedMediaType" : "InvalidVersion"
            throw RequestRejection(
                status, code,
                "\(place) `\(selector?.pattern ?? "")` with one of the versions " + callable.joined(separator: ", "))
        }
        return try served(version.id)
    }

    private func served(_ id: String) throws(RequestRejection) -> String {
        guard let version = versions.first(where: { $0.id == id }) else { return id }
        guard servesPlanned || version.status != .planned else {
            throw RequestRejection(400, "InvalidVersion", "version \(id) is planned and cannot be called yet")
        }
        return id
    }
}
