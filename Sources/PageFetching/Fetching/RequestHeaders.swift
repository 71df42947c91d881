import HTTPTypes

/// The header fields that go with every request for a page.
enum RequestHeaders {
    /// What is read best, in which form, and who asks. `version` is that of the program.
    ///
    /// Sites that have a page and a document at one address send the document to who asks for a part of a page.
    ///
    /// Nothing compressed is asked for: what has to be unpacked has no size that could be checked before.
    static func fields(
        _ validators: Validators, version: String, reads kind: PageFetcher.Options.Kind = .page
    ) -> HTTPFields {
        var fields: HTTPFields = [
            .userAgent: "apidoc/\(token(version)) (+documentation reader)",
            .accept: kind == .page
                ? "text/html, text/plain;q=0.9, */*;q=0.1"
                : "application/json, application/yaml;q=0.9, */*;q=0.8",
            .acceptEncoding: "identity",
        ]
        validators.add(to: &fields)
        return fields
    }

    /// A version with nothing in it that a product token lacks (RFC 9110, section 5.6.2).
    private static func token(_ version: String) -> String {
        let kept = version.utf8.filter { byte in
            byte.isLetter || byte.isDigit || "-._+".utf8.contains(byte)
        }
        return kept.isEmpty ? "unknown" : String(decoding: kept, as: UTF8.self)
    }
}
