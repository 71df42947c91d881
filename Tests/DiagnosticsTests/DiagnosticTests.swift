import Testing

@testable import Diagnostics

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("The form that editors follow")
    func form() {
        let place = SourceLocation(file: "spec/a.yaml", line: 3, column: 7)
        #expect(
            Diagnostic.error("no such schema", at: place, rule: "missing-schema").description
                == "spec/a.yaml:3:7: error: no such schema [missing-schema]")
        #expect(Diagnostic(.note, "seen", at: SourceLocation(file: "a")).description == "a:1:1: note: seen")
        #expect(Diagnostic(.warning, "seen", at: nil).description == "apidoc: warning: seen")
    }

    @Test(
        "A message stays on its line and cannot give orders to a log",
        arguments: [
            ("a\nb", "a\\u{A}b"), ("a\r\n::error::x", "a\\u{D}\\u{A}::error::x"), ("\u{1B}[31m", "\\u{1B}[31m"),
            ("\u{202E}", "\\u{202E}"), ("\u{85}\u{2028}\u{FEFF}", "\\u{85}\\u{2028}\\u{FEFF}"), ("한글 é", "한글 é"),
        ])
    func hostileText(text: String, expected: String) {
        #expect(printable(text) == expected)
    }

    @Test("A file name stays on its line too")
    func hostileFile() {
        let diagnostic = Diagnostic.error("x", at: SourceLocation(file: "a\nb.txt", line: 1, column: 1))
        #expect(diagnostic.description == "a\\u{A}b.txt:1:1: error: x")
    }

    @Test("Severities and places have an order")
    func order() {
        #expect(Severity.note < .warning && Severity.warning < .error)
        #expect(SourceLocation(file: "a", line: 2) < SourceLocation(file: "a", line: 10))
        #expect(SourceLocation(file: "a", line: 2, column: 9) < SourceLocation(file: "a", line: 2, column: 10))
    }
}
