import APIModel

/// How the values of a parameter or of a part are written, with what OpenAPI takes for granted filled in.
struct ParameterWriting: Hashable {
    private let style: Parameter.Style
    /// Whether each item has the name for itself; `nil` for single values, of which nobody sees it.
    private let explode: Bool?
    /// How the text is encoded; `nil` where it is written as it is.
    private var encoding: Parameter.Encoding?

    init(_ parameter: Parameter) {
        let usual: Parameter.Style =
            switch parameter.location {
            case .query, .cookie: .form
            case .path, .header: .simple
            }
        self.init(parameter.style, parameter.explode, usual: usual, schema: parameter.schema)
        encoding = parameter.encoding
    }

    /// A part of a form is written as a query item is.
    init(_ part: RequestBody.Part) { self.init(part.style, part.explode, usual: .form, schema: nil) }

    private init(_ style: Parameter.Style?, _ explode: Bool?, usual: Parameter.Style, schema: Schema?) {
        let style = style ?? usual
        guard schema.map(Self.isCompound) ?? true else {
            // Only labels and matrices write something around a single value.
            self.style = [.label, .matrix].contains(style) ? style : usual
            self.explode = nil
            return
        }
        self.style = style
        self.explode = explode ?? (style == .form)
    }

    private static func isCompound(_ schema: Schema) -> Bool {
        switch schema.kind {
        case .string, .integer, .number, .numbers, .boolean, .enumeration: false
        default: true
        }
    }

    /// Whether the same values are written differently. A single value that became a list is another type, and not
    /// told twice.
    func isOther(than other: Self) -> Bool { (explode == nil) == (other.explode == nil) && self != other }

    var words: String {
        let words =
            switch explode {
            case nil: "\(style.rawValue)"
            case true?: "\(style.rawValue), each item for itself"
            case false?: "\(style.rawValue), all items together"
            }
        return encoding.map { "\(words), in \($0.rawValue)" } ?? words
    }
}
