import APIModel

/// What a client writes for values outside JSON bodies, before anything is escaped: the other half of a test, worked out
/// from the documentation alone.
struct WireText {
    let model: APIModel

    // MARK: Values

    /// A value that a schema allows, without what stands for a value where a type holds itself.
    ///
    /// Members that may be left out are there in the object itself and in those that it holds directly; what lies deeper
    /// has calls of its own that show it, or says nothing more of this one.
    func example(of schema: Schema) -> JSONValue {
        pruned(model.exampleValue(of: schema, optionalDepth: 2), schema)
    }

    private func pruned(_ value: JSONValue, _ stated: Schema) -> JSONValue {
        let schema = model.resolved(stated)
        switch (schema.kind, value) {
        case (.array(let items), .array(let elements)):
            let isCut = !allowsNull(items)
            return .array(elements.filter { !isCut || $0 != .null }.map { pruned($0, items) })
        case (.map(let values), .object(let members)):
            let isCut = !allowsNull(values)
            return .object(
                members.filter { !isCut || $0.value != .null }.map { .init($0.name, pruned($0.value, values)) })
        case (.reference(let name), .object(let members)):
            let properties = model.schema(named: name)?.schema.properties ?? []
            return .object(
                members.map { member in
                    let property = properties.first { $0.name == member.name }
                    return .init(member.name, property.map { pruned(member.value, $0.schema) } ?? member.value)
                })
        default: return value
        }
    }

    /// A value without the members that only the service sets.
    func withoutReadOnly(_ value: JSONValue, _ stated: Schema) -> JSONValue {
        let schema = model.resolved(stated)
        switch (schema.kind, value) {
        case (.array(let items), .array(let elements)): return .array(elements.map { withoutReadOnly($0, items) })
        case (.map(let values), .object(let members)):
            return .object(members.map { .init($0.name, withoutReadOnly($0.value, values)) })
        case (.reference(let name), .object(let members)):
            let properties = model.schema(named: name)?.schema.properties ?? []
            return .object(
                members.compactMap { member in
                    guard let property = properties.first(where: { $0.name == member.name }) else { return member }
                    return property.schema.isReadOnly
                        ? nil : .init(member.name, withoutReadOnly(member.value, property.schema))
                })
        case (.union(let members), .object):
            return members.reduce(value) { withoutReadOnly($0, $1) }
        default: return value
        }
    }

    private func allowsNull(_ schema: Schema) -> Bool {
        let schema = model.resolved(schema)
        return schema.isNullable || schema.kind == .unknown
    }

    /// A value as a client's types hold it: members in the order of their type, dates and numbers as they are sent.
    func sent(_ value: JSONValue, as stated: Schema) -> JSONValue {
        let schema = model.resolved(stated)
        switch (schema.kind, value) {
        case (.string("date-time"), .string(let text)): return .string(text.utf8.count == 19 ? text + "Z" : text)
        case (.number, .number(let text)), (.numbers(.number, _), .number(let text)):
            guard let number = Double(text) else { return value }
            return .number(Int(exactly: number).map { String($0) } ?? String(number))
        case (.array(let items), .array(let elements)): return .array(elements.map { sent($0, as: items) })
        case (.map(let values), .object(let members)):
            return .object(members.map { .init($0.name, sent($0.value, as: values)) })
        case (.reference(let name), .object(let members)):
            guard let object = model.schema(named: name)?.schema, !object.properties.isEmpty else { return value }
            let stated = object.properties.compactMap { property in
                value[property.name].map { JSONValue.Member(property.name, sent($0, as: property.schema)) }
            }
            let further = members.filter { member in !object.properties.contains { $0.name == member.name } }
            return .object(stated + (object.additionalProperties == nil ? [] : further))
        case (.union(let alternatives), .object(let members)):
            let fitting = alternatives.first { alternative in
                guard let object = model.schema(of: alternative) else { return false }
                return members.allSatisfy { member in object.properties.contains { $0.name == member.name } }
            }
            return fitting.map { sent(value, as: $0) } ?? value
        default: return value
        }
    }

    // MARK: Parameters

    /// The text of a path segment or of a header field.
    func text(of parameter: Parameter, _ value: JSONValue) -> String {
        guard let encoding = parameter.encoding else { return plainText(of: parameter, value) }
        return Base64Text.encode(plainText(of: parameter, value), encoding)
    }

    private func plainText(of parameter: Parameter, _ value: JSONValue) -> String {
        let value = sent(value, as: parameter.schema)
        if parameter.isJSON { return Self.json(value) }
        let isExploded = parameter.explode == true
        switch (parameter.location, parameter.style) {
        case (.path, .label):
            return "." + Self.joined(value, isExploded ? "." : ",", explode: isExploded)
        case (.path, .matrix):
            let name = parameter.name
            switch value {
            case .array(let elements) where isExploded:
                return elements.compactMap(Self.text).map { ";\(name)=\($0)" }.joined()
            case .object(let members) where isExploded:
                return members.compactMap { member in Self.text(member.value).map { ";\(member.name)=\($0)" } }.joined()
            default: return ";\(name)=\(Self.joined(value, ",", explode: false))"
            }
        default: return Self.joined(value, ",", explode: isExploded)
        }
    }

    /// The pairs of a query item or of a cookie.
    func pairs(of parameter: Parameter, _ value: JSONValue) -> [(String, String)] {
        let value = sent(value, as: parameter.schema)
        if parameter.isJSON { return [(parameter.name, Self.json(value))] }
        return Self.pairs(parameter.name, value, parameter.style, parameter.explode, default: .form)
    }

    // MARK: Bodies

    /// The fields of a form.
    func fields(_ value: JSONValue, _ body: RequestBody) -> [(String, String)] {
        guard case .object(let members) = sent(value, as: body.schema) else { return [] }
        return members.flatMap { member in
            let part = body.parts.first { $0.name == member.name }
            if part?.isJSON == true, member.value != .null { return [(member.name, Self.json(member.value))] }
            // Without a style of its own an object has brackets, which name each of its members.
            return Self.pairs(member.name, member.value, part?.style, part?.explode, default: .deepObject)
        }
    }

    /// A part of a multipart body: name, text, and the media type where there is one.
    struct Part {
        let name: String
        let text: String
        let contentType: String?
    }

    /// The parts of a multipart body.
    func parts(_ value: JSONValue, _ body: RequestBody) -> [Part] {
        guard case .object(let members) = sent(value, as: body.schema) else { return [] }
        let object = model.schema(of: body.schema)
        return members.flatMap { member -> [Part] in
            let stated = body.parts.first { $0.name == member.name }?.contentType
            let type = stated.flatMap { $0.contains { ",*".contains($0) } ? nil : $0 }
            let isFile = object?.properties.first { $0.name == member.name }?.schema.isFile ?? false
            let values = if case .array(let elements) = member.value { elements } else { [member.value] }
            return values.compactMap { value in
                guard let text = Self.text(value) else { return nil }
                if isFile { return Part(name: member.name, text: text, contentType: type) }
                switch value {
                case .array, .object:
                    return Part(name: member.name, text: text, contentType: type ?? "application/json")
                default:
                    let isJSON = type?.hasPrefix("application/json") ?? false
                    return Part(name: member.name, text: isJSON ? Self.json(value) : text, contentType: type)
                }
            }
        }
    }

    /// A multipart body as the client's models read it: files are Base64.
    func encodingFiles(_ value: JSONValue, _ body: RequestBody) -> JSONValue {
        guard case .object(let members) = value, let object = model.schema(of: body.schema) else { return value }
        return .object(
            members.map { member in
                guard let property = object.properties.first(where: { $0.name == member.name }),
                    property.schema.isFile
                else { return member }
                if case .array(let elements) = member.value {
                    return .init(member.name, .array(elements.map(Self.base64)))
                }
                return .init(member.name, Self.base64(member.value))
            })
    }

    private static func base64(_ value: JSONValue) -> JSONValue {
        guard case .string(let text) = value else { return value }
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bytes = Array(text.utf8)
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * (3 - UInt32(group.count)))
            var letters: [Character] = []
            for _ in 0..<4 {
                letters.insert(digits[Int(bits & 63)], at: 0)
                bits >>= 6
            }
            for index in group.count + 1..<4 { letters[index] = "=" }
            result += letters
        }
        return .string(result)
    }

    // MARK: Writing

    /// A value as a text: a scalar as it is, anything else as JSON; `nil` for null, which is left out.
    static func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .array, .object: json(value)
        }
    }

    /// Compact JSON with sorted names, as a client sends it.
    static func json(_ value: JSONValue) -> String { JSONFormat.compact.text(sorted(value)) }

    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(sorted))
        case .object(let members):
            .object(members.sorted { $0.name < $1.name }.map { JSONValue.Member($0.name, sorted($0.value)) })
        default: value
        }
    }

    private static func joined(_ value: JSONValue, _ separator: String, explode: Bool) -> String {
        switch value {
        case .array(let elements): elements.compactMap(text).joined(separator: separator)
        case .object(let members):
            members.compactMap { member in
                text(member.value).map { "\(member.name)\(explode ? "=" : separator)\($0)" }
            }.joined(separator: separator)
        default: text(value) ?? ""
        }
    }

    private static func pairs(
        _ name: String, _ value: JSONValue, _ style: Parameter.Style?, _ explode: Bool?, default usual: Parameter.Style
    ) -> [(String, String)] {
        let isScalar =
            switch value {
            case .array, .object: false
            default: true
            }
        if isScalar { return text(value).map { [(name, $0)] } ?? [] }
        switch style {
        case .spaceDelimited: return whole(name, joined(value, " ", explode: false))
        case .pipeDelimited: return whole(name, joined(value, "|", explode: false))
        case .deepObject: return brackets(name, value)
        default: break
        }
        if explode == false { return whole(name, joined(value, ",", explode: false)) }
        if usual == .deepObject { return brackets(name, value) }
        switch value {
        case .array(let elements): return elements.compactMap(text).map { (name, $0) }
        case .object(let members): return members.compactMap { member in text(member.value).map { (member.name, $0) } }
        default: return []
        }
    }

    private static func whole(_ name: String, _ text: String) -> [(String, String)] {
        text.isEmpty ? [] : [(name, text)]
    }

    private static func brackets(_ name: String, _ value: JSONValue) -> [(String, String)] {
        switch value {
        case .array(let elements): elements.flatMap { brackets(name, $0) }
        case .object(let members): members.flatMap { brackets("\(name)[\($0.name)]", $0.value) }
        default: text(value).map { [(name, $0)] } ?? []
        }
    }
}
