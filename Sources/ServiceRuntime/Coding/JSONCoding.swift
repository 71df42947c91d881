#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Reads and writes the JSON of a service.
///
/// Reading follows what services send rather than what they document; see ``DecodingPolicy``. Dates are read in any
/// form of ISO 8601. Writing is deterministic: members in the order in which a type encodes them, those of a dictionary
/// sorted by name, no escaped slashes, dates in UTC with `Z`.
public struct JSONCoding: Sendable {
    /// How departures from the documentation are treated.
    public var policy: DecodingPolicy

    /// A coding with a policy.
    public init(policy: DecodingPolicy = .tolerant) {
        self.policy = policy
    }

    /// Reads a value.
    ///
    /// Deviations are reported once the whole value has been read.
    ///
    /// Throws a `DecodingError` for anything that cannot be understood, for a document that is nested deeper than 128
    /// levels, and in strict decoding for every deviation.
    public func decode<Value: Decodable>(
        _ type: Value.Type, from data: Data, onDeviation: ((Deviation) -> Void)? = nil
    ) throws -> Value {
        let session = DecodingSession(policy: policy, isListening: onDeviation != nil)
        let value = try Self.decode(type, from: data, session: session)
        if let onDeviation {
            for deviation in session.deviations { onDeviation(deviation) }
        }
        return value
    }

    /// Reads a value, and says why if `data` is not JSON or too deep to be read.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from data: Data, session: DecodingSession?
    ) throws -> Value {
        guard let document = JSONDocument(data, session: session) else {
            throw noJSON(JSONFault.obstacle(data) ?? JSONFault.describe(data) ?? JSONDocument.refusal(data))
        }
        return try document.value(at: 0)
    }

    private static func noJSON(_ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "\(JSONFault.introduction): \(reason)"))
    }

    /// Writes a value.
    ///
    /// Throws an `EncodingError` for what JSON cannot hold: infinity, NaN, dates outside the years 0 to 9999.
    public func encode(_ value: some Encodable) throws -> Data { try encode(value, isRequest: false) }

    /// Writes a value as the body of a request: members that only a service sets are left out.
    ///
    /// Throws as ``encode(_:)`` does.
    public func encodeRequest(_ value: some Encodable) throws -> Data { try encode(value, isRequest: true) }

    private func encode(_ value: some Encodable, isRequest: Bool) throws -> Data {
        let writer = JSONWriter(isRequest: isRequest)
        try JSONValueEncoder(writer, 0).encode(value)
        if writer.isEmpty {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "\(type(of: value)) did not encode any values."))
        }
        return Data(writer.finish())
    }
}
