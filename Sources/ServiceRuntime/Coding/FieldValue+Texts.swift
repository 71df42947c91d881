extension String: FieldValue {
    /// Reads a string; a number and a boolean are understood.
    public static func read(from value: ValueReader) throws -> String {
        if case .node(let document, let index) = value.source, document.nodes[index].kind == .string {
            return try document.string(at: index)
        }
        return try value.scalar {
            try $0.decode(String.self)
        } or: { container in
            let (text, kind) = try Self.tolerated(container)
            try value.report.add(kind, at: value.codingPath, seen: text)
            return text
        }
    }

    private static func tolerated(
        _ container: any SingleValueDecodingContainer
    ) throws -> (String, Deviation.Kind) {
        if let integer = try? container.decode(Int.self) { return (String(integer), .numberForString) }
        if let number = try? container.decode(Double.self) { return (String(number), .numberForString) }
        if let bool = try? container.decode(Bool.self) { return (String(bool), .booleanForString) }
        return (try container.decode(String.self), .numberForString)
    }

    /// Writes a string.
    public func write(to value: ValueWriter) { value.writer.write(self) }
}

extension OpenEnum {
    /// Reads a string; a number and a boolean are understood.
    public static func read(from value: ValueReader) throws -> Self {
        Self(rawValue: try String.read(from: value))
    }

    /// Writes a string.
    public func write(to value: ValueWriter) { value.writer.write(rawValue) }
}

extension OpenNumberEnum {
    /// Reads a number; a string that holds one is understood.
    public static func read(from value: ValueReader) throws -> Self {
        Self(rawValue: try RawValue.read(from: value))
    }

    /// Writes a number.
    public func write(to value: ValueWriter) throws { try rawValue.write(to: value) }
}

extension Base64Data {
    /// Reads a string; a number and a boolean are understood.
    public static func read(from value: ValueReader) throws -> Self {
        Self(rawValue: try String.read(from: value))
    }

    /// Writes a string.
    public func write(to value: ValueWriter) { value.writer.write(rawValue) }
}
