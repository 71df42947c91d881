import Testing
import YAML

@Suite("Meaning of plain scalars")
struct ResolutionTests {
    private func resolved(_ text: String) -> YAMLScalar.Resolved {
        YAMLScalar(text: text, isPlain: true).resolved
    }

    @Test(arguments: ["", "~", "null", "Null", "NULL"])
    func null(text: String) { #expect(resolved(text) == .null) }

    @Test func booleans() {
        for text in ["true", "True", "TRUE"] { #expect(resolved(text) == .bool(true)) }
        for text in ["false", "False", "FALSE"] { #expect(resolved(text) == .bool(false)) }
    }

    @Test(arguments: ["0", "-1", "+12", "007", "0o17", "0x1F", "0xaf", "99999999999999999999999"])
    func integers(text: String) { #expect(resolved(text) == .integer(text)) }

    @Test(arguments: [
        "1.5", "1.", ".5", "-0.0", "1e3", "1E+3", "1.5e-7", ".inf", "-.INF", "+.Inf", ".nan", ".NaN", ".NAN",
    ])
    func floats(text: String) { #expect(resolved(text) == .float(text)) }

    @Test(arguments: [
        "nULL", "nil", "tRUE", "yes", "on", "Off", "y", "2026-03-31", "09:00:00", "1.2.3", "1_000", "0x", "0o8", "0b1",
        "-0x1", "+", "-", ".", "..", "1e", "e1", "-.nan", "inf", "NaN", "1 ", "<<", "=", "١",
    ])
    func strings(text: String) { #expect(resolved(text) == .string(text)) }

    @Test func quotedIsString() {
        #expect(YAMLScalar(text: "1", isPlain: false).resolved == .string("1"))
        #expect(YAMLScalar(text: "", isPlain: false).resolved == .string(""))
    }
}
