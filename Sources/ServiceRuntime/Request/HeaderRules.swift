import HTTPTypes

/// What may stand in headers.
enum HeaderRules {
    /// The name of a header, after checking it and its value.
    @discardableResult
    static func check(_ name: String, _ value: String) throws -> HTTPField.Name {
        guard let fieldName = HTTPField.Name(name) else {
            throw RequestProblem("'\(name.debugDescription.dropFirst().dropLast())' is not a header name")
        }
        let isClean = value.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
        guard isClean else {
            throw RequestProblem("the value of header '\(name)' has a line break or another control character")
        }
        return fieldName
    }
}

extension HTTPFields {
    /// Sets a header after checking its name and value.
    ///
    /// `HTTPFields` repairs bad values without a word. Here they are an error, so that nothing is sent that the caller
    /// did not write.
    package mutating func set(_ name: String, to value: String) throws {
        self[try HeaderRules.check(name, value)] = value
    }

    /// Sets every header of `parameters`.
    mutating func set(_ parameters: HeaderParameters) throws {
        for (name, value) in parameters.pairs {
            let texts: [String]
            do {
                texts = try value.parameterTexts
            } catch {
                throw RequestProblem("header '\(name)': \(error)")
            }
            if !texts.isEmpty { try set(name, to: texts.joined(separator: ",")) }
        }
    }
}
