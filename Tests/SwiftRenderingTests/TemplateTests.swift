import APIModel
import Diagnostics
import Testing

@testable import SwiftRendering

@Suite("Templates")
struct TemplateTests {
    private func message(_ name: String, _ text: String) -> String {
        let templates = RenderingSample.templates.map { template in
            template.name == name ? TemplateSource(name: name, file: "mine/\(name).mustache", text: text) : template
        }
        do {
            _ = try SwiftRenderer(templates: templates).render(
                RenderingSample.document(everywhere: "x"), specFile: "x.yaml")
            return "rendered"
        } catch {
            return "\(error)"
        }
    }

    @Test("A name that nothing provides is an error, not an empty place")
    func unknownName() {
        #expect(
            message("Header", "// {{specfile}}\n").hasPrefix(
                "mine/Header.mustache:1:1: error: the template names `specfile`, which nothing provides".replacing(
                    "mine/Header", with: "templates/Namespace")))
    }

    @Test("A partial that does not exist is an error with its line")
    func unknownPartial() {
        #expect(
            message("Aliases", "\n{{> Haeder}}\n").hasPrefix(
                "mine/Aliases.mustache:2:1: error: no template is called `Haeder`; there are Aliases, Client"))
    }

    @Test("A section without an end is an error with its line")
    func syntaxError() {
        #expect(message("Models", "\n\n{{#types}}\n").hasPrefix("mine/Models.mustache:"))
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
