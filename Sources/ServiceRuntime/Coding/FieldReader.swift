/// Reads the members of an object in the ways that documentation distinguishes.
///
/// Generated models get it in ``FieldCodable/init(from:)-(FieldReader)``. Each method reads the documented form first.
/// Where the form differs in a way that can be understood, the value is used and a ``Deviation`` is reported; in strict
/// decoding it is an error. The type of the value follows from where it is assigned to.
public struct FieldReader {
    enum Source {
        case object(JSONDocument, Int)
        case foreign(ForeignFields)
    }

    let source: Source

    /// The members of the object that `value` is. Throws a `DecodingError` where it is not an object.
    init(_ value: ValueReader) throws {
        switch value.source {
        case .node(let document, let index): source = .object(document, try document.object(at: index))
        case .foreign(let foreign): source = .foreign(try ForeignFields(foreign.decoder))
        }
    }

    /// The members of the object that a decoder is at. Throws a `DecodingError` where it is not an object.
    public init(_ decoder: any Decoder) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            source = .object(decoder.document, try decoder.document.object(at: decoder.index))
        } else {
            source = .foreign(try ForeignFields(decoder))
        }
    }

    /// Reads a member that must be there and must not be null.
    public func required<Value: FieldValue>(_ name: FieldName) throws -> Value {
        try present(name).required(Value.self)
    }

    /// Reads a member that must be there and may be null.
    ///
    /// Absence counts as null and is a deviation.
    public func nullable<Value: FieldValue>(_ name: FieldName) throws -> Value? {
        guard let field = try ifNotNull(name) else { return nil }
        return try field.optional(Value.self)
    }

    /// Reads a member that may be absent and must not be null.
    ///
    /// Null counts as absent and is a deviation.
    public func optional<Value: FieldValue>(_ name: FieldName) throws -> Value? {
        guard let field = try ifPresent(name) else { return nil }
        return try field.optional(Value.self)
    }

    /// Reads a member that may be absent or null.
    public func optionalNullable<Value: FieldValue>(_ name: FieldName) throws -> Value? {
        guard let field = try member(name), !field.isNull else { return nil }
        return try field.optional(Value.self)
    }

    /// Reads a member that may be absent or null, where the two mean different things.
    ///
    /// Absence gives nil, null gives `.null`, and so does an empty string that stands for no value.
    public func distinguished<Value: FieldValue>(_ name: FieldName) throws -> Nullable<Value>? {
        guard let field = try member(name) else { return nil }
        return Nullable(field.isNull ? nil : try field.optional(Value.self))
    }

    /// Reports a deviation of the member `name`.
    ///
    /// Throws a `DecodingError` where the policy is strict.
    public func report(_ kind: Deviation.Kind, at name: FieldName, seen: String) throws {
        try deviations.add(kind, at: codingPath + [name], seen: seen)
    }
}

extension FieldReader {
    /// The value of a member, `null` or not; nil where it is absent.
    @inline(__always)
    func member(_ name: FieldName) throws -> ValueReader? {
        switch source {
        case .object(let document, let object):
            document.member(name.bytes, of: object).map { ValueReader(document, $0) }
        case .foreign(let fields): try fields.member(name)
        }
    }

    var codingPath: [any CodingKey] {
        switch source {
        case .object(let document, let object): document.path(of: object)
        case .foreign(let fields): fields.container.codingPath
        }
    }

    var deviations: DeviationReport {
        switch source {
        case .object(let document, _): DeviationReport(session: document.session)
        case .foreign(let fields): DeviationReport(fields.decoder)
        }
    }

    /// The value of a member that has to be there.
    func present(_ name: FieldName) throws -> ValueReader {
        if let field = try member(name) { return field }
        throw DecodingError.keyNotFound(
            name,
            .init(
                codingPath: codingPath,
                debugDescription: "No value associated with key \(name.stringValue) (\"\(name.stringValue)\")."))
    }

    /// The value of a member, nil for null, and for absence, which is reported.
    func ifNotNull(_ name: FieldName) throws -> ValueReader? {
        if let field = try member(name) { return field.isNull ? nil : field }
        try report(.missingField, at: name, seen: "no field")
        return nil
    }

    /// The value of a member, nil for absence, and for null, which is reported.
    func ifPresent(_ name: FieldName) throws -> ValueReader? {
        guard let field = try member(name) else { return nil }
        if !field.isNull { return field }
        try report(.unexpectedNull, at: name, seen: "null")
        return nil
    }
}
