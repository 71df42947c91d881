/// One value of what is being decoded.
public struct ValueReader {
    /// Where the value is.
    enum Source {
        /// A node of a document of the runtime's own.
        case node(JSONDocument, Int)
        /// What another decoder has.
        case foreign(ForeignDecoder)
    }

    let source: Source

    init(_ document: JSONDocument, _ index: Int) { source = .node(document, index) }

    init(_ decoder: any Decoder) { source = .foreign(ForeignDecoder(decoder)) }

    /// A decoder of the value, for types that are no more than `Codable`.
    public var decoder: any Decoder {
        switch source {
        case .node(let document, let index): JSONNodeDecoder(document, index)
        case .foreign(let foreign): foreign.decoder
        }
    }

    /// Whether the value is `null`.
    var isNull: Bool {
        switch source {
        case .node(let document, let index): document.isNull(index)
        case .foreign(let foreign): (try? foreign.decoder.singleValueContainer().decodeNil()) ?? false
        }
    }

    var report: DeviationReport {
        switch source {
        case .node(let document, _): DeviationReport(session: document.session)
        case .foreign(let foreign): DeviationReport(foreign.decoder)
        }
    }

    var codingPath: [any CodingKey] { decoder.codingPath }

    /// The documented form of a scalar or, where the value has another kind, what `tolerated` makes of it.
    func scalar<Value>(
        _ documented: (any SingleValueDecodingContainer) throws -> Value,
        or tolerated: (any SingleValueDecodingContainer) throws -> Value
    ) throws -> Value {
        let container = try decoder.singleValueContainer()
        do {
            return try documented(container)
        } catch DecodingError.typeMismatch {
            return try tolerated(container)
        }
    }

    /// Reads a value that has to be there.
    @inline(__always)
    func required<Value: FieldValue>(_ type: Value.Type) throws -> Value {
        do {
            return try Value.read(from: self)
        } catch {
            throw placed(error, type)
        }
    }

    /// Reads a value that may be missing; nil for an empty string where no string is wanted.
    @inline(__always)
    func optional<Value: FieldValue>(_ type: Value.Type) throws -> Value? {
        do {
            return try Value.read(from: self)
        } catch is EmptyText {
            return nil
        } catch {
            throw placed(error, type)
        }
    }

    /// The error of reading a value, with its place.
    ///
    /// For a number that does not fit its type, and for an escape that is not a character, decoders throw an error of
    /// their own, which would end as "no JSON" for the whole document.
    func placed<Value>(_ error: any Error, _ type: Value.Type) -> any Error {
        if error is DecodingError || error is CancellationError { return error }
        if error is EmptyText {
            return DecodingError.typeMismatch(
                type, .init(codingPath: codingPath, debugDescription: "expected \(type), found an empty string"))
        }
        let reason = type == String.self ? "the string is not valid text" : "the value does not fit \(type)"
        return DecodingError.dataCorrupted(
            .init(codingPath: codingPath, debugDescription: reason, underlyingError: error))
    }

    /// Reports an empty string where no string is wanted. Throws what stands for it.
    func reportEmptyText() throws -> Never {
        try report.add(.emptyString, at: codingPath, seen: "\"\"")
        throw EmptyText()
    }
}

/// An empty string where no string is wanted: as good as no value.
private struct EmptyText: Error {}

/// A decoder that is not of the runtime, behind one reference.
final class ForeignDecoder {
    let decoder: any Decoder

    init(_ decoder: any Decoder) { self.decoder = decoder }
}
