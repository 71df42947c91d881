import APISpec
import Testing

@testable import SwiftRendering

@Suite("Sets of versions, and what code says of them")
struct VersionSetsTests {
    private static let order = ["4.0", "3.0", "2.0", "1.0"]

    private func sets(_ sets: [[String]], taken: Set<String> = []) -> VersionSets {
        let document = SpecDocument(
            service: Service(id: "quay", title: "Quay", server: .init(url: "https://quay.example")),
            versions: Self.order.map { APIVersion(id: $0, status: .supported) }, operations: [], schemas: [])
        return VersionSets(
            sets.map(Set.init), order: Self.order, names: ServiceNames(APIModel(document)), taken: taken)
    }

    @Test(
        "A set is called after its ends",
        arguments: [
            (["4.0", "3.0", "2.0", "1.0"], "AnyVersion"), (["4.0", "3.0"], "SinceV3_0"), (["2.0", "1.0"], "UntilV2_0"),
            (["3.0", "2.0"], "V2_0ToV3_0"), (["4.0", "1.0"], "V1_0AndV4_0"),
            (["4.0", "3.0", "1.0"], "V1_0AndSinceV3_0"), (["3.0"], "V3_0"),
        ])
    func names(versions: [String], expected: String) {
        let sets = sets([versions])
        #expect(sets.name(of: versions).name == expected)
        #expect(sets.describedName(of: versions) == expected)
    }

    @Test("A protocol refines the narrowest that hold it, and a version conforms to the narrowest that hold it")
    func refinement() {
        let sets = sets([["4.0", "3.0", "2.0"], ["4.0", "3.0"], ["3.0", "2.0", "1.0"], ["3.0", "2.0"]])
        func refined(_ versions: [String]) -> [String] {
            sets.protocols(covering: versions, isStrict: true).map(\.name)
        }
        #expect(refined(Self.order) == [])
        #expect(refined(["4.0", "3.0", "2.0"]) == ["AnyVersion"])
        #expect(refined(["4.0", "3.0"]) == ["SinceV2_0"])
        #expect(refined(["3.0", "2.0"]) == ["SinceV2_0", "UntilV3_0"])
        #expect(sets.protocols(covering: ["1.0"]).map(\.name) == ["UntilV3_0"])
        #expect(sets.protocols(covering: ["3.0"]).map(\.name) == ["SinceV3_0", "V2_0ToV3_0"])
        // A set that no protocol is of has those of the sets around it.
        #expect(sets.protocols(covering: ["4.0", "2.0"]).map(\.name) == ["SinceV2_0"])
    }

    @Test("A type of the service that has the name of a protocol keeps it")
    func taken() {
        #expect(sets([["4.0", "3.0"]], taken: ["SinceV3_0"]).name(of: ["4.0", "3.0"]).name == "SinceV3_0Versions")
    }

    @Test("Many versions are told by their ends where they are neighbours")
    func words() {
        let order = ["5", "4", "3", "2", "1"]
        #expect(Phrases.versions(["5", "4", "3"], of: order) == "versions 5, 4 and 3")
        #expect(Phrases.versions(order, of: order) == "all versions")
        #expect(Phrases.versions(["5", "4", "3", "2"], of: order) == "versions 2 to 5")
        #expect(Phrases.versions(["5", "4", "2", "1"], of: order) == "versions 5, 4, 2 and 1")
    }

    @Test("What selects the version is code where versions share it, and nothing else of a text is")
    func selected() throws {
        let first = String(try #require(Unicode.Scalar(0xFDD0 as UInt32)))
        let mark = try #require(SelectedVersion.mark(absentFrom: "title: \(first)"))
        #expect(mark.unicodeScalars.map(\.value) == [0xFDD1])
        let selected = SelectedVersion(mark: mark)
        let text = #"/v\#(mark)/"a"/\(version)"#
        #expect(selected.filled(by: "Self.id").string(text).source == #""/v\(Self.id)/\"a\"/\\(version)""#)
        #expect(selected.filled(with: #"1"\(x)"#).string(text).source == #""/v1\"\\(x)/\"a\"/\\(version)""#)
        #expect(selected.filled(by: "Self.id").words("/v\(mark)/a") == "/v{version}/a")
        #expect(selected.filled(with: "1").words("/v\(mark)/a") == "/v1/a")
        #expect(SelectedVersion.plain.string(first).source == "\"\(first)\"")
    }
}
