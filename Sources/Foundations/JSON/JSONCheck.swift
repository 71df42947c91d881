extension JSONSyntaxError {
    /// What is wrong with a text that shall be JSON; `nil` where nothing is. Strings need not be UTF-8.
    package static func first(in bytes: [UInt8], as dialect: JSONDialect, depthLimit: Int) -> JSONSyntaxError? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress, !buffer.isEmpty else {
                return JSONSyntaxError(.missingValue, offset: 0, stop: 0)
            }
            var parser = JSONParser(
                start, count: buffer.count, as: dialect, depthLimit: depthLimit, handler: JSONCheck())
            return parser.parse() ? nil : parser.error
        }
    }
}

/// Takes every part of a JSON text and keeps none.
struct JSONCheck: JSONHandler {
    let root: Void = ()

    func scalar(_ token: JSONToken, in level: Void, ordinal: UInt32) -> Bool { true }
    func begin(isObject: Bool, at offset: Int, in level: Void, ordinal: UInt32) -> Void? { () }
    func name(_ token: JSONToken, in level: inout Void, count: UInt32) -> Bool { true }
    func end(_ level: Void, isObject: Bool, count: UInt32) -> Bool { true }
}
