import ServiceRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date {
    /// A date as the documentation writes it, read as a client would read it.
    ///
    /// Throws `DecodingError` for anything else.
    public init(documented text: String) throws {
        self = try JSONCoding().decode(Date.self, from: JSONCoding().encode(text))
    }
}
