import APISpec
import Testing

@testable import OpenAPIExport
@testable import OpenAPIInterop

struct PatternCheckTests {
    @Test(arguments: [
        "", "abc", "^[a-zA-Z0-9-_ ]*$", "^[a-z][a-z0-9]{2,62}$", #"\d+\.\d+"#, #"[\]\\]"#, "[^a-]", "(a|b)?", "a+?b*",
        "(?:a)", "(?=a)(?!b)(?<=c)(?<!d)(?<name>e)", "[(]", "^.{0,50}$", "[가-힣]+", #"[\s-z]"#, "a{,2}",
    ])
    func regularExpressions(pattern: String) {
        #expect(PatternCheck.accepts(pattern))
    }

    @Test(arguments: [
        #"\"#, "[a-z", "(a", "a)", "*a", "a**", "(?a)", "(?<a", "[]", "[^]", "[z-a]", #"[a\"#, "|+", "(*)", "^*",
        #"[a-\"#,
    ])
    func garbled(pattern: String) {
        #expect(!PatternCheck.accepts(pattern))
    }

    @Test func garbledPatternsStandAside() {
        let exporter = SchemaExporter(dialect: .v3_0, keys: ComponentNames([]), model: Sample.nothing, zoneless: nil)
        #expect(
            exporter.object(for: Schema(.string(format: nil), pattern: "[a-z")).line
                == "{type: string, x-apidoc-pattern: [a-z}")
    }
}
