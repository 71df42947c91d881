/// A workflow command, which GitHub shows beside the lines of a change.
public struct WorkflowCommand: Sendable, CustomStringConvertible {
    /// How much a message weighs.
    public enum Level: String, Sendable {
        /// Fails what it is shown for.
        case error
        /// Should be looked at.
        case warning
        /// Is good to know.
        case notice
    }

    /// `::error file=spec/a.yaml,line=3,col=7,title=rule::text`, with everything escaped that could end a field.
    public let description: String

    /// A command; where only a file is known, it points at its beginning.
    public init(_ level: Level, at location: SourceLocation?, title: String?, message: String) {
        var properties: [String] = []
        if let location {
            properties.append("file=\(Self.escaped(printable(location.file), isProperty: true))")
            properties.append("line=\(max(location.line, 1))")
            properties.append("col=\(max(location.column, 1))")
        }
        if let title { properties.append("title=\(Self.escaped(title, isProperty: true))") }
        let list = properties.isEmpty ? "" : " " + properties.joined(separator: ",")
        description = "::\(level.rawValue)\(list)::\(Self.escaped(message, isProperty: false))"
    }

    /// Escapes as the runner of GitHub Actions undoes it. A line end of two characters is one `Character` in Swift, so
    /// scalars are looked at.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
