import ConfigurationFile
import Testing

@Suite("Errors of configurations")
struct ErrorTests {
    @Test(
        "Wording and place of each",
        arguments: [
            ("- a", "1:1: error: a configuration is a mapping of keys that begins with `apidoc: 1`"),
            ("spec: a.yaml", "1:1: error: a configuration begins with `apidoc: 1`"),
            ("apidoc: x", "1:9: error: `apidoc` is the number of the format: `apidoc: 1`"),
            (
                "apidoc: 2\nnew: x",
                "1:9: error: this file is of format 2; this version reads format 1: update apidoc"
            ),
            (
                "apidoc: 1\nservice: {id: x}",
                "1:1: error: this is a spec and no configuration; a configuration names it with `spec: …`"
            ),
            ("apidoc: 1", "1:1: error: a configuration names its specs with `spec`, `specs` or `services`"),
            ("apidoc: 1\nspec: a\nspecs: b", "3:1: error: `spec` and `specs` exclude each other; keep one"),
            (
                "apidoc: 1\nspec: a\nservices: [{spec: b}]",
                "2:1: error: `spec` and `services` exclude each other; make `spec` an entry of `services`"
            ),
            ("apidoc: 1\nservices: []", "2:11: error: `services` is empty; name a spec"),
            ("apidoc: 1\nservices: a", "2:11: error: `services` is a list of entries with `spec` or `specs`"),
            (
                "apidoc: 1\nservices: [a]",
                "2:12: error: an entry of `services` is a mapping with `spec` or `specs`"
            ),
            (
                "apidoc: 1\nservices: [{tests: true}]",
                "2:12: error: an entry of `services` names its specs with `spec` or `specs`"
            ),
            (
                "apidoc: 1\nservices: [{spec: a, output: b}]",
                "2:22: error: `output` stands at the top of the file, for all services"
            ),
            (
                "apidoc: 1\nspecs: a\nmodule: B",
                "3:1: error: `module` is for one service, and `specs` is a folder of them; name the specs one by one "
                    + "under `services`"
            ),
            (
                "apidoc: 1\nmodule: B\nservices: [{spec: a}]",
                "2:1: error: `module` is for one service; write it into the entry of its service"
            ),
            (
                "apidoc: 1\nservices:\n- {spec: a, module: A}\n- {spec: b, module: a}",
                "4:21: error: the module `a` belongs to the service of line 3 already; choose another name"
            ),
            (
                "apidoc: 1\nservices:\n- {spec: a, module: ATests}\n- {spec: b, module: A}",
                "4:21: error: the module `ATests` belongs to the service of line 3 already; choose another name"
            ),
        ])
    func structure(text: String, expected: String) { #expect(errors(text) == "apidoc.yaml:" + expected) }

    @Test(
        "Wording of each about the value of a key",
        arguments: [
            ("modul: A", "1: error: a configuration has no key `modul`; did you mean `module`?"),
            ("output: [a]", "9: error: `output` is a path"),
            ("paging: page", "9: error: `paging` is a mapping of operations to ways"),
            ("paging: {a: {}}", "13: error: `paging/a` is empty; leave it out, or write something into it"),
            ("paging: {a: {size: b}}", "13: error: `paging` of `a` lacks `by`, which says what chooses a page"),
            ("paging: {a: {by: pages}}", "18: error: nothing chooses a page by this word; did you mean `page`?"),
            ("paging: {a: {by: page, siez: b}}", "24: error: `paging` of `a` has no key `siez`; did you mean `size`?"),
            ("paging: {a: {by: page, first: x}}", "31: error: `first` of `paging` of `a` is the number of a page"),
            ("output: \" \"", "9: error: `output` is a path; this one is empty"),
            ("output: /tmp/x", "9: error: `output` is relative to this file; `/tmp/x` is absolute"),
            ("output: a\\b", "9: error: `output` is a path with `/`, and without `\\`"),
            ("output: \"a\\tb\"", "9: error: `output` is a path, without characters that cannot be seen"),
            ("module: {}", "9: error: `module` holds names in Swift"),
            (
                "module: a-b",
                "9: error: `a-b` is not a name in Swift; write ASCII letters, digits and underscores, a letter first"
            ),
            ("namespace: class", "12: error: `class` is a reserved word of Swift; choose another name"),
            ("access: publc", "9: error: this is not a word for `access`; did you mean `public`?"),
            ("dates: 3", "8: error: this is not a word for `dates`; it can be `date`, `string`"),
            ("tests: yes", "8: error: `tests` is `true` or `false`"),
            (
                "versions: \"1.2\"",
                "11: error: `versions` is a list of ids, such as `[\"1.2\"]`, or one of `all`, `latest`, `supported`"
            ),
            ("versions: [latest]", "12: error: `latest` is not an id and stands alone: `versions: latest`"),
            ("versions: [[a]]", "12: error: `versions` is a list of ids"),
            ("versions: {a: b}", "11: error: `versions` is a list of ids"),
            ("versions: []", "11: error: `versions` is empty; leave it out, or write something into it"),
            ("versions: [1.2, \"1.2\"]", "17: error: `1.2` is in this list already, on line 3"),
            ("operations: [a]", "13: error: `operations` is a mapping of `include` and `exclude` to lists of names"),
            ("operations: {}", "13: error: `operations` is empty; leave it out, or write something into it"),
            ("operations: {includes: [a]}", "14: error: `operations` has no key `includes`; did you mean `include`?"),
            ("operations: {include: a}", "23: error: `include` is a list of names"),
            (
                "operations: {include: [a b]}",
                "24: error: `include` is a list of names, in which `*` stands for anything"
            ),
            ("schemas: {exclude: [a]}", "11: error: `schemas` has no key `exclude`; did you mean `include`?"),
            ("types: {A: [b]}", "12: error: `types` is a mapping of schemas to types in Swift"),
            (
                "types: {A: \"[B]\"}",
                "12: error: `[B]` is not a type; write names with dots between them, such as `Foundation.UUID`"
            ),
            ("types: {A: B.self}", "12: error: `self` is a reserved word of Swift; name another type"),
            ("imports: Foundation", "10: error: `imports` is a list of names of modules"),
            (
                "names: {schemas: {A: B}}",
                "9: error: `names` has no key `schemas`; it can be `operations`, `pages`, `environments`, "
                    + "`regionTypes`, `types`, `members`, `values`, `alternatives`, `parameters`, `regions`"
            ),
            (
                "names: {types: {A: B}}",
                "20: error: `names/types/A` is a mapping of names to names in Swift"
            ),
            ("names: {operations: {a: [b]}}", "25: error: `names/operations` is a mapping of names to names in Swift"),
            ("names: {operations: {a: c, b: c}}", "31: error: `a` is called `c` already; choose another name"),
        ])
    func values(line: String, expected: String) {
        #expect(errors("apidoc: 1\nspec: a.yaml\n\(line)") == "apidoc.yaml:3:" + expected)
    }

    @Test("Everything that is wrong is told at once, in the order of the file")
    func several() {
        let text = "apidoc: 1\ntests: 1\nservices:\n- {spec: /a}\n- {spce: b}\nhashable: 2"
        #expect(
            errors(text) == """
                apidoc.yaml:2:8: error: `tests` is `true` or `false`
                apidoc.yaml:4:10: error: `spec` is relative to this file; `/a` is absolute
                apidoc.yaml:5:3: error: an entry of `services` names its specs with `spec` or `specs`
                apidoc.yaml:5:4: error: an entry of `services` has no key `spce`; did you mean `spec`?
                apidoc.yaml:6:11: error: `hashable` is `true` or `false`
                """)
    }

    @Test("Hostile files end at the limits of YAML")
    func hostile() {
        #expect(
            errors(String(repeating: "#", count: 300_000))
                == "apidoc.yaml:1:1: error: the file has 300000 bytes; at most 262144 are read")
        #expect(errors("") == "apidoc.yaml:1:1: error: the file is empty; write a YAML document")
        let deep = errors("apidoc: 1\nspec: " + String(repeating: "[", count: 40))
        #expect(deep == "apidoc.yaml:2:22: error: more than 16 levels of nesting; flatten the document")
        var bomb = "apidoc: 1\na: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, from) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")] {
            bomb += "\(name): &\(name) [" + Array(repeating: "*\(from)", count: 9).joined(separator: ",") + "]\n"
        }
        #expect(errors(bomb).hasSuffix("error: the aliases expand to more than 2000 nodes; write fewer aliases"))
        #expect(
            errors("apidoc: 1\nspec: a\nspec: b")
                == "apidoc.yaml:3:1: error: the key \"spec\" is already on line 2; remove one of the two")
        #expect(errors("apidoc: 1\nspec: a\n" + String(repeating: "k", count: 9000) + ": 1").utf8.count < 700)
    }
}
