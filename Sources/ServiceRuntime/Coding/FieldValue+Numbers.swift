#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Int: FieldValue {
    /// Reads a whole number; a string that holds one is understood.
    public static func read(from value: ValueReader) throws -> Int {
        if case .node(let document, let index) = value.source, document.nodes[index].kind == .integer {
            return try document.integer(at: index)
        }
        return try value.number { Int($0) ?? Double($0).flatMap { Int(exactly: $0) } }
    }

    /// Writes a number.
    public func write(to value: ValueWriter) { value.writer.write(self) }
}

extension UInt64: FieldValue {
    /// Reads a whole number that is not negative; a string that holds one is understood.
    public static func read(from value: ValueReader) throws -> UInt64 {
        try value.number { UInt64($0) ?? Double($0).flatMap { UInt64(exactly: $0) } }
    }

    /// Writes a number.
    public func write(to value: ValueWriter) { value.writer.write(self) }
}

extension Double: FieldValue {
    /// Reads a number; a string that holds one is understood.
    public static func read(from value: ValueReader) throws -> Double {
        try value.number { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    }

    /// Writes a number. Throws for infinity and NaN.
    public func write(to value: ValueWriter) throws { try value.writer.writeFinite(self) }
}

extension Decimal: FieldValue {
    /// Reads a number with all its digits.
    public static func read(from value: ValueReader) throws -> Decimal {
        switch value.source {
        case .node(let document, let index): try document.decimal(at: index)
        case .foreign(let foreign): try foreign.decoder.singleValueContainer().decode(Decimal.self)
        }
    }
}

extension Bool: FieldValue {
    /// Reads a boolean; a string that holds one, in any case of letters, is understood.
    public static func read(from value: ValueReader) throws -> Bool {
        if case .node(let document, let index) = value.source {
            switch document.nodes[index].kind {
            case .true: return true
            case .false: return false
            default: break
            }
        }
        return try value.text(or: .booleanInString) { Bool($0.lowercased()) }
    }

    /// Writes a boolean.
    public func write(to value: ValueWriter) { value.writer.write(self) }
}

extension ValueReader {
    /// A number, or a string that `parse` reads one from.
    fileprivate func number<Value: Decodable>(_ parse: (String) -> Value?) throws -> Value {
        try text(or: .numberInString, parse)
    }

    /// A value of its own kind, or a string that `parse` understands.
    fileprivate func text<Value: Decodable>(or kind: Deviation.Kind, _ parse: (String) -> Value?) throws -> Value {
        try scalar {
            try $0.decode(Value.self)
        } or: { container in
            guard let text = try? container.decode(String.self) else { return try container.decode(Value.self) }
            if text.isEmpty { try reportEmptyText() }
            guard let parsed = parse(text) else {
                throw DecodingError.typeMismatch(
                    Value.self,
                    .init(
                        codingPath: codingPath,
                        debugDescription:
                            "expected \(Value.self), found the string \(text.shortened(to: 60).debugDescription)"))
            }
            try report.add(kind, at: codingPath, seen: text.debugDescription)
            return parsed
        }
    }
}
