import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value of the documentation, or one that its schema makes, as the type that a client takes for it.
///
/// Throws a `DecodingError` where the type does not fit it.
public func documentedValue<Value: Decodable>(_ json: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONCoding().decode(type, from: Data(json.utf8))
}
