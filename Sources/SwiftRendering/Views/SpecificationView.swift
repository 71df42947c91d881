/// The spec itself, for tests that start a mock service from it.
struct SpecificationView {
    private let text: String
    private let file: String

    init(_ text: String, file: String) {
        self.text = text
        self.file = file
    }

    var context: TemplateContext {
        var context = TemplateContext()
        context.set("specName", SwiftCode.string(file))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        context.set("text", SwiftCode.rawLines(lines, indent: 8) ?? SwiftCode.string(text))
        return context
    }
}
