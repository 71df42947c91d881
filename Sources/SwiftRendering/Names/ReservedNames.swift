/// Words that generated names must keep away from, or that need back-ticks.
enum ReservedNames {
    /// Keywords that a member may be called when it is written in back-ticks.
    static let needsBackticks: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "inout", "internal",
        "let", "open", "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static", "struct",
        "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do", "else",
        "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where", "while", "as",
        "await", "false", "is", "nil", "super", "throws", "true", "try",
    ]

    /// Names that a member cannot have at all, or that would hide what generated code uses inside it.
    static let members: Set<String> = [
        "init", "self", "Self", "Type", "Protocol", "Any", "encode", "decoder", "encoder", "fields", "hash", "rawValue",
        "documentedValues", "connection", "configuration", "description",
    ]

    /// Names of types that generated code uses without their module, so that no type of a service may hide them.
    static let types: Set<String> = [
        "ResponseHead", "Any", "AnyObject", "AnyVersion", "Array", "Authentication", "Base64Data", "Bool", "Character",
        "Client",
        "ClientConfiguration", "CodingKey", "CodingKeys",
        "Codable", "Credentials", "Data", "Date", "Decodable", "Decoder", "Dictionary", "Double", "Encodable",
        "Encoder", "Endpoint", "Equatable", "Error",
        "FieldCodable", "FieldName", "FieldReader", "FieldValue", "FieldWriter", "FilePart", "Float", "Hashable",
        "Indirect", "Int",
        "Int64",
        "ItemSequence",
        "JSONValue",
        "Never", "Nullable", "OpenEnum", "OpenNumberEnum", "OperationRequest", "Optional", "PageReply", "PageSequence",
        "Protocol",
        "RequestStream",
        "Result", "SCPRuntime", "Self",
        "Sendable",
        "ServiceClient", "ServiceConnection",
        "ServiceError", "ServiceRuntime", "Set", "StreamedResponse", "String", "Styled", "Swift", "Task", "Transport",
        "Type", "UInt64", "UnionCase", "URL", "UUID", "Void",
        "WaitPolicy",
    ]
}
