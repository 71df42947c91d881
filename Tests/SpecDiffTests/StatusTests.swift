import APISpec
import SpecDiff
import Testing

/// Answers, their statuses, ranges of statuses, and the answer for all others.
@Suite("Statuses")
struct StatusTests {
    private func findings(_ old: [Response], _ new: [Response]) throws -> [DiffFinding] {
        var before = LibrarySample.document
        before.edit("importBooks") { $0.responses = old }
        var after = before
        after.comesFromAnotherPage()
        after.edit("importBooks") { $0.responses = new }
        return try Specs.compare(before, after).findings
    }

    private func lines(_ old: [Response], _ new: [Response]) throws -> [String] {
        try findings(old, new).map {
            "\($0.rule.id) \($0.location.split(separator: "/").dropFirst(2).joined(separator: "/"))"
        }
    }

    private func answer(_ status: Int, _ kind: Schema.Kind? = .boolean) -> Response {
        Response(status: status, schema: kind.map { Schema($0) })
    }

    @Test("Ranges and the answer for all others are told by name")
    func names() throws {
        let found = try findings([answer(200)], [answer(200), answer(4), answer(0)])
        #expect(
            found.map { "\($0.rule.id) \($0.location) \($0.difference.subject)" } == [
                "response-error-added operations/importBooks/responses/4XX answer 4XX of `importBooks`",
                "response-error-added operations/importBooks/responses/default answer default of `importBooks`",
            ])
        for finding in found { #expect(finding.difference.sentence.contains("answer 0") == false) }
        let body = try findings([answer(200), answer(0)], [answer(200), answer(0, .object)])
        #expect(body.map(\.difference.subject) == ["the body of answer default of `importBooks`"])
        // The case of the failure has another type.
        #expect(body.map(\.source) == [.breaking])
    }

    @Test("The only answer, for all statuses, is what a call gives")
    func onlyDefault() throws {
        let found = try findings([answer(0)], [answer(0, .object)])
        #expect(found.map(\.rule.id) == ["response-body-type-changed"])
        #expect(found.map(\.source) == [.breaking])
    }

    @Test("A range holds the statuses that it took the place of")
    func ranges() throws {
        #expect(try lines([answer(200), answer(201)], [answer(2)]) == ["response-success-widened responses/2XX"])
        #expect(try lines([answer(2)], [answer(200)]) == ["response-success-narrowed responses/2XX"])
        #expect(
            try lines([answer(200), answer(404), answer(409)], [answer(200), answer(4)]) == [
                "response-error-added responses/4XX"
            ])
        #expect(
            try lines([answer(200)], [answer(2, .object)]) == [
                "response-body-type-changed responses/2XX", "response-success-widened responses/2XX",
            ])
        // A range that both have holds nothing new.
        #expect(
            try lines([answer(200), answer(2)], [answer(2)]) == ["documentation-description-changed responses/2XX"])
        #expect(
            try lines([answer(2)], [answer(3)]).sorted() == [
                "response-error-added responses/3XX", "response-success-removed responses/2XX",
            ])
    }

    @Test("Headers are the same whatever the case of their names")
    func headers() throws {
        var old = answer(200)
        old.headers = [ResponseHeader(name: "X-Rate-Limit", schema: Schema(.integer(format: nil)))]
        var new = answer(200)
        new.headers = [ResponseHeader(name: "x-rate-limit", schema: Schema(.integer(format: nil)))]
        #expect(try lines([old], [new]) == [])
        new.headers[0].schema.description = "Calls that are left"
        #expect(
            try lines([old], [new]) == ["documentation-description-changed responses/200/headers/x-rate-limit"])
        new.headers = []
        let found = try findings([old], [new])
        #expect(found.map(\.location) == ["operations/importBooks/responses/200/headers/X-Rate-Limit"])
        #expect(found.map(\.operations) == [["importBooks"]])
        #expect(
            found.map(\.difference.sentence) == [
                "header `X-Rate-Limit` of answer 200 of `importBooks` was removed; it was optional: integer"
            ])
    }

    @Test("Another media type breaks Swift only where it is not JSON any more")
    func mediaTypes() throws {
        func source(_ type: String) throws -> [DiffSeverity] {
            var new = answer(200)
            new.mediaType = type
            return try findings([answer(200)], [new]).map(\.source)
        }
        #expect(try source("application/problem+json") == [.none])
        #expect(try source("text/csv") == [.breaking])
        #expect(try source("Application/JSON") == [])
    }
}
