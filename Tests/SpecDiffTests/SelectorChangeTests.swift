import APISpec
import SpecDiff
import Testing

@Suite("Changes of what selects a version")
struct SelectorChangeTests {
    private let plain: SpecDocument = {
        var document = LibrarySample.document
        document.service.headers.removeAll { $0.value.contains("{version}") }
        document.service.authentication = nil
        return document
    }()

    /// The sample with a selector.
    private func selected(
        _ selector: VersionSelector?, headers: [Service.Header] = [], _ edit: (inout SpecDocument) -> Void = { _ in }
    ) -> SpecDocument {
        var document = plain
        document.service.selector = selector
        document.service.headers += headers
        edit(&document)
        return document
    }

    private func lines(_ old: SpecDocument, _ new: SpecDocument) throws -> [String] {
        var new = new
        new.comesFromAnotherPage()
        return try Specs.compare(old, new).findings.map { finding in
            "\(finding.rule.id) \(finding.wire) \(finding.source) \(finding.operations.count)"
        }
    }

    private func header(required: Bool = true, omittedBy: [String] = [], accepted: [String] = []) -> VersionSelector {
        VersionSelector(
            .header, name: "X-Version", omittedBy: omittedBy, isRequired: required, accepted: accepted)
    }

    private var count: Int { plain.operations.count }

    @Test("A header that has to be sent now stops clients, one that may be sent does not; no argument changes")
    func added() throws {
        #expect(
            try lines(plain, selected(header())) == ["request-parameter-required-added breaking none \(count)"])
        #expect(
            try lines(plain, selected(header(required: false))) == [
                "request-parameter-optional-added info none \(count)"
            ])
        #expect(try lines(selected(header()), plain) == ["request-parameter-removed warning none \(count)"])
        #expect(
            try lines(selected(header(required: false)), selected(header())) == [
                "request-parameter-became-required breaking none \(count)"
            ])
        #expect(
            try lines(selected(header()), selected(header(required: false))) == [
                "request-parameter-became-optional info none \(count)"
            ])
    }

    @Test("An operation that needs it now is told of alone")
    func operations() throws {
        let first = plain.operations[0].id
        #expect(
            try lines(selected(header(omittedBy: [first])), selected(header())) == [
                "request-parameter-required-added breaking none 1"
            ])
        #expect(
            try lines(selected(header()), selected(header(omittedBy: [first]))) == [
                "request-parameter-removed warning none 1"
            ])
    }

    @Test("A value that is not taken any more stops those who send it")
    func values() throws {
        let more = selected(header(accepted: ["0.9"]))
        #expect(
            try lines(more, selected(header())) == ["request-parameter-enum-value-removed breaking none \(count)"])
        #expect(try lines(selected(header()), more) == ["request-parameter-enum-value-added info none \(count)"])
        let other = selected(header()) { $0.versions[0].selected = "next" }
        #expect(
            try lines(selected(header()), other) == [
                "request-parameter-enum-value-removed breaking none \(count)",
                "request-parameter-enum-value-added info none \(count)",
            ])
    }

    @Test("The same in another way of writing is not a change")
    func restated() throws {
        let pattern = "library {version}"
        let stated = selected(VersionSelector(.header, name: "x-version", pattern: pattern))
        let everywhere = selected(nil, headers: [.init("X-Version", pattern)])
        #expect(try lines(everywhere, stated) == [])
        #expect(try lines(stated, everywhere) == [])
        #expect(try lines(stated, stated) == [])
        #expect(
            try lines(everywhere, selected(nil, headers: [.init("X-Version", "shelf {version}")])) == [
                "service-header-changed warning none 0"
            ])
    }

    @Test("Another part of a request is another way")
    func ways() throws {
        let path = VersionSelector(.path, pattern: "/v{version}")
        for (old, new) in [(header(), path), (path, header()), (header(), VersionSelector(.query, name: "v"))] {
            #expect(try lines(selected(old), selected(new)) == ["service-selector-changed breaking none 0"])
        }
    }
}
