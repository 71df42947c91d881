import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How Base64 is written (RFC 4648).
public enum Base64Alphabet: Sendable, Hashable {
    /// With `+` and `/` (section 4).
    case standard
    /// With `-` and `_`, for URLs (section 5).
    case urlSafe
    /// With `-` and `_`, without padding.
    case urlSafeUnpadded

    /// The bytes of a text in Base64.
    func encode(_ text: String) -> String {
        let standard = Data(text.utf8).base64EncodedString()
        if self == .standard { return standard }
        let safe = standard.replacing("+", with: "-").replacing("/", with: "_")
        return self == .urlSafe ? safe : String(safe.prefix { $0 != "=" })
    }
}

extension RequestPath.StringInterpolation {
    /// Adds a parameter that the service wants in Base64, as a part of one segment.
    public mutating func appendInterpolation(_ value: some ParameterValue, base64 alphabet: Base64Alphabet) {
        appendStyled {
            let text = try value.parameterTexts.joined(separator: ",")
            return PercentEncoding.encode(alphabet.encode(text), leaving: PercentEncoding.segment)
        }
    }
}
