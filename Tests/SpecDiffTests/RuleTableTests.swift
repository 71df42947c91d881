import APISpec
import SpecDiff
import Testing

@Suite("Rules for changes")
struct RuleTableTests {
    @Test("Ids are unique and follow the grammar")
    func ids() {
        let ids = SpecDiffRules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in SpecDiffRules.all {
            #expect(rule.parts != nil, "\(rule.id)")
            #expect(SpecDiffRules.rule(rule.id) == rule)
        }
    }

    @Test("An id says its direction, area, aspect and verb")
    func grammar() throws {
        let parts = try #require(RuleID("request-property-enum-value-removed"))
        #expect(parts.direction == .request && parts.area == "property")
        #expect(parts.aspect == "enum-value" && parts.verb == "removed")
        let whole = try #require(RuleID("operation-renamed"))
        #expect(whole.direction == .operation && whole.area == nil && whole.aspect == nil && whole.verb == "renamed")
        let became = try #require(RuleID("response-body-became-not-nullable"))
        #expect(became.area == "body" && became.aspect == nil && became.verb == "became-not-nullable")
        #expect(try #require(RuleID("reading-request-changed")).area == "request")
    }

    @Test(
        "Other texts are no ids",
        arguments: [
            "", "request", "request-property", "property-added", "request-added-property", "request-property-gone",
            "request--added", "Request-property-added", "service-parameter-added", "request-property-enum-enum-added",
            "request-property-added-",
        ])
    func noIDs(text: String) { #expect(RuleID(text) == nil) }

    @Test("Meanings are sentences that a line and a table cell can hold")
    func meanings() {
        for rule in SpecDiffRules.all {
            #expect(rule.meaning.hasSuffix("."), "\(rule.id)")
            #expect(!rule.meaning.contains("|") && !rule.meaning.contains("\n"), "\(rule.id)")
            #expect(rule.meaning.count <= 120, "\(rule.id): \(rule.meaning.count)")
        }
        #expect(Set(SpecDiffRules.all.map(\.meaning)).count == SpecDiffRules.all.count)
    }

    @Test("Every rule has its mirror, is its own, or says why it has none")
    func mirrors() {
        for rule in SpecDiffRules.all {
            switch rule.mirror {
            case .itself: break
            case .none(let reason): #expect(reason.count > 20, "\(rule.id)")
            case .rule(let id):
                #expect(id != rule.id)
                // Two rules may share a mirror, as what is added may be required or optional.
                guard let mirror = SpecDiffRules.rule(id), case .rule(let back) = mirror.mirror else {
                    Issue.record("\(rule.id) has the mirror \(id), which has none")
                    continue
                }
                let optional = rule.id.replacing("required-added", with: "optional-added")
                #expect(back == rule.id || back == optional, "\(rule.id)")
            }
        }
    }

    @Test("What breaks forwards and what breaks backwards: an added thing never breaks more than a removed one")
    func additions() {
        for rule in SpecDiffRules.all where rule.id.hasSuffix("optional-added") {
            #expect(rule.wire <= .info, "\(rule.id)")
        }
        for rule in SpecDiffRules.all where rule.parts?.direction == .documentation {
            #expect(rule.wire == .info && rule.source.broken == .none && rule.source.otherwise == .none)
        }
        for rule in SpecDiffRules.all where rule.parts?.direction == .reading {
            #expect(rule.wire < .breaking && rule.source.broken < .breaking, "\(rule.id)")
        }
    }
}

@Suite("Every rule is triggered")
struct RuleFixtureTests {
    /// The sample before and after an edit.
    private func pair(_ fixture: RuleFixture, isSamePage: Bool = false) -> (old: SpecDocument, new: SpecDocument) {
        var old = LibrarySample.document
        fixture.prepare(&old)
        var new = old
        if !isSamePage { new.comesFromAnotherPage() }
        fixture.edit(&new)
        return (old, new)
    }

    private func rules(_ old: SpecDocument, _ new: SpecDocument) throws -> Set<String> {
        let findings = try Specs.compare(old, new).findings
        #expect(Set(findings.map { "\($0.rule.id) \($0.location)" }).count == findings.count)
        return Set(findings.map(\.rule.id))
    }

    @Test("An edit triggers its rule and no other", arguments: RuleFixture.all)
    func forwards(fixture: RuleFixture) throws {
        let (old, new) = pair(fixture)
        #expect(try rules(old, new) == [fixture.rule])
    }

    @Test("The edit undone triggers the mirror of its rule", arguments: RuleFixture.all)
    func backwards(fixture: RuleFixture) throws {
        let (old, new) = pair(fixture)
        let rule = try #require(SpecDiffRules.rule(fixture.rule))
        let mirror: String
        switch rule.mirror {
        case .itself: mirror = fixture.rule
        case .rule(let id): mirror = id
        case .none: return
        }
        // What is removed may have been required; what lies behind a removal shows only when it is added again.
        let found = try rules(new, old).map { id in
            mirror.hasSuffix("optional-added") ? id.replacing("required-added", with: "optional-added") : id
        }
        #expect(Set(found) == [mirror])
    }

    @Test(
        "An edit of what was read from the same page is never a change of the API", arguments: RuleFixture.sameSources)
    func samePage(fixture: RuleFixture) throws {
        let (old, new) = pair(fixture, isSamePage: true)
        #expect(try rules(old, new) == [fixture.rule])
        #expect(try rules(new, old) == [fixture.rule])
        for finding in try Specs.compare(old, new).findings {
            #expect(finding.cause == .reading && finding.severity < .breaking)
            #expect(finding.ruleOfDocumentation != nil)
        }
    }

    @Test("Whatever is edited on the same page, no rule but those of reading speaks", arguments: RuleFixture.all)
    func nothingButReading(fixture: RuleFixture) throws {
        let (old, new) = pair(fixture, isSamePage: true)
        for finding in try Specs.compare(old, new).findings {
            #expect(finding.rule.parts?.direction == .reading, "\(finding.rule.id)")
            #expect(finding.severity < .breaking)
        }
    }

    @Test("A version and its operations may go once its support has ended")
    func expired() throws {
        let old = LibrarySample.document
        var new = old
        new.comesFromAnotherPage()
        new.versions.removeLast()
        for index in new.operations.indices { new.operations[index].revisions[0].versions = ["1.2"] }
        func rules(_ day: String?) throws -> [String] {
            try Specs.compare(old, new, asOf: day).findings.map(\.rule.id)
        }
        #expect(try rules(nil) == ["version-removed"])
        #expect(try rules("2027-01-30") == ["version-removed"])
        #expect(try rules("2027-01-31") == ["version-expired"])

        var gone = old
        gone.comesFromAnotherPage()
        gone.operations.removeLast()
        let findings = try Specs.compare(old, gone, asOf: "2027-02-01").findings
        #expect(
            findings.map { "\($0.rule.id) \($0.versions.map(\.new))" } == [
                "operation-removed [\"1.2\"]", "operation-expired [\"1.1\"]",
            ])
    }

    @Test("Together, the fixtures trigger every rule")
    func completeness() throws {
        var seen: Set<String> = ["version-expired", "operation-expired"]
        for fixture in RuleFixture.all {
            let (old, new) = pair(fixture)
            seen.formUnion(try rules(old, new))
            seen.formUnion(try rules(new, old))
        }
        for fixture in RuleFixture.sameSources {
            let (old, new) = pair(fixture, isSamePage: true)
            seen.formUnion(try rules(old, new))
        }
        #expect(Set(SpecDiffRules.all.map(\.id)).subtracting(seen).sorted() == [])
    }
}
