import Diagnostics
import Testing

@testable import APISpec

/// A service with two versions, three operations and a chain of models, of which tests take parts away.
private struct Shop {
    var document: SpecDocument

    init() {
        func revision(_ versions: [String], _ path: String, _ schema: String) -> Revision {
            Revision(
                versions: versions, method: "GET", path: path,
                parameters: [
                    Parameter(name: "page", location: .query, isRequired: false, schema: Schema(.integer(format: nil)))
                ],
                responses: [Response(status: 200, schema: Schema(.reference(schema)))])
        }
        func model(_ name: String, of other: String? = nil) -> NamedSchema {
            let kind: Schema.Kind = other.map { .reference($0) } ?? .string(format: nil)
            return NamedSchema(name: name, properties: [.init(name: "value", isRequired: true, schema: Schema(kind))])
        }
        document = SpecDocument(
            service: Service(id: "shop", title: "Shop", server: .init(url: "https://shop.example.com")),
            versions: [APIVersion(id: "2", status: .current), APIVersion(id: "1", status: .supported)],
            operations: [
                Operation(
                    id: "listJars", title: "",
                    revisions: [revision(["2"], "/jars", "Jars"), revision(["1"], "/jars", "Jars")]),
                Operation(id: "showJar", title: "", revisions: [revision(["2", "1"], "/jars/{jar_id}", "Jar")]),
                Operation(id: "listLids", title: "", revisions: [revision(["2"], "/lids", "Lid")]),
            ],
            schemas: [model("Jars", of: "Jar"), model("Jar"), model("Lid"), model("Loose")])
    }

    func without(_ change: (inout SpecDocument) -> Void) -> SpecDocument {
        var copy = document
        change(&copy)
        return copy
    }
}

@Suite("What a documentation does not say any more")
struct PageLossesTests {
    private let shop = Shop()

    private func missing(
        from old: SpecDocument? = nil, in new: SpecDocument, read: SpecDocument? = nil, removals: Set<String> = [],
        asOf: CalendarDate? = nil, undescribed: Set<String> = []
    ) -> [LostPart] {
        let old = old ?? shop.document
        return PageLosses(
            announcements: Announcements(old, removals: removals, asOf: asOf), undescribed: undescribed
        ).missing(from: old, in: new, read: read ?? new)
    }

    @Test("The same is not missing")
    func same() { #expect(missing(in: shop.document).isEmpty) }

    @Test("An operation that is gone takes its models along")
    func operation() {
        let new = shop.without { document in
            document.operations.removeLast()
            document.schemas.removeAll { $0.name == "Lid" }
        }
        let parts = missing(in: new)
        #expect(parts.map(\.name) == ["listLids"])
        #expect(parts.map(\.words) == ["the operation `listLids`"])
        #expect(parts.map(\.path) == [["operations", "listLids"]])
        #expect(parts.map(\.isTable) == [false])
    }

    @Test("An operation that is gone in one version is told with it")
    func operationOfAVersion() {
        let parts = missing(in: shop.without { $0.operations[1].revisions[0].versions = ["2"] })
        #expect(parts.map(\.name) == ["showJar/1"])
        #expect(parts.map(\.words) == ["the operation `showJar` in version 1"])
        #expect(parts.map(\.path) == [["operations", "showJar", "1"]])
    }

    @Test("A call that another operation has is renamed, and nothing is missing")
    func renamed() {
        #expect(missing(in: shop.without { $0.operations[2].id = "listCovers" }).isEmpty)
        // In one of two versions it is renamed, in the other it is gone.
        let half = shop.without { document in
            document.operations[1].id = "getJar"
            document.operations[1].revisions[0].versions = ["2"]
        }
        #expect(missing(in: half).map(\.name) == ["showJar/1"])
    }

    @Test("A call with another method or path is not the same")
    func otherCalls() {
        let method = shop.without { document in
            document.operations[2].id = "listCovers"
            document.operations[2].revisions[0].method = "POST"
        }
        #expect(missing(in: method).map(\.name) == ["listLids"])
        let path = shop.without { document in
            document.operations[2].id = "listCovers"
            document.operations[2].revisions[0].path = "/covers"
        }
        #expect(missing(in: path).map(\.name) == ["listLids"])
    }

    @Test("A version that is gone is one part, and so is nothing of its operations")
    func version() {
        let new = shop.without { document in
            document.versions.removeLast()
            document.operations[0].revisions.removeLast()
            document.operations[1].revisions[0].versions = ["2"]
        }
        let parts = missing(in: new)
        #expect(parts.map(\.name) == ["1"])
        #expect(parts.map(\.words) == ["the version `1`"])
        #expect(parts.map(\.path) == [["versions", "1"]])
        // What the pages still name was taken out by the overlay.
        let read = shop.without { $0.operations[0].revisions.removeLast() }
        #expect(missing(in: new, read: read).map(\.name) == ["listJars/1"])
    }

    @Test("What was announced is not missing")
    func announced() throws {
        let gone = shop.without { document in
            document.operations.removeLast()
            document.schemas.removeAll { $0.name == "Lid" }
        }
        #expect(missing(in: gone, removals: ["GET /lids"]).isEmpty)
        #expect(missing(in: gone, removals: ["GET /lids/"]).isEmpty)
        #expect(missing(in: gone, removals: ["POST /lids"]).map(\.name) == ["listLids"])
        var old = shop.document
        old.operations[2].revisions[0].state = "Deprecated (soon)"
        #expect(missing(from: old, in: gone).isEmpty)
        old.operations[2].revisions[0].state = "ACTIVE"
        #expect(missing(from: old, in: gone).map(\.name) == ["listLids"])
        old.operations[2].revisions[0].isDeprecated = true
        #expect(missing(from: old, in: gone).isEmpty)
    }

    @Test("Names of parameters are not part of a call in the history")
    func removedCalls() {
        let gone = shop.without { document in
            document.operations.remove(at: 1)
            document.operations[0].revisions[0].responses[0].schema = nil
        }
        #expect(missing(in: gone, removals: ["GET /jars/{id}"]).isEmpty)
        #expect(missing(in: gone, removals: ["GET /jars/{id}/lids"]).map(\.name) == ["showJar"])
        #expect(missing(in: gone, removals: ["GET /jars"]).map(\.name) == ["showJar"])
    }

    @Test("A version ends on its day, or when it is deprecated")
    func endedVersions() {
        var old = shop.document
        let new = shop.without { document in
            document.versions.removeLast()
            document.operations[0].revisions.removeLast()
            document.operations[1].revisions[0].versions = ["2"]
        }
        old.versions[1].notBefore = CalendarDate("2026-05-31")
        #expect(missing(from: old, in: new, asOf: CalendarDate("2026-05-30")).map(\.name) == ["1"])
        #expect(missing(from: old, in: new, asOf: CalendarDate("2026-05-31")).isEmpty)
        #expect(missing(from: old, in: new).map(\.name) == ["1"])
        old.versions[1].status = .deprecated
        #expect(missing(from: old, in: new).isEmpty)
    }

    @Test(
        "A table that is lost is told with the versions, where these are not all",
        arguments: Revision.LostTable.allCases)
    func tables(table: Revision.LostTable) {
        let one = missing(in: shop.without { $0.operations[0].revisions[1].lost = [table] })
        #expect(one.map(\.name) == ["listJars/\(table.rawValue)"])
        #expect(one.map(\.words) == ["the table of \(table.rawValue) of `listJars` in version 1"])
        #expect(one.map(\.path) == [["operations", "listJars", "1", table.rawValue]])
        #expect(one.map(\.isTable) == [true])
        let all = missing(in: shop.without { $0.operations[1].revisions[0].lost = [table] })
        #expect(all.map(\.words) == ["the table of \(table.rawValue) of `showJar`"])
        #expect(all.map(\.path) == [["operations", "showJar", "2", table.rawValue]])
        // What was lost before is not lost now.
        var old = shop.document
        old.operations[1].revisions[0].lost = [table]
        #expect(missing(from: old, in: old).isEmpty)
        // A new operation has lost nothing.
        let new = shop.without { document in
            document.operations.append(document.operations[0])
            document.operations[3].id = "fresh"
            for index in 0...1 {
                document.operations[3].revisions[index].lost = [table]
                document.operations[3].revisions[index].path = "/fresh"
            }
        }
        #expect(missing(in: new).isEmpty)
    }

    @Test("A model whose table is lost is told, unless it was lost before")
    func modelTables() {
        let lost = shop.without { $0.schemas[1].isLost = true }
        let parts = missing(in: lost)
        #expect(parts.map(\.name) == ["Jar"] && parts.map(\.isTable) == [true])
        #expect(parts.map(\.words) == ["the table of the model `Jar`"])
        #expect(parts.map(\.path) == [["schemas", "Jar"]])
        #expect(missing(in: shop.without { $0.schemas[1].recovered = ["example"] }).map(\.name) == ["Jar"])
        #expect(missing(from: lost, in: lost).isEmpty)
        var recovered = shop.document
        recovered.schemas[1].recovered = ["example"]
        #expect(missing(from: recovered, in: lost).isEmpty)
    }

    @Test("A model that nothing used is missing; of those that something uses, its user tells")
    func models() {
        let parts = missing(in: shop.without { $0.schemas.removeLast() })
        #expect(parts.map(\.name) == ["Loose"] && parts.map(\.isTable) == [false])
        #expect(parts.map(\.words) == ["the model `Loose`"])
        #expect(parts.map(\.path) == [["schemas", "Loose"]])
        #expect(missing(in: shop.without { document in document.schemas.removeAll { $0.name == "Jar" } }).isEmpty)
        #expect(missing(in: shop.without { document in document.schemas.removeAll { $0.name == "Lid" } }).isEmpty)
    }

    @Test("A model that the pages use and do not describe is missing whoever uses it")
    func undescribedModels() {
        let new = shop.without { document in document.schemas.removeAll { $0.name == "Lid" } }
        #expect(missing(in: new, undescribed: ["Lid"]).map(\.name) == ["Lid"])
        #expect(missing(in: new, undescribed: ["Jar"]).isEmpty)
        let both = shop.without { document in document.schemas.removeAll { ["Lid", "Loose"].contains($0.name) } }
        #expect(missing(in: both, undescribed: ["Lid"]).map(\.name) == ["Lid", "Loose"])
    }

    @Test("A model with another name and the same content is renamed")
    func renamedModels() {
        #expect(missing(in: shop.without { $0.schemas[3].name = "Free" }).isEmpty)
        let other = shop.without { document in
            document.schemas[3].name = "Free"
            document.schemas[3].properties[0].name = "another"
        }
        #expect(missing(in: other).map(\.name) == ["Loose"])
        // One that was there before is not its new name.
        let twins = shop.without { document in
            document.schemas.append(document.schemas[3])
            document.schemas[4].name = "Twin"
        }
        #expect(missing(from: twins, in: twins.removing("Loose")).map(\.name) == ["Loose"])
        // A model that uses itself alone is used by nothing.
        let circle = shop.without { document in
            document.schemas[3].properties[0].schema = Schema(.reference("Loose"))
        }
        #expect(missing(from: circle, in: circle.removing("Loose")).map(\.name) == ["Loose"])
    }

    @Test("A person takes a loss by its name, the first part of it, or all at once")
    func taken() {
        let part = LostPart(name: "showJar/1", words: "", path: [], isTable: false)
        for names in [["showJar"], ["showJar/1"], ["all"], ["x", "showJar/1"]] { #expect(part.isTaken(by: names)) }
        for names in [[], ["show"], ["showJar/"], ["showJar/12"], ["ALL"]] { #expect(!part.isTaken(by: names)) }
    }
}

extension SpecDocument {
    fileprivate func removing(_ schema: String) -> SpecDocument {
        var copy = self
        copy.schemas.removeAll { $0.name == schema }
        return copy
    }
}

@Suite("What a page rests on is counted")
struct PageDegradationTests {
    private let shop = Shop()

    private func said(_ change: (inout SpecDocument) -> Void) -> String? {
        let findings = PageDegradation().findings(
            from: shop.document, to: shop.without(change), at: SourceLocation(file: "page.txt"))
        return findings.first?.message
    }

    @Test("Every count that falls is told, with both numbers")
    func counts() {
        #expect(said { _ in } == nil)
        #expect(
            said { $0.operations[0].revisions[0].lost = [.parameters] } == "since the last import 14 tables became 13")
        #expect(
            said { $0.operations[1].revisions[0].lost = [.parameters, .responses] }
                == "since the last import 14 tables became 10")
        #expect(
            said { $0.schemas[0].isLost = true } == "since the last import 14 tables became 13, 14 fields became 13")
        #expect(
            said { $0.schemas[0].recovered = ["example"] }
                == "since the last import 14 tables became 13, 14 fields became 13")
        #expect(
            said { $0.schemas[0].confirmed = "By us." }
                == "since the last import 14 tables became 13, 14 fields became 13")
        #expect(
            said { $0.operations[0].revisions[0].parameters[0].recovered = ["example"] }
                == "since the last import 14 fields became 13")
        #expect(
            said { $0.operations[0].revisions[0].parameters[0].confirmed = "By us." }
                == "since the last import 14 fields became 13")
        #expect(
            said { $0.operations[1].revisions[0].responses[0].recovered = ["example"] }
                == "since the last import 14 fields became 12")
        #expect(
            said { $0.operations[1].revisions[0].responses[0].confirmed = "By us." }
                == "since the last import 14 fields became 12")
        #expect(said { $0.schemas[3].properties = [] } == "since the last import 14 fields became 13")
    }

    @Test("More in one place does not make up for less in another kind")
    func more() {
        let said = said { document in
            document.operations.removeLast()
            document.schemas[0].properties += document.schemas[0].properties + document.schemas[0].properties
        }
        #expect(
            said == "since the last import 3 operations became 2, 5 revisions became 4, 14 tables became 12")
    }
}
