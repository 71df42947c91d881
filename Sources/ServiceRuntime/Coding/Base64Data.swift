#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Bytes that JSON has as a text in Base64 (RFC 4648; OpenAPI, `format: byte` and `contentEncoding: base64`).
///
///     let logo = Base64Data(try Data(contentsOf: file))
///     let bytes = answer.logo?.data
///
/// The text is kept as the service wrote it, so that a value that was read is written back unchanged, and one that is
/// no Base64 can still be looked at.
public struct Base64Data: RawRepresentable, FieldValue, Hashable, Sendable, CustomStringConvertible, ParameterValue,
    HeaderValue, ExpressibleByStringLiteral
{
    /// The text as it is sent.
    public let rawValue: String

    /// What a service has sent; ``data`` tells whether it is Base64.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Bytes to send; the text is in the standard alphabet, with padding.
    public init(_ data: some Sequence<UInt8>) { rawValue = Data(data).base64EncodedString() }

    /// A text that is Base64 already.
    public init(stringLiteral text: String) { rawValue = text }

    /// The bytes; nil where the text is not Base64. The alphabet for URLs and missing padding are understood as well.
    public var data: Data? {
        var text = rawValue
        if text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) {
            text = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        }
        let missing = text.utf8.count % 4
        if missing > 1, text.last != "=" { text += String(repeating: "=", count: 4 - missing) }
        return Data(base64Encoded: text)
    }

    /// The text as it is sent.
    public var description: String { rawValue }

    /// The text as it is sent.
    public var parameterTexts: [String] { [rawValue] }

    /// Reads the value from a header.
    public init?(headerText: String) { rawValue = headerText }

    /// Reads the value from a string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the value as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
