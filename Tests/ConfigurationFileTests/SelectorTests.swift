import ConfigurationFile
import Diagnostics
import Testing

@Suite("How requests select a version, and how lists are read")
struct SelectorTests {
    private func selector(_ text: String) throws -> VersionSelectorChoice? {
        try read("apidoc: 1\nspec: a\nselector: \(text)").services.first?.selector
    }

    private func problem(_ line: String) -> String { errors("apidoc: 1\nspec: a\n\(line)") }

    @Test("Every kind with what it needs, and nothing else")
    func kinds() throws {
        let header = try #require(try selector("{by: header, name: X-Version, pattern: 'v{version}'}"))
        #expect(header.kind.value == "header" && header.name == "X-Version" && header.pattern == "v{version}")
        #expect(header.kind.location.description == "apidoc.yaml:3:16")
        let query = try #require(try selector("{by: query, name: api-version}"))
        #expect(query.name == "api-version" && query.pattern == nil)
        for kind in ["media-type", "path", "server"] {
            let choice = try #require(try selector("{by: \(kind), pattern: '/v{version}/'}"))
            #expect(choice.kind.value == kind && choice.name == nil && choice.pattern == "/v{version}/")
        }
        let none = try #require(try selector("{by: none}"))
        #expect(none.kind.value == "none" && none.name == nil && none.pattern == nil)
        // What is not used does not have to fit.
        #expect(try selector("{by: none, pattern: fixed}")?.pattern == "fixed")
    }

    @Test(
        "What is wrong with a selector is told once, with its place",
        arguments: [
            ("{}", "11: error: `selector` is empty; leave it out, or write something into it"),
            ("{name: X}", "11: error: `selector` lacks `by`, the part of a request"),
            ("{by: headers, name: X}", "16: error: this is not a part of a request; did you mean `header`?"),
            ("{by: header}", "16: error: `selector` by header lacks `name`, as requests write it"),
            ("{by: query}", "16: error: `selector` by query lacks `name`, as requests write it"),
            ("{by: path, name: X}", "16: error: `selector` by path has no `name`; leave it out"),
            ("{by: none, name: X}", "16: error: `selector` by none has no `name`; leave it out"),
            ("{by: path}", "16: error: `selector` by path lacks `pattern`, such as `/v{version}`"),
            ("{by: server}", "16: error: `selector` by server lacks `pattern`, such as `/v{version}`"),
            ("{by: media-type}", "16: error: `selector` by media-type lacks `pattern`, such as `/v{version}`"),
            ("{by: path, pattern: /v1}", "31: error: `pattern` has `{version}` in it, once"),
            ("{by: path, pattern: '{version}/{version}'}", "31: error: `pattern` has `{version}` in it, once"),
            ("{by: header, name: X, pattern: v1}", "42: error: `pattern` has `{version}` in it, once"),
            ("{by: [header]}", "16: error: `by` of `selector` is a text"),
        ])
    func broken(selector: String, expected: String) {
        #expect(problem("selector: \(selector)") == "apidoc.yaml:3:" + expected)
    }

    @Test("A way whose `by` cannot be read is told once")
    func unreadableWay() {
        #expect(problem("paging: {a: {by: [page]}}") == "apidoc.yaml:3:18: error: `by` of `paging` of `a` is a text")
    }

    @Test("A key that selectors do not have leaves the others as they are")
    func unknownKey() {
        let said = problem("selector: {by: header, names: X, name: Y}")
        #expect(said == "apidoc.yaml:3:24: error: `selector` has no key `names`; did you mean `name`?")
        let two = problem("selector: {bye: header, name: Y}").split(separator: "\n")
        #expect(
            two == [
                "apidoc.yaml:3:11: error: `selector` lacks `by`, the part of a request",
                "apidoc.yaml:3:12: error: `selector` has no key `bye`; did you mean `by`?",
            ])
    }

    @Test(
        "The first page is a number that is not negative",
        arguments: [
            ("0", true), ("1", true), ("12", true), ("-1", false), ("x", false), ("1.5", false), ("[1]", false),
        ])
    func firstPage(text: String, isRead: Bool) throws {
        let line = "paging: {a: {by: page, first: \(text)}}"
        guard isRead else {
            #expect(problem(line) == "apidoc.yaml:3:31: error: `first` of `paging` of `a` is the number of a page")
            return
        }
        let service = try #require(try read("apidoc: 1\nspec: a\n\(line)").services.first)
        #expect(service.paging.map(\.first) == [Int(text)])
    }

    @Test("A way with a part that is no text is told with the part, and the parts after it are read")
    func partsAfterAProblem() {
        let said = problem("paging: {a: {size: [b], first: -1, count: '', by: page, last: 3, nope: x}}")
        #expect(
            said.split(separator: "\n").map(String.init) == [
                "apidoc.yaml:3:20: error: `size` of `paging` of `a` is a text",
                "apidoc.yaml:3:32: error: `first` of `paging` of `a` is the number of a page",
                "apidoc.yaml:3:43: error: `count` of `paging` of `a` is a text",
                "apidoc.yaml:3:66: error: `paging` of `a` has no key `nope`; did you mean `more`?",
            ])
    }

    @Test("Every way of reading lists with every part")
    func ways() throws {
        for kind in PagingChoice.kinds {
            let service = try #require(
                try read("apidoc: 1\nspec: a\npaging: {list: {by: \(kind), position: p, nextHeader: X-Next, more: /m}}")
                    .services.first)
            #expect(service.paging.map(\.kind.value) == [kind])
            #expect(service.paging.first?.parts == [.position: "p", .nextHeader: "X-Next", .more: "/m"])
        }
    }

    @Test("Spec and specs beside services are told, and each key of one service")
    func besideServices() {
        let said = errors("apidoc: 1\nspecs: a\nmodule: B\nnamesFile: n.yaml\nservices: [{spec: b}]")
        #expect(
            said.split(separator: "\n").map(String.init) == [
                "apidoc.yaml:2:1: error: `specs` and `services` exclude each other; make `specs` an entry of `services`",
                "apidoc.yaml:3:1: error: `module` is for one service; write it into the entry of its service",
                "apidoc.yaml:4:1: error: `namesFile` is for one service; write it into the entry of its service",
            ])
    }

    @Test("Modules that two services would write, with their tests or without")
    func claimedModules() throws {
        #expect(
            try read(
                "apidoc: 1\nservices:\n- {spec: a, module: ATests, tests: false}\n- {spec: b, module: A, tests: false}"
            )
            .services.count == 2)
        #expect(
            errors("apidoc: 1\nservices:\n- {spec: a, module: A}\n- {spec: b, module: atests}")
                == "apidoc.yaml:4:21: error: the module `atests` belongs to the service of line 3 already; choose another "
                + "name")
        #expect(
            try read(
                "apidoc: 1\nservices:\n- {spec: a, module: A, tests: false}\n- {spec: b, module: ATests, tests: false}"
            )
            .services.map(\.makesTests) == [false, false])
    }

    @Test("Schemas that nothing refers to are left out where a choice was made")
    func unusedSchemas() throws {
        func leavesOut(_ line: String) throws -> Bool? {
            try read("apidoc: 1\nspec: a\n\(line)").services.first?.leavesOutUnusedSchemas
        }
        #expect(try leavesOut("tests: true") == false)
        #expect(try leavesOut("operations: {include: [a]}") == true)
        #expect(try leavesOut("schemas: {include: [A]}") == true)
    }

    @Test("Models are not hashable unless it is said")
    func hashable() throws {
        #expect(try read("apidoc: 1\nspec: a").services.first?.isHashable == false)
        #expect(try read("apidoc: 1\nspec: a\nhashable: true").services.first?.isHashable == true)
        #expect(try read("apidoc: 1\nspec: a\nhashable: false").services.first?.isHashable == false)
    }

    @Test(
        "Names in Swift have letters first and nothing foreign",
        arguments: [
            ("A1", true), ("_a", true), ("1A", false), ("A.B", false), ("Ä", false), ("9", false), ("a9_", true),
        ])
    func names(text: String, isRead: Bool) {
        let isFine = (try? read("apidoc: 1\nspec: a\nmodule: '\(text)'")) != nil
        #expect(isFine == isRead)
    }

    @Test(
        "Types with dots have a name in each place",
        arguments: [("A.B", true), ("A..B", false), (".A", false), ("A.", false), ("A.B.C", true), ("A.1", false)])
    func dottedTypes(text: String, isRead: Bool) {
        let isFine = (try? read("apidoc: 1\nspec: a\ntypes: {X: '\(text)'}")) != nil
        #expect(isFine == isRead)
    }

    @Test("In lists of names what is no name is told, and the rest is checked all the same")
    func listsAfterAProblem() {
        let said = problem("operations: {include: [[a], b, b], excluded: [c], exclude: d}").split(separator: "\n")
        #expect(said.contains { $0.hasSuffix("`b` is in this list already, on line 3") }, "\(said)")
        #expect(said.contains { $0.contains("has no key `excluded`") })
        #expect(said.contains { $0.hasSuffix("`exclude` is a list of names") })
    }

    @Test(
        "Patterns with stars",
        arguments: [
            ("a*", "a", true), ("a**b", "ab", true), ("*a", "aba", true), ("*ab", "aab", true), ("a*b*", "acbd", true),
            ("a*b", "acbd", false), ("**", "", true), ("a", "ab", false), ("ab", "a", false), ("*aab", "aaab", true),
            ("a*a", "a", false), ("*b*c", "abxbc", true),
        ])
    func patterns(pattern: String, name: String, fits: Bool) throws {
        let service = try #require(
            try read("apidoc: 1\nspec: a\nschemas: {include: ['\(pattern)']}").services.first)
        #expect(service.schemas?.first?.matches(name) == fits)
    }
}
