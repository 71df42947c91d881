/// The methods of requests. Any token is one; they are told apart by case.
public enum RequestMethod {
    /// The methods that a path item of OpenAPI has members for.
    public static let standard = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "QUERY"]

    /// Whether a text is a method: a token (RFC 9110, section 5.6.2).
    public static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// The method of ``standard`` that differs from a text in nothing but case; `nil` for that method itself.
    public static func meant(by text: String) -> String? {
        standard.first { $0 == text.uppercased() && $0 != text }
    }
}
