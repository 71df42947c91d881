import Foundations

/// The cookie parameters of a request, in order; they are sent as one `Cookie` header (RFC 6265, section 4.2.1).
///
/// Written as a dictionary literal. A nil value is left out. Names must be tokens. In values, what a cookie cannot hold
/// (blanks, quotes, commas, semicolons, backslashes, what is not ASCII) and `%` are percent-encoded; a line break or
/// another control character makes the request invalid. A list repeats its name; ``Styled`` with
/// ``QueryStyle/form(explode:)`` writes it with commas.
public struct CookieParameters: ExpressibleByDictionaryLiteral, Sendable {
    var pairs: [(name: String, value: any ParameterValue)] = []

    /// The cookies of a dictionary literal, without those that are nil.
    public init(dictionaryLiteral elements: (String, (any ParameterValue)?)...) {
        for (name, value) in elements { append(name, value) }
    }

    /// Adds a cookie; nil adds nothing.
    public mutating func append(_ name: String, _ value: (any ParameterValue)?) {
        if let value { pairs.append((name, value)) }
    }

    /// The value of the `Cookie` header, or nil if there is nothing to send.
    func encoded() throws -> String? {
        var texts: [String] = []
        for (name, value) in pairs {
            do {
                if let styled = value as? Styled {
                    texts += try styled.cookiePairs(name)
                } else {
                    let written = try Cookie.name(name)
                    texts += try value.parameterTexts.map { "\(written)=\(try Cookie.value($0))" }
                }
            } catch {
                throw RequestProblem("cookie '\(name.debugDescription.dropFirst().dropLast())': \(error)")
            }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}

/// What may stand in cookies (RFC 6265, section 4.1.1).
enum Cookie {
    /// `cookie-octet` without `%`, which stands for itself only encoded.
    private static let octets = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&'()*+-./:<=>?@[]^_`{|}~")
    private static let token = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~")

    /// A name as it is.
    static func name(_ name: String) throws -> String {
        guard !name.isEmpty, name.utf8.allSatisfy(token.contains) else {
            throw RequestProblem("this is not the name of a cookie")
        }
        return name
    }

    /// A value with what a cookie cannot hold percent-encoded.
    static func value(_ text: String) throws -> String {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw RequestProblem("the value has a line break or another control character")
        }
        return PercentEncoding.encode(text, leaving: octets)
    }

    /// Whether a value can be sent as it is.
    static func isValue(_ text: String) -> Bool { text.utf8.allSatisfy { octets.contains($0) || $0 == 0x25 } }
}

extension Styled {
    /// The cookies, escaped.
    func cookiePairs(_ parameter: String) throws -> [String] {
        guard let value, case .query(let style, _) = style else { return [] }
        let pairs = StyledPairs(
            style: style, name: Cookie.name, value: Cookie.value, element: { try Cookie.value($0) })
        let tree = try FieldTree(value, of: "the value")
        return try pairs.pairs(tree, named: parameter).map { "\($0.name)=\($0.value)" }
    }
}
