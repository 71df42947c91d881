import APISpec
import HTTPTypes

/// Finds out which version of the API a request means.
struct VersionChoice: Sendable {
    /// The header that names the version; `nil` where the documentation has none.
    let header: HTTPField.Name?
    private let prefix: String
    private let suffix: String
    private let versions: [APIVersion]
    private let servesPlanned: Bool

    /// The choice among the versions of a service.
    init(_ service: Service, _ versions: [APIVersion], servesPlanned: Bool) {
        let stated = service.headers.first { $0.value.contains("{version}") }
        header = stated.flatMap { HTTPField.Name($0.name) }
        let parts = (stated?.value ?? "{version}").split(separator: "{version}", omittingEmptySubsequences: false)
        prefix = String(parts.first ?? "")
        suffix = String(parts.last ?? "")
        self.versions = versions
        self.servesPlanned = servesPlanned
    }

    /// The version that answers a request without the header: the newest current one; where none is current the newest
    /// that is not merely planned.
    var standard: String? {
        (versions.first { $0.status == .current } ?? versions.first { $0.status != .planned } ?? versions.first)?.id
    }

    /// The version that a request means.
    ///
    /// Throws where the header names none of the documented versions, or one that is only planned.
    func version(of fields: HTTPFields) throws(Refusal) -> String {
        guard let header, let value = fields[header] else { return standard ?? "" }
        let stated = value.hasPrefix(prefix) && value.hasSuffix(suffix) && value.count > prefix.count + suffix.count
        let id = stated ? String(value.dropFirst(prefix.count).dropLast(suffix.count)) : ""
        guard let version = versions.first(where: { $0.id == id }) else {
            let callable = versions.filter { servesPlanned || $0.status != .planned }.map(\.id)
            throw Refusal(
                400, "InvalidVersion",
                "the header \(header.rawName) must be `\(prefix){version}\(suffix)` with one of the versions "
                    + callable.joined(separator: ", "))
        }
        guard servesPlanned || version.status != .planned else {
            throw Refusal(400, "InvalidVersion", "version \(id) is planned and cannot be called yet")
        }
        return id
    }
}
