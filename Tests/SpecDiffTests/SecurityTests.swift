import APISpec
import Testing

@testable import SpecDiff

/// Who is let in before and after.
@Suite("Security")
struct SecurityTests {
    private static func service(_ names: [String]) -> Service {
        var service = Service(id: "a", title: "A", server: .init(url: "https://a.example.com"))
        service.security = names.map {
            SecurityScheme(name: $0, kind: .apiKey(name: $0.lowercased(), in: .header))
        }
        return service
    }

    private static let key = SecurityRequirement("key")
    private static let token = SecurityRequirement("token")
    private static let read = SecurityRequirement("token", scopes: ["read"])
    private static let both = SecurityRequirement("token", scopes: ["write", "read"])

    @Test(
        "What lets in fewer clients is tightened, what lets in more is loosened",
        arguments: [
            ([], [], nil), ([], [[]], nil), ([], [[key]], .authenticationTightened),
            ([[key]], [], .authenticationLoosened), ([[key]], [[key], [token]], .authenticationLoosened),
            ([[key], [token]], [[key]], .authenticationTightened),
            ([[key]], [[key, token]], .authenticationTightened), ([[key, token]], [[key]], .authenticationLoosened),
            ([[key], [token]], [[token], [key]], nil), ([[key]], [[key], []], .authenticationLoosened),
            ([[key]], [[token]], .authenticationTightened), ([[token]], [[read]], .authenticationTightened),
            ([[both]], [[read]], .authenticationLoosened), ([[read]], [[both]], .authenticationTightened),
            // Who needs less is let in by an alternative that asks for more as well.
            ([[key]], [[key], [key, token]], nil),
        ] as [([[SecurityRequirement]], [[SecurityRequirement]], Change?)])
    func relation(old: [[SecurityRequirement]], new: [[SecurityRequirement]], expected: Change?) {
        let service = Self.service(["key", "token"])
        #expect(SecurityRelation(old: service, new: service).change(from: old, to: new) == expected)
    }

    @Test("A scheme with another name and of the same kind asks for the same")
    func renamed() {
        let old = Self.service(["key"])
        let new = Self.service(["KEY"])
        let relation = SecurityRelation(old: old, new: new)
        #expect(relation.renamed == ["key": "KEY"])
        #expect(relation.change(from: [[Self.key]], to: [[SecurityRequirement("KEY")]]) == nil)
    }

    @Test("Requirements in words")
    func words() {
        #expect(SecurityRelation.words([]) == "none")
        #expect(SecurityRelation.words([[Self.key, Self.both], []]) == "`key` and `token` (write, read), or none")
    }

    @Test("An operation that says of itself what all say is as before; one that says less is told")
    func operations() throws {
        var old = LibrarySample.document
        old.service.security = [SecurityScheme(name: "key", kind: .basic)]
        old.service.requirements = [[Self.key]]
        var new = old
        new.comesFromAnotherPage()
        new.edit("showBook") { $0.security = [[Self.key]] }
        #expect(try Specs.compare(old, new).findings.map(\.rule.id) == [])
        new.edit("showBook") { $0.security = [] }
        let found = try Specs.compare(old, new).findings
        #expect(
            found.map { "\($0.rule.id) \($0.location) \($0.difference.before ?? "")" } == [
                "operation-authentication-loosened operations/showBook/security `key`"
            ])
        #expect(found.first?.operations == ["showBook"])
        // What all operations share is told once.
        new.service.requirements = []
        new.edit("showBook") { $0.security = nil }
        #expect(
            try Specs.compare(old, new).findings.map { "\($0.rule.id) \($0.location)" } == [
                "service-authentication-loosened service/requirements"
            ])
    }

    @Test("The first scheme and the last one change how clients are made")
    func swift() throws {
        let old = LibrarySample.document
        var new = old
        new.comesFromAnotherPage()
        new.service.security = [SecurityScheme(name: "key", kind: .basic)]
        #expect(try Specs.compare(old, new).findings.map(\.source) == [.breaking])
        var more = new
        more.service.security.append(SecurityScheme(name: "token", kind: .bearer(format: "JWT")))
        let found = try Specs.compare(new, more).findings
        #expect(found.map(\.source) == [.none])
        #expect(found.map(\.difference.after) == ["`token`, bearer token (JWT)"])
    }
}
