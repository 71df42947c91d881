extension Array: TolerantlyDecodable where Element: TolerantlyDecodable {
    /// Reads a list.
    @inlinable
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> [Element] {
        try fields.container.decode([Element].self, forKey: key)
    }

    /// Reads a list that may be absent or null.
    @inlinable
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> [Element]? {
        try fields.container.decodeIfPresent([Element].self, forKey: key)
    }

    /// Reads a list whose elements may have any form that can be understood.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> [Element]? {
        var container = try decoder.unkeyedContainer()
        var elements: [Element] = []
        while !container.isAtEnd {
            let element = try container.superDecoder()
            guard let value = try Element.readTolerantlyIfNeeded(from: element, report: report) else {
                throw DecodingError.typeMismatch(
                    Element.self,
                    .init(
                        codingPath: element.codingPath,
                        debugDescription: "expected \(Element.self), found an empty string"))
            }
            elements.append(value)
        }
        return elements
    }
}

extension Dictionary: TolerantlyDecodable where Key == String, Value: TolerantlyDecodable {
    /// Reads a dictionary.
    @inlinable
    public static func read<Name>(_ key: Name, from fields: FieldReader<Name>) throws -> [String: Value] {
        try fields.container.decode([String: Value].self, forKey: key)
    }

    /// Reads a dictionary that may be absent or null.
    @inlinable
    public static func readIfPresent<Name>(_ key: Name, from fields: FieldReader<Name>) throws -> [String: Value]? {
        try fields.container.decodeIfPresent([String: Value].self, forKey: key)
    }

    /// Reads a dictionary whose values may have any form that can be understood.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> [String: Value]? {
        let container = try decoder.container(keyedBy: MemberName.self)
        var members: [String: Value] = [:]
        for name in container.allKeys {
            let member = try container.superDecoder(forKey: name)
            guard let value = try Value.readTolerantlyIfNeeded(from: member, report: report) else {
                throw DecodingError.typeMismatch(
                    Value.self,
                    .init(
                        codingPath: member.codingPath, debugDescription: "expected \(Value.self), found an empty string"
                    ))
            }
            members[name.stringValue] = value
        }
        return members
    }
}

extension TolerantlyDecodable {
    /// Reads the documented form, or else any form that can be understood.
    static func readTolerantlyIfNeeded(from decoder: any Decoder, report: DeviationReport) throws -> Self? {
        if let value = try? decoder.singleValueContainer().decode(Self.self) { return value }
        return try readTolerantly(from: decoder, report: report)
    }
}
