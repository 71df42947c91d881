extension Array: FieldValue where Element: FieldValue {
    /// Reads a list whose elements may have any form that can be understood.
    public static func read(from value: ValueReader) throws -> [Element] {
        switch value.source {
        case .node(let document, let array): try read(document, array)
        case .foreign(let foreign): try read(foreign.decoder)
        }
    }

    private static func read(_ document: JSONDocument, _ array: Int) throws -> [Element] {
        let node = document.nodes[try document.array(at: array)]
        var elements: [Element] = []
        elements.reserveCapacity(Int(node.length))
        var index = array + 1
        for _ in 0..<node.length {
            elements.append(try ValueReader(document, index).required(Element.self))
            index = Int(document.nodes[index].next)
        }
        return elements
    }

    private static func read(_ decoder: any Decoder) throws -> [Element] {
        var container = try decoder.unkeyedContainer()
        var elements: [Element] = []
        while !container.isAtEnd {
            elements.append(try ValueReader(try container.superDecoder()).required(Element.self))
        }
        return elements
    }

    /// Writes a list.
    public func write(to value: ValueWriter) throws {
        let writer = value.writer
        let level = writer.openArray()
        defer { writer.leave(level) }
        for element in self {
            writer.beginElement(level: level)
            try element.write(to: value)
        }
        writer.closeArray()
    }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
    /// Reads a dictionary whose values may have any form that can be understood.
    public static func read(from value: ValueReader) throws -> [String: Value] {
        var members: [String: Value] = [:]
        func add(_ name: String, _ field: ValueReader) throws {
            members[name] = try field.required(Value.self)
        }
        switch value.source {
        case .node(let document, let index):
            let object = try document.object(at: index)
            members.reserveCapacity(Int(document.nodes[object].length))
            try document.forEachMember(of: object) { try add($0, ValueReader(document, $1)) }
        case .foreign(let foreign):
            let container = try foreign.decoder.container(keyedBy: MemberName.self)
            for name in container.allKeys {
                try add(name.stringValue, ValueReader(try container.superDecoder(forKey: name)))
            }
        }
        return members
    }

    /// Writes the members in the order of their names.
    public func write(to value: ValueWriter) throws {
        let writer = value.writer
        let level = writer.openObject()
        defer { writer.leave(level) }
        for (name, member) in sorted(by: { $0.key < $1.key }) {
            writer.begin(member: name, level: level)
            try member.write(to: value)
        }
        writer.closeObject()
    }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    /// Reads a value, nil for `null`, which an empty string may stand for.
    public static func read(from value: ValueReader) throws -> Wrapped? {
        value.isNull ? nil : try value.optional(Wrapped.self)
    }

    /// Writes the value, `null` for nil.
    public func write(to value: ValueWriter) throws {
        if let self { try self.write(to: value) } else { value.writer.writeNull() }
    }
}

extension Nullable: FieldValue where Wrapped: FieldValue {
    /// Reads a value or `null`, which an empty string may stand for.
    public static func read(from value: ValueReader) throws -> Nullable<Wrapped> {
        value.isNull ? .null : Nullable(try value.optional(Wrapped.self))
    }

    /// Writes the value or `null`.
    public func write(to value: ValueWriter) throws {
        switch self {
        case .null: value.writer.writeNull()
        case .value(let wrapped): try wrapped.write(to: value)
        }
    }
}

extension Indirect: FieldValue where Value: FieldValue {
    /// Reads the value.
    public static func read(from value: ValueReader) throws -> Indirect<Value> {
        Indirect(try Value.read(from: value))
    }

    /// Writes the value.
    public func write(to value: ValueWriter) throws { try self.value.write(to: value) }
}

extension JSONValue: FieldValue {
    /// Reads any value.
    public static func read(from value: ValueReader) throws -> JSONValue {
        switch value.source {
        case .node(let document, let index): try document.json(at: index)
        case .foreign(let foreign): try JSONValue(from: foreign.decoder)
        }
    }

    /// Writes the value. Throws for infinity and NaN.
    public func write(to value: ValueWriter) throws { try value.writer.writeJSON(self) }
}
