import APISpec
import Diagnostics

/// Tells the headers of every request from those that only some examples show.
struct HeaderCollector {
    /// The headers of every request, in the order of the documentation.
    private(set) var common: [Service.Header] = []
    /// The prefix of the authentication headers in upper case: `SCP`.
    private(set) var provider: String?
    /// The name of the service in the version header.
    private(set) var serviceName: String?
    /// How requests are authenticated.
    private(set) var authentication: Service.Authentication?
    /// The headers of every request that each caller fills in, and that are no part of a known authentication, in the
    /// order of the documentation, each with the place where it stands first.
    private(set) var credentials: [ShownHeader] = []

    private var commonValues: [String: String] = [:]
    private var placeholders: [String: String] = [:]
    private var versionHeader: String?
    /// The names in lower case of headers that each caller fills in.
    private var filledIn: Set<String> = []

    /// Reads the headers of all examples.
    init(_ revisions: [ReadRevision]) {
        findAuthentication(revisions)
        findCredentials(revisions)
        let examples = revisions.filter { !$0.headers.isEmpty }
        var counts: [String: [String: Int]] = [:]
        var names: [String] = []
        for example in examples {
            for header in example.headers {
                let (key, value) = (header.name.lowercased(), abstracted(header, version: example.version))
                if counts[key] == nil { names.append(header.name) }
                counts[key, default: [:]][value, default: 0] += 1
            }
        }
        for name in names {
            // At most one value can be that of more than half of the examples.
            for (value, count) in counts[name.lowercased()] ?? [:] where count * 2 > examples.count {
                commonValues[name.lowercased()] = value
                if filledIn.contains(name.lowercased()) {
                    let shown = revisions.lazy.flatMap(\.headers).first { $0.name == name }
                    if let shown { credentials.append(shown) }
                } else {
                    common.append(Service.Header(name, value))
                }
            }
        }
    }

    /// The headers of an example that differ from those of every request; each of them is a finding.
    func differences(of revision: ReadRevision, operation: String, log: ImportLog) -> [Service.Header] {
        guard !revision.headers.isEmpty else { return [] }
        var differing: [Service.Header] = []
        var shown: Set<String> = []
        for header in revision.headers {
            let key = header.name.lowercased()
            shown.insert(key)
            let value = abstracted(header, version: revision.version)
            if commonValues[key] == value { continue }
            differing.append(Service.Header(header.name, value))
            let others = commonValues[key].map { "`\(excerpt($0))`" } ?? "not there"
            let message = """
                `\(header.name)` is `\(excerpt(value))` in the example of `\(operation)` and \(others) in others
                """
            log.report(ImportRules.headerDiffers, message, at: header.location)
        }
        let usuals = common.map(\.name) + credentials.map(\.name)
        for usual in usuals where !shown.contains(usual.lowercased()) {
            let message = "the example of `\(operation)` lacks the header `\(usual)` that others show"
            log.report(ImportRules.headerDiffers, message, at: revision.headers[0].location)
        }
        return differing
    }

    private mutating func findAuthentication(_ revisions: [ReadRevision]) {
        let names = Set(revisions.flatMap(\.headers).map { $0.name.lowercased() })
        for suffix in GuideDialect.scp.headers.authentication.map({ "-\($0.suffix.lowercased())" }) {
            guard provider == nil else { break }
            let prefixes = names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
            provider = prefixes.filter { !$0.isEmpty && !$0.contains("-") }.min()
        }
        guard let prefix = provider else { return }
        provider = prefix.uppercased()
        for (suffix, placeholder) in GuideDialect.scp.headers.authentication {
            placeholders["\(prefix)-\(suffix.lowercased())"] = placeholder
        }
        if names.isSuperset(of: placeholders.keys) { authentication = .scpHMAC }
        let version = "\(prefix)-\(GuideDialect.scp.headers.version.lowercased())"
        versionHeader = names.contains(version) ? version : nil
        let shown = revisions.lazy.flatMap(\.headers).first { $0.name.lowercased() == version }
        serviceName = shown?.value.split(separator: " ").first.map(String.init)
    }

    /// Finds the headers whose values each caller fills in, by their names and by placeholders in the place of values.
    private mutating func findCredentials(_ revisions: [ReadRevision]) {
        let headers = revisions.flatMap(\.headers)
        let isSigned = headers.contains { $0.name.lowercased().hasSuffix("signature") }
        for header in headers {
            let name = header.name.lowercased()
            // With all its parts the authentication is known, and is not a credential of another kind.
            if placeholders[name] != nil, authentication != nil { continue }
            guard name != versionHeader, !header.value.isEmpty else { continue }
            if CredentialHeader.isSecret(header.name) || CredentialHeader.isPlaceholder(header.value)
                || isSigned && CredentialHeader.isTime(header.name) || placeholders[name] != nil
            {
                filledIn.insert(name)
            }
        }
    }

    /// The ways in which requests prove who sends them, for headers that no known authentication fills in; what is not
    /// known is a finding.
    func schemes(log: ImportLog) -> [SecurityScheme] {
        credentials.compactMap { header in
            let remedy =
                authentication == nil
                ? "the client takes its value as an argument"
                : "the client does not send it; add it to the signature with `Authentication.all`"
            log.report(
                ImportRules.unknownAuthentication,
                "`\(header.name)` of the examples is not a header of a known authentication; \(remedy)",
                at: header.location)
            guard authentication == nil else { return nil }
            let scheme = header.value.split(separator: " ").first?.lowercased()
            let kind: SecurityScheme.Kind =
                switch (header.name.lowercased(), scheme) {
                case ("authorization", "bearer"): .bearer(format: nil)
                case ("authorization", "basic"): .basic
                default: .apiKey(name: header.name, in: .header)
                }
            return SecurityScheme(name: header.name, kind: kind)
        }
    }

    /// The value without what differs from call to call: secrets and the version.
    private func abstracted(_ header: ShownHeader, version: String) -> String {
        let name = header.name.lowercased()
        if filledIn.contains(name) { return "{\(name)}" }
        if let placeholder = placeholders[name] { return placeholder }
        guard name == versionHeader else { return header.value }
        var words = header.value.split(separator: " ")
        guard let last = words.last, last == version[...] else { return header.value }
        words[words.count - 1] = GuideDialect.scp.headers.versionPlaceholder[...]
        return words.joined(separator: " ")
    }
}
