import Diagnostics

/// Checks which templates use which others.
struct TemplatePartials {
    let templates: [TemplateText]
    /// The templates that rendering asks for.
    let required: [String]

    /// What is wrong, in the order of the templates and their lines.
    var problems: [Diagnostic] {
        let names = templates.map(\.source.name)
        var problems: [Diagnostic] = []
        for name in required where !names.contains(name) {
            problems.append(.error("the template `\(name)` is missing; rendering needs it", at: nil))
        }
        let used = Set(templates.flatMap { template in included(by: template).map(\.name) })
        for template in templates {
            for tag in included(by: template) {
                if tag.name.first == "*" {
                    problems.append(
                        .error(
                            "the template `\(template.source.name)` takes the name of a partial from "
                                + "`\(tag.name.dropFirst())`, but no value is the name of a template", at: tag.location)
                    )
                } else if !names.contains(tag.name) {
                    problems.append(
                        .error(
                            "no template is called `\(tag.name)`, which `\(template.source.name)` includes; "
                                + NearestWord.suggestion(for: tag.name, among: names.sorted()), at: tag.location))
                } else if reached(from: tag.name).contains(template.source.name) {
                    problems.append(
                        .error(
                            "the template `\(template.source.name)` includes `\(tag.name)`, which comes back to it "
                                + "without an end", at: tag.location))
                }
            }
            let name = template.source.name
            if !required.contains(name), !used.contains(name) {
                problems.append(
                    .error(
                        "nothing uses the template `\(name)`: rendering does not ask for it, and no other template "
                            + "includes it; " + NearestWord.suggestion(for: name, among: required),
                        at: SourceLocation(file: template.source.file)))
            }
        }
        return problems
    }

    private func included(by template: TemplateText) -> [TemplateTag] {
        template.tags.filter { $0.kind == .partial || $0.kind == .parent }
    }

    /// A template and all that it includes, directly or not.
    private func reached(from name: String) -> Set<String> {
        var reached: Set<String> = []
        var next = [name]
        while let name = next.popLast() {
            guard reached.insert(name).inserted, let template = templates.first(where: { $0.source.name == name })
            else { continue }
            next += included(by: template).map(\.name)
        }
        return reached
    }
}
