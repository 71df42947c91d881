/// A value that has the right kind but not the right content: a number beyond its type, a string that is not text.
///
/// It is no `DecodingError` on purpose: ``FieldReader`` gives it the place of the field.
struct JSONValueFault: Error {
    let codingPath: [any CodingKey]
    let reason: String

    var decodingError: DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }
}
