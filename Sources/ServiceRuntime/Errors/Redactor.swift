import Foundations
import HTTPTypes
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Removes secrets from text that errors and logs show.
struct Redactor: Sendable {
    /// Texts that must not be shown, the longest first, so that none hides inside another.
    private let secrets: [String]
    /// Secrets that become known only while requests are sent.
    private let fresh: FreshSecrets?
    /// Headers that must not be shown, beyond those whose names tell.
    private let headers: [SecretHeaders]

    /// Removes `secrets`, also in the forms that they take in URLs and in JSON, and those that `fresh` has at the time.
    init(secrets: [String], fresh: FreshSecrets? = nil, headers: [SecretHeaders] = []) {
        self.secrets = Self.forms(of: secrets)
        self.fresh = fresh
        self.headers = headers
    }

    /// The forms that secrets take in URLs and in JSON, the longest first.
    private static func forms(of secrets: [String]) -> [String] {
        var forms: Set<String> = []
        for secret in secrets where !secret.isEmpty {
            forms.insert(secret)
            forms.insert(PercentEncoding.encode(secret, leaving: PercentEncoding.segment))
            forms.insert(PercentEncoding.encode(secret, leaving: PercentEncoding.query))
            forms.insert(PercentEncoding.encode(secret, leaving: PercentEncoding.unreserved))
            forms.insert(secret.replacing("/", with: "\\/"))
        }
        return forms.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// All texts that must not be shown now.
    private var hidden: [String] {
        guard let fresh = fresh?.texts, !fresh.isEmpty else { return secrets }
        return (secrets + Self.forms(of: fresh)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// Whether the value of a header must not be shown.
    func hides(header name: String) -> Bool {
        let name = name.lowercased()
        return SecretNames.matches(name) || headers.contains { $0.contains(name) }
    }

    /// The text without known secrets.
    func redact(_ text: String) -> String {
        hidden.reduce(text) { $0.replacing($1, with: SecretNames.replacement) }
    }

    /// The beginning of a text that comes from elsewhere, as one line without secrets, known ones and those that a name
    /// before them gives away.
    func display(_ text: String, limit: Int) -> String {
        // No more is looked at than can be shown, so that long texts cost nothing.
        let bytes = limit * 4 + 4096
        let isCut = text.utf8.count > bytes
        return display(cut: isCut ? String(decoding: text.utf8.prefix(bytes), as: UTF8.self) : text, isCut, limit)
    }

    private func display(cut text: String, _ isCut: Bool, _ limit: Int) -> String {
        var text = redact(text)
        // What the cut left of a secret would not be recognised.
        if isCut { text.removeLast(min(text.count, hidden.first?.count ?? 0)) }
        return SensitiveText.redact(text).singleLine.shortened(to: limit)
    }

    /// The beginning of a body as one line of at most 300 characters, without secrets; of HTML only the text.
    ///
    /// Empty if the body is.
    func snippet(of body: Data, isHTML: Bool = false) -> String {
        if isHTML {
            // Styles and scripts come first on many pages, and may be long.
            let text = HTMLText.text(of: body.prefix(1 << 16))
            if !text.isEmpty { return display(text, limit: 300) }
        }
        return display(cut: String(decoding: body.prefix(4096), as: UTF8.self), body.count > 4096, 300)
    }
}

extension Redactor {
    /// The URL of `request` without a user, without the values of query parameters that suggest a secret, and without
    /// known secrets.
    func url(of request: HTTPRequest) -> String {
        let target = request.path ?? ""
        var authority = (request.authority ?? "")[...]
        if let at = authority.lastIndex(of: "@") { authority = SecretNames.replacement + authority[at...] }
        let origin = "\(request.scheme ?? "")://\(authority)"
        guard let mark = target.firstIndex(of: "?") else { return redact(origin + target) }
        let pairs = target[target.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair in
            guard let equals = pair.firstIndex(of: "="),
                SecretNames.matches(query: pair[..<equals])
            else { return String(pair) }
            return "\(pair[..<equals])=\(SecretNames.replacement)"
        }
        return redact(origin + target[...mark] + shown.joined(separator: "&"))
    }
}

/// Secrets that become known while requests are sent, such as tokens that are fetched; the last few are kept.
final class FreshSecrets: Sendable {
    private static let limit = 8
    private let kept = Mutex<[String]>([])

    /// The secrets, the oldest first.
    var texts: [String] { kept.withLock { $0 } }

    /// Keeps a secret.
    func add(_ secret: String) {
        kept.withLock { kept in
            if secret.isEmpty || kept.contains(secret) { return }
            kept.append(secret)
            if kept.count > Self.limit { kept.removeFirst() }
        }
    }
}

extension Redactor: CustomStringConvertible, CustomReflectable {
    /// Says nothing of the secrets, nor how many there are.
    var description: String { "Redactor" }

    /// Has no children, so that dumping something that holds a redactor shows no secret.
    var customMirror: Mirror { Mirror(self, children: []) }
}
