import CLibYAML
import Diagnostics

/// What libyaml could not read, in words that say what to do.
struct ParserProblem {
    private let problem: String
    private let context: String
    /// Where the parser stopped.
    private let place: SourceLocation
    /// Where the thing began in which the parser stopped; the same place if libyaml does not say.
    private let start: SourceLocation
    /// The character at which the parser stopped.
    private let character: UInt8?

    /// Reads the problem out of a parser that has failed.
    init(_ parser: borrowing yaml_parser_t, in text: SourceText) {
        func location(_ mark: yaml_mark_t) -> SourceLocation {
            text.place(line: Int(mark.line), column: Int(mark.column), index: Int(mark.index)).location
        }
        problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
        context = parser.context.map { String(cString: $0) } ?? ""
        character = text.byte(atCharacter: Int(parser.problem_mark.index))
        // libyaml invents a line behind the last one if that has no line feed.
        place = character == nil ? text.end : location(parser.problem_mark)
        start = parser.context == nil ? place : location(parser.context_mark)
    }

    /// The problem as an error.
    var error: DiagnosticError {
        let (message, isAtStart) = wording
        return DiagnosticError(message, at: isAtStart ? start : place)
    }

    /// What to say, and whether the place to show is where the broken thing began.
    private var wording: (message: String, isAtStart: Bool) {
        if character == UInt8(ascii: "\t"), problem.contains("tab") || problem.contains("cannot start any token") {
            return ("a tab cannot indent YAML; use spaces", false)
        }
        switch problem {
        case "did not find expected key":
            return (
                "expected a key in line with the keys of the mapping that begins on line \(start.line); "
                    + "check the indentation, quotes and colons", false
            )
        case "did not find expected '-' indicator":
            return (
                "expected \"- \" in line with the items of the sequence that begins on line \(start.line); "
                    + "check the indentation", false
            )
        case "did not find expected ',' or ']'":
            return ("expected a comma or the ] of the sequence that begins on line \(start.line)", false)
        case "did not find expected ',' or '}'":
            return ("expected a comma or the } of the mapping that begins on line \(start.line)", false)
        case "could not find expected ':'":
            return ("expected a colon after this key; check the indentation, or put the text into quotes", true)
        case "found unexpected end of stream", "found unexpected document indicator":
            return ("the quoted text that begins here has no closing quote", true)
        case "did not find expected alphabetic or numeric character":
            return ("expected a name after & or *; put a text that begins with & or * into quotes", true)
        case "found character that cannot start any token":
            let shown = character.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "this character" } ?? "this character"
            return ("a plain text cannot begin with \(shown); put the text into quotes", false)
        default:
            guard let message = Self.wordings[problem] else {
                let detail = context.isEmpty ? problem : "\(problem) \(context)"
                return ("this is not YAML (\(detail)); check the indentation and the quotes", false)
            }
            return (message, false)
        }
    }

    /// The problems that need neither a line nor a character in their wording.
    private static let wordings = [
        "mapping values are not allowed in this context":
            "a key is not allowed here; check the indentation, or put a text that holds \": \" into quotes",
        "mapping keys are not allowed in this context": "a key is not allowed here; begin the mapping on a new line",
        "block sequence entries are not allowed in this context":
            "an item is not allowed here; begin the sequence on a new line",
        "did not find expected <document start>":
            "the document has ended before this; check the indentation and the quotes",
        "did not find expected node content": "expected a value here",
        "did not find expected comment or line break":
            "expected the end of the line here; put a text that begins with | or > into quotes",
        "found unknown escape character":
            "this escape is not known; write \\\\ for a backslash, or use single quotes",
        "did not find expected hexdecimal number": "this escape needs more hexadecimal digits",
        "found invalid Unicode character escape code":
            "this escape is not a character; write the character itself instead of two \\u escapes",
        "found undefined tag handle":
            "this tag is not known; remove it, or put a text that begins with ! into quotes",
        "found incompatible YAML document": "this YAML version is not known; write %YAML 1.2, or remove the line",
        "found unknown directive name": "this directive is not known; remove the line",
        "found an indentation indicator equal to 0": "the indentation behind | or > must be 1 to 9",
        "out of memory": "there is not enough memory to read the file",
    ]
}
