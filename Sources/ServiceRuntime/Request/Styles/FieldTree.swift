/// What a value encodes to, with the members of objects in the order in which they were encoded.
///
/// Forms, multipart bodies and styled parameters are written from it. JSON bodies are not: their members are sorted.
indirect enum FieldTree: Sendable {
    /// No value.
    case null
    /// A string, a number or a boolean: its text, and what JSON writes for it.
    case scalar(String, json: JSONValue)
    /// The contents of a file.
    case file(FilePart)
    /// A list.
    case array([FieldTree])
    /// An object.
    case object([(name: String, value: FieldTree)])
}

extension FieldTree {
    /// The tree of a value; a nil value gives ``null``.
    ///
    /// Throws a ``RequestProblem`` that begins with `subject`.
    init(_ value: any Encodable, of subject: String) throws {
        do {
            self = try FieldTreeEncoder.tree(of: value, at: [])
        } catch let EncodingError.invalidValue(_, context) {
            let place = context.codingPath.isEmpty ? "" : " at \(JSONPath(context.codingPath))"
            throw RequestProblem("\(subject) cannot be encoded\(place): \(context.debugDescription)")
        } catch let problem as RequestProblem {
            throw RequestProblem("\(subject): \(problem)")
        } catch {
            throw RequestProblem("\(subject) cannot be encoded: \(type(of: error))")
        }
    }

    /// The same value in JSON; a file is its Base64 text.
    func json() throws -> JSONValue {
        switch self {
        case .null: .null
        case .scalar(_, let json): json
        case .file(let part): .string(try part.base64())
        case .array(let elements): .array(try elements.map { try $0.json() })
        case .object(let members):
            .object(Dictionary(try members.map { ($0.name, try $0.value.json()) }, uniquingKeysWith: { $1 }))
        }
    }

    /// Compact JSON with sorted names.
    func jsonText() throws -> String { String(decoding: try JSONCoding().encode(try json()), as: UTF8.self) }

    /// The text of a scalar, compact JSON of anything else; nil for null.
    func text() throws -> String? {
        switch self {
        case .null: nil
        case .scalar(let text, _): text
        case .file(let part): try part.base64()
        case .array, .object: try jsonText()
        }
    }
}
