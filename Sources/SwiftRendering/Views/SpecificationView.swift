/// The spec itself, for tests that start a mock service from it.
struct SpecificationView {
    private let text: @Sendable () -> String
    private let name: String
    private let path: String?

    /// A spec with its text and the name of its file, and with the path to it from the folder of the tests, where there
    /// is a file that says the same.
    init(text: @escaping @Sendable () -> String, name: String, path: String?) {
        self.text = text
        self.name = name
        self.path = path
    }

    var context: TemplateContext {
        var context = TemplateContext()
        context.set("specName", SwiftCode.string(name))
        var file: TemplateContext?
        if let path {
            file = TemplateContext()
            file?.set("path", SwiftCode.string(path))
        }
        context.set("file", file)
        context.set("isInSource", path == nil)
        // As a literal it is the largest piece of code that there is, and most tests read the file.
        context.set(
            "text",
            deferred: { [text] in
                let text = text()
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                return SwiftCode.rawLines(lines, indent: 8) ?? SwiftCode.string(text)
            })
        return context
    }
}
