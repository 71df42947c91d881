import HTTPTypes

/// The header fields that go with every request for a page.
enum RequestHeaders {
    /// What is read best, in which form, and who asks. `version` is that of the program.
    ///
    /// Nothing compressed is asked for: what has to be unpacked has no size that could be checked before.
    static func fields(_ validators: Validators, version: String) -> HTTPFields {
        var fields: HTTPFields = [
            .userAgent: "apidoc/\(token(version)) (+documentation reader)",
            .accept: "text/html, text/plain;q=0.9, */*;q=0.1",
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
