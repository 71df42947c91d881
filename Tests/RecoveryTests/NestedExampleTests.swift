import APISpec
import Diagnostics
import Recovery
import Testing

/// Examples whose types lie in each other many levels deep.
@Suite struct NestedExampleTests {
    /// An object with a text and, while there is a level below, that.
    private static func body(_ level: Int, of count: Int) -> JSONValue {
        var value = JSONValue.object([])
        for level in (level...count).reversed() {
            var members = [JSONValue.Member("text\(level)", .string("a")), .init("size\(level)", .number("1"))]
            if level < count { members.append(.init("below\(level)", value)) }
            value = .object(members)
        }
        return value
    }

    /// A page of types that lie in each other; all tables are lost, and every type is shown once.
    private static func lost(_ count: Int) -> SpecDocument {
        Documents.document(
            operations: (1...count).map { level in
                Documents.stated(
                    "showPart\(level)", "Show Part \(level)", "/v1/parts\(level)", schema: "Part\(level)Response",
                    body: body(level, of: count))
            }, schemas: (1...count).map { Documents.lost("Part\($0)Response") })
    }

    /// The same with tables, which leave open which of two alike types lies below.
    private static func unions(_ count: Int) -> SpecDocument {
        func schema(_ name: String, _ level: Int) -> NamedSchema {
            var schema = Documents.schema("\(name)\(level)", "text\(level)")
            schema.properties.append(Documents.property("size\(level)", .integer(format: nil)))
            if level < count {
                let kinds = ["Box", "Case", "Tin"].map { Schema(.reference("\($0)\(level + 1)")) }
                schema.properties.append(Documents.property("below\(level)", .union(kinds), required: false))
            }
            return schema
        }
        return Documents.document(
            operations: [
                Documents.stated("showBox", "Show Box", "/v1/boxes", schema: "Box1", body: body(1, of: count))
            ], schemas: (1...count).flatMap { level in ["Box", "Case", "Tin"].map { schema($0, level) } })
    }

    private func seconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    private func secondsOfChecking(_ document: SpecDocument) -> Double {
        var findings: [Diagnostic] = []
        let time = seconds { findings = ExampleChecker().check(document, locations: Documents.locations) }
        #expect(findings.allSatisfy { $0.rule == "unused-schema" }, "\(findings)")
        return time
    }

    @Test func typesWithoutTablesAreRebuiltAndChecked() {
        var recovered = Self.lost(45)
        let time = seconds { recovered = Recovery().recover(recovered, locations: Documents.locations).document }
        #expect(recovered.schemas.allSatisfy { !$0.isLost && $0.properties.count >= 2 })
        #expect(time + secondsOfChecking(recovered) < 5)
    }

    /// Every place is compared with every type once: without that, each level took three times as long as the one above.
    @Test func timeGrowsWithTheLevelsOfChoicesAndNoFaster() {
        let small = secondsOfChecking(Self.unions(45))
        let large = secondsOfChecking(Self.unions(180))
        // Four times as many levels; twice that again is left for a busy machine.
        #expect(large < max(0.5, 16 * small))
        #expect(large < 5)
    }

    @Test func namesThatStandForEachOtherEndTheWalk() {
        func choice(_ name: String, _ other: String) -> NamedSchema {
            var schema = NamedSchema(name: name)
            schema.definition = Schema(.union([Schema(.reference(other)), Schema(.string(format: nil))]))
            return schema
        }
        let document = Documents.document(
            operations: [Documents.stated("show", "Show", "/v1/it", schema: "One", body: .number("1"))],
            schemas: [choice("One", "Two"), choice("Two", "One")])
        #expect(
            ExampleChecker().check(document, locations: Documents.locations).map(\.rule) == ["example-wrong-type"])
    }
}
