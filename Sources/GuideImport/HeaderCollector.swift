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

    private var commonValues: [String: String] = [:]
    private var placeholders: [String: String] = [:]
    private var versionHeader: String?

    /// Reads the headers of all examples.
    init(_ revisions: [ReadRevision]) {
        findAuthentication(revisions)
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
                common.append(Service.Header(name, value))
                commonValues[name.lowercased()] = value
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
        for usual in common where !shown.contains(usual.name.lowercased()) {
            let message = "the example of `\(operation)` lacks the header `\(usual.name)` that others show"
            log.report(ImportRules.headerDiffers, message, at: revision.headers[0].location)
        }
        return differing
    }

    private mutating func findAuthentication(_ revisions: [ReadRevision]) {
        let names = Set(revisions.flatMap(\.headers).map { $0.name.lowercased() })
        for suffix in GuideHeaders.authentication.map({ "-\($0.suffix.lowercased())" }) {
            guard provider == nil else { break }
            let prefixes = names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
            provider = prefixes.filter { !$0.isEmpty && !$0.contains("-") }.min()
        }
        guard let prefix = provider else { return }
        provider = prefix.uppercased()
        for (suffix, placeholder) in GuideHeaders.authentication {
            placeholders["\(prefix)-\(suffix.lowercased())"] = placeholder
        }
        if names.isSuperset(of: placeholders.keys) { authentication = .scpHMAC }
        let version = "\(prefix)-\(GuideHeaders.version.lowercased())"
        versionHeader = names.contains(version) ? version : nil
        let shown = revisions.lazy.flatMap(\.headers).first { $0.name.lowercased() == version }
        serviceName = shown?.value.split(separator: " ").first.map(String.init)
    }

    /// The value without what differs from call to call: secrets and the version.
    private func abstracted(_ header: ShownHeader, version: String) -> String {
        let name = header.name.lowercased()
        if let placeholder = placeholders[name] { return placeholder }
        guard name == versionHeader else { return header.value }
        var words = header.value.split(separator: " ")
        guard let last = words.last, last == version[...] else { return header.value }
        words[words.count - 1] = GuideHeaders.versionPlaceholder[...]
        return words.joined(separator: " ")
    }
}
