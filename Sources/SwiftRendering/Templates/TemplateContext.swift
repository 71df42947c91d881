/// What a template can name: only values that are safe to write into source.
struct TemplateContext {
    private var values: [String: Value] = [:]

    /// What a name of a template stands for.
    enum Value {
        /// Code, a name or a literal.
        case code(SwiftCode)
        /// Code that is made when a template asks for it, and that names no types.
        case deferred(@Sendable () -> SwiftCode)
        /// Finished comment lines that end where a declaration follows.
        case comment(String)
        /// Documentation outside comments.
        case markdown(String)
        /// A condition.
        case flag(Bool)
        /// Something that is there or not.
        case part(TemplateContext?)
        /// One after the other.
        case list([TemplateContext])
    }

    subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    mutating func set(_ name: String, _ code: SwiftCode) { values[name] = .code(code) }
    mutating func set(_ name: String, deferred code: @escaping @Sendable () -> SwiftCode) {
        values[name] = .deferred(code)
    }
    mutating func set(_ name: String, _ identifier: SwiftIdentifier) { values[name] = .code(identifier.code) }
    mutating func set(_ name: String, _ comment: DocComment, indent: Int) {
        values[name] = .comment(comment.source(indent: indent))
    }
    mutating func set(_ name: String, markdown: DocComment) {
        values[name] = .markdown(markdown.lines.joined(separator: "\n"))
    }
    mutating func set(_ name: String, _ flag: Bool) { values[name] = .flag(flag) }
    mutating func set(_ name: String, _ part: TemplateContext?) { values[name] = .part(part) }
    mutating func set(_ name: String, _ list: [TemplateContext]) {
        values[name] = .list(
            list.enumerated().map { index, element in
                var element = element
                element.values["isLast"] = .flag(index == list.count - 1)
                return element
            })
    }

    /// Whether a type of the user's own stands in any of its code.
    var namesOwnTypes: Bool {
        values.values.contains { value in
            switch value {
            case .code(let code): code.namesOwnTypes
            case .deferred, .comment, .markdown, .flag: false
            case .part(let part): part?.namesOwnTypes ?? false
            case .list(let list): list.contains(where: \.namesOwnTypes)
            }
        }
    }

    /// What it has values for, in no order.
    var names: some Collection<String> { values.keys }
}
