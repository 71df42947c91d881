import APIModel
import Diagnostics
import Testing

@testable import SwiftRendering

@Suite("Templates")
struct TemplateTests {
    private func message(_ name: String, _ text: String) -> String {
        var templates = RenderingSample.templates
        let mine = TemplateSource(name: name, file: "mine/\(name).mustache", text: text)
        if let index = templates.firstIndex(where: { $0.name == name }) {
            templates[index] = mine
        } else {
            templates.append(mine)
        }
        do {
            _ = try SwiftRenderer(templates: templates).render(
                RenderingSample.document(everywhere: "x"), specFile: "x.yaml")
            return "rendered"
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "A name that nothing provides is an error at its tag, not an empty place",
        arguments: [
            // In a partial the place is that of the partial, not of the template that includes it.
            (
                "Header", "// {{specfile}}\n",
                "1:4: error: the template `Header` names `specfile`, which nothing provides; did you mean `specFile`?"
            ),
            // The first one is right within the section; the second one stands outside.
            (
                "Models", "{{#types}}\n{{#model}}{{name}}{{/model}}{{/types}}\n\t{{ name }}",
                "3:2: error: the template `Models` names `name`, which nothing provides; did you mean `home`?"
            ),
            (
                "Models",
                "{{#types}}{{#model}}\n  {{#members}}{{^members.key}}{{/members.key}}{{/members}}\n"
                    + "{{/model}}{{/types}}", "rendered"
            ),
            (
                "Namespace", "é{{{namespace}}}{{& namespac}}",
                "1:17: error: the template `Namespace` names `namespac`, which nothing provides; did you mean "
                    + "`namespace`?"
            ),
            (
                "Client", "{{! {{ }}{{=<% %>=}}\r\n<%#deprecation%><%deprecation.atribute%><%/deprecation%>",
                "2:17: error: the template `Client` names `atribute`, which nothing provides; did you mean "
                    + "`attribute`?"
            ),
            (
                "Namespace", "{{^nothing}}{{/nothing}}",
                "1:1: error: the template `Namespace` names `nothing`, which nothing provides; it can be "
            ),
            (
                "Namespace", "{{uppercased(nam)}}",
                "1:1: error: the template `Namespace` names `nam`, which nothing provides; it can be "
            ),
        ])
    func unknownName(name: String, text: String, expected: String) {
        let message = message(name, text)
        #expect(message.hasPrefix(expected == "rendered" ? expected : "mine/\(name).mustache:" + expected))
    }

    @Test("Each tag that is wrong is told, in the order of the file")
    func severalNames() {
        #expect(
            message("Namespace", "{{doc}}{{dox}}\n{{namespac}}{{dox}}{{namespace}}")
                == """
                mine/Namespace.mustache:1:8: error: the template `Namespace` names `dox`, which nothing provides; \
                did you mean `doc`?
                mine/Namespace.mustache:2:1: error: the template `Namespace` names `namespac`, which nothing \
                provides; did you mean `namespace`?
                mine/Namespace.mustache:2:13: error: the template `Namespace` names `dox`, which nothing provides; \
                did you mean `doc`?
                """)
    }

    @Test(
        "What is wrong about partials is told at the tag",
        arguments: [
            (
                "Aliases", "\n {{> Haeder}}\n",
                "2:2: error: no template is called `Haeder`, which `Aliases` includes; did you mean `Header`?"
            ),
            (
                "Aliases", "{{< nowhere}}{{/nowhere}}",
                "1:1: error: no template is called `nowhere`, which `Aliases` includes; it can be `Aliases`, `Calls`"
            ),
            (
                "Header", "//\n{{> Header}}",
                "2:1: error: the template `Header` includes `Header`, which comes back to it without an end"
            ),
            (
                "Header", "\n{{> Client}}",
                "2:1: error: the template `Header` includes `Client`, which comes back to it without an end"
            ),
            (
                "Client", "a {{>*version}}",
                "1:3: error: the template `Client` takes the name of a partial from `version`, but no value is the "
                    + "name of a template"
            ),
            (
                "Cleint", "{{version}}",
                "1:1: error: nothing uses the template `Cleint`: rendering does not ask for it, and no other template "
                    + "includes it; did you mean `Client`?"
            ),
        ])
    func partials(name: String, text: String, expected: String) {
        #expect(message(name, text).contains("mine/\(name).mustache:" + expected))
    }

    @Test(
        "What cannot be read is told at the tag",
        arguments: [
            (
                "\n\n  {{#types}}\n",
                "3:3: error: the template `Models` never closes `types`; write `{{/types}}` where it ends"
            ),
            (
                "{{#types}}\n{{^model}}\n\t{{/types}}{{/model}}",
                "3:2: error: the template `Models` closes `types` where `model` of line 2, column 1 is open"
            ),
            ("a\n{{/types}}", "2:1: error: the template `Models` closes `types`, but no section is open"),
            ("a {{home", "1:3: error: a tag of the template `Models` is never closed with `}}`"),
            ("{{{home}}", "1:1: error: a tag of the template `Models` is never closed with `}}}`"),
            ("x{{home now}}", "1:2: error: a tag of the template `Models` holds `home now`, which is not a name"),
            ("{{}}", "1:1: error: a tag of the template `Models` holds ``, which is not a name"),
            ("{{upper(home}}", "1:1: error: a tag of the template `Models` holds `upper(home`, which is not a name"),
            (
                "{{uppercase(home)}}",
                "1:1: error: the template `Models` calls `uppercase`, which no value has; did you mean `uppercased`?"
            ),
            (
                "{{=<%=}}",
                "1:1: error: the template `Models` sets delimiters with `<%`; write `=<% %>=`, for example"
            ),
            ("\n{{% CONTENT: X}}", "2:"),
        ])
    func syntaxError(text: String, expected: String) {
        #expect(message("Models", text).hasPrefix("mine/Models.mustache:" + expected))
    }

    @Test("Each template that cannot be read is told")
    func severalTemplates() {
        let sources = ["A", "B", "C"].map { TemplateSource(name: $0, file: $0, text: $0 == "B" ? "b" : "{{#x}}") }
        #expect {
            _ = try TemplateLibrary(sources, required: ["A", "B", "C"])
        } throws: { error in
            (error as? DiagnosticError)?.diagnostics.map(\.location?.file) == ["A", "C"]
        }
    }

    @Test("A template that rendering needs and that is missing is an error")
    func missing() {
        #expect(throws: DiagnosticError.self) { try TemplateLibrary([], required: ["Client"]) }
        let message = message("Client", "{{> Header}}")
        #expect(message == "rendered")
    }

    @Test("A call, an inner name and a block are rendered as the engine does it")
    func engine() throws {
        var inner = TemplateContext()
        inner.set("word", true)
        var context = TemplateContext()
        context.set("part", inner)
        context.set("none", nil as TemplateContext?)
        context.set("list", [inner, inner, inner])
        let text = """
            {{#part}}{{#part.word}}a{{/part.word}}{{.word}}{{/part}}{{none.word}}
            {{#reversed(list)}}{{index()}}{{^isLast}}-{{/isLast}}{{/reversed(list)}}{{count(list)}}
            {{<B}}{{$place}}mine{{/place}}{{/B}}
            """
        let library = try TemplateLibrary(
            [
                TemplateSource(name: "A", file: "A", text: text),
                TemplateSource(name: "B", file: "B", text: "<{{$place}}theirs{{/place}}>"),
            ], required: ["A"])
        #expect(try library.render("A", context) == "atrue\n01-2-3\n<mine>")
    }

    @Test("The built-in templates are all that rendering asks for")
    func builtIn() {
        #expect(RenderingSample.templates.map(\.name) == SwiftRenderer.requiredTemplates)
    }

    @Test("Rendering twice gives the same bytes")
    func deterministic() throws {
        let document = RenderingSample.document(everywhere: "Bed")
        let first = try RenderingSample.render(document)
        let second = try RenderingSample.render(document)
        #expect(first.module == second.module)
        #expect(first.tests == second.tests)
    }
}
