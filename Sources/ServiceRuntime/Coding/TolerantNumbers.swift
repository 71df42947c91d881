extension Int: TolerantlyDecodable {
    /// Reads a whole number.
    @inlinable
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Int {
        try fields.container.decode(Int.self, forKey: key)
    }

    /// Reads a whole number that may be absent or null.
    @inlinable
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Int? {
        try fields.container.decodeIfPresent(Int.self, forKey: key)
    }

    /// Reads a whole number or a string that holds one.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> Int? {
        try readText(from: decoder, report: report, as: .numberInString) { text in
            Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
        }
    }
}

extension UInt64: TolerantlyDecodable {
    /// Reads a whole number that is not negative.
    @inlinable
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> UInt64 {
        try fields.container.decode(UInt64.self, forKey: key)
    }

    /// Reads a whole number that is not negative, and that may be absent or null.
    @inlinable
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> UInt64? {
        try fields.container.decodeIfPresent(UInt64.self, forKey: key)
    }

    /// Reads a whole number or a string that holds one.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> UInt64? {
        try readText(from: decoder, report: report, as: .numberInString) { text in
            UInt64(text) ?? Double(text).flatMap { UInt64(exactly: $0) }
        }
    }
}

extension Double: TolerantlyDecodable {
    /// Reads a number.
    @inlinable
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Double {
        try fields.container.decode(Double.self, forKey: key)
    }

    /// Reads a number that may be absent or null.
    @inlinable
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Double? {
        try fields.container.decodeIfPresent(Double.self, forKey: key)
    }

    /// Reads a number or a string that holds one.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> Double? {
        try readText(from: decoder, report: report, as: .numberInString) { text in
            Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}

extension Bool: TolerantlyDecodable {
    /// Reads a boolean.
    @inlinable
    public static func read<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Bool {
        try fields.container.decode(Bool.self, forKey: key)
    }

    /// Reads a boolean that may be absent or null.
    @inlinable
    public static func readIfPresent<Key>(_ key: Key, from fields: FieldReader<Key>) throws -> Bool? {
        try fields.container.decodeIfPresent(Bool.self, forKey: key)
    }

    /// Reads a boolean or a string that holds one, in any case of letters.
    public static func readTolerantly(from decoder: any Decoder, report: DeviationReport) throws -> Bool? {
        try readText(from: decoder, report: report, as: .booleanInString) { text in
            Bool(text.lowercased())
        }
    }
}

extension TolerantlyDecodable {
    /// Reads a value of this type, or a string that `parse` understands.
    static func readText(
        from decoder: any Decoder, report: DeviationReport, as kind: Deviation.Kind, parse: (String) -> Self?
    ) throws -> Self? {
        let value = try decoder.singleValueContainer()
        guard let text = try? value.decode(String.self) else { return try value.decode(Self.self) }
        if text.isEmpty {
            try report.add(.emptyString, at: decoder.codingPath, seen: "\"\"")
            return nil
        }
        guard let parsed = parse(text) else {
            throw DecodingError.typeMismatch(
                Self.self,
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "expected \(Self.self), found the string \(text.shortened(to: 60).debugDescription)"))
        }
        try report.add(kind, at: decoder.codingPath, seen: text.debugDescription)
        return parsed
    }
}
