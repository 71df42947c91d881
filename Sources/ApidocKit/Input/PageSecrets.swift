import APISpec
import Diagnostics
import PageFetching

/// The secrets in the queries of addresses, which specs do not keep: they come from the environment, or with the address
/// that is named again.
enum PageSecrets {
    /// The variable of the environment for a parameter: `APIDOC_QUERY_ACCESS_TOKEN` of `access-token`.
    static func variable(for parameter: String) -> String {
        let plain = parameter.uppercased().unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? Character(scalar) : "_"
        }
        return "APIDOC_QUERY_" + String(plain)
    }

    /// The address of a page of a spec, with its secrets. Throws `DiagnosticError` where one is missing.
    static func address(of page: String, specPath: String, _ environment: [String: String]) throws -> String {
        let address = RedactedURL.restored(page) { environment[variable(for: $0)] }
        let missing = RedactedURL.redactedNames(of: address)
        guard !missing.isEmpty else { return address }
        let names = missing.map { "`\(printable($0))`" }.joined(separator: ", ")
        let variables = missing.map(variable).joined(separator: ", ")
        throw DiagnosticError(
            "the spec does not keep the value of \(names) in the query; name the address with it, as in `apidoc update "
                + "\(printable(specPath)) ADDRESS`, or set \(variables)", at: SourceLocation(file: page))
    }
}
