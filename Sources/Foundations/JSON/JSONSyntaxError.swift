/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What can be wrong.
    public enum Problem: Hashable, Sendable {
        /// The text ends where a value is due.
        case missingValue
        /// What is there is no value.
        case value
        /// What begins as a number is none.
        case number
        /// The name of a member is missing.
        case missingName
        /// The colon behind a name is missing.
        case missingColon
        /// Neither a comma nor the closing bracket is there.
        case missingComma(isObject: Bool)
        /// A string does not end.
        case endedString
        /// The text ends in the middle of an escape.
        case endedEscape
        /// A control character is in a string (RFC 8259, section 7).
        case controlCharacter
        /// An escape that JSON does not have.
        case unknownEscape
        /// Half of a surrogate pair.
        case halfCharacter
        /// A string that is not UTF-8.
        case notUTF8
        /// More levels of nesting than are read.
        case tooDeep(Int)
        /// A name that its object already has.
        case duplicateName
        /// Something behind the value.
        case trailing
    }

    /// What is wrong.
    public let problem: Problem
    /// The byte to point at, counted from 0.
    public let offset: Int
    /// The byte at which reading stopped; the length of the text where that is its end.
    public let stop: Int

    /// An error of a text.
    public init(_ problem: Problem, offset: Int, stop: Int) {
        self.problem = problem
        self.offset = offset
        self.stop = stop
    }

    /// What is wrong, in words.
    public var text: String {
        switch problem {
        case .missingValue: "a value is missing"
        case .value: "this is not a value"
        case .number: "this is not a number"
        case .missingName: "a name in quotation marks is missing"
        case .missingColon: "`:` is missing"
        case .missingComma(let isObject): "`,` or `\(isObject ? "}" : "]")` is missing"
        case .endedString: "the string that starts here does not end"
        case .endedEscape: "the string ends in the middle of an escape"
        case .controlCharacter: "a string contains a control character"
        case .unknownEscape: "this escape is unknown"
        case .halfCharacter: "this escape is half a character"
        case .notUTF8: "the string that starts here is not UTF-8"
        case .tooDeep(let limit): "this is nested deeper than \(limit) levels"
        case .duplicateName: "an object has a name twice"
        case .trailing: "the value has ended before this"
        }
    }
}
