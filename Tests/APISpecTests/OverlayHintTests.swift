import Testing

@testable import APISpec

@Suite("What a target of an overlay that matches nothing was meant to be")
struct OverlayHintTests {
    private func hint(_ target: SpecPath) throws -> String { try SpecSample.read().document.hint(for: target) }

    private func meant(_ path: String) -> String { "; did you mean `\(path)`?" }

    @Test("The first step that the spec does not have is corrected")
    func steps() throws {
        #expect(try hint(["versions", "1.2"]) == meant("versions/1.1"))
        #expect(try hint(["resources", "beds"]) == meant("resources/bed"))
        #expect(try hint(["schemas", "Beds"]) == meant("schemas/Bed"))
        #expect(try hint(["schemas", "Bed", "nam"]) == meant("schemas/Bed/name"))
        #expect(try hint(["operations", "listBed"]) == meant("operations/listBeds"))
        #expect(try hint(["operations", "listBeds", "1.2"]) == meant("operations/listBeds/1.1"))
        #expect(try hint(["operations", "listBed", "1.2", "responses", "200"]).contains("`operations/listBeds/1.2/"))
    }

    @Test("Parameters are looked for in the versions that are meant")
    func parameters() throws {
        let start: [String] = ["operations", "listBeds"]
        func hint(_ version: String, _ part: String, _ name: String, _ more: [String] = []) throws -> String {
            try self.hint(SpecPath(start + [version, part, name] + more))
        }
        #expect(try hint("1.1", "parameters", "siz") == meant("operations/listBeds/1.1/parameters/size"))
        #expect(try hint("*", "parameters", "siz") == meant("operations/listBeds/*/parameters/size"))
        #expect(try hint("1.0", "parameters", "bed-id") == meant("operations/listBeds/1.0/parameters/bed_id"))
        #expect(try hint("1.1", "responses", "siz") == "")
        #expect(try hint("1.1", "parameters", "siz", ["type"]) == "")
        #expect(try hint("1.1", "parameters", "size") == "")
        // Of a version that the operation has not, the version is what is wrong.
        #expect(try hint("1.9", "parameters", "siz") == meant("operations/listBeds/1.1/parameters/siz"))
    }

    @Test("Where nothing is near, where all is there, and of the service nothing is said")
    func nothing() throws {
        for target: SpecPath in [
            ["service", "titel"], ["versions"], ["versions", "1.1"], ["versions", "*"], ["schemas"], ["schemas", "*"],
            ["schemas", "Bed"], ["schemas", "Bed", "name"], ["schemas", "Bed", "*"], ["schemas", "Irrigation"],
            ["operations"], ["operations", "*"], ["operations", "listBeds"], ["operations", "listBeds", "*"],
            ["operations", "listBeds", "1.1"], ["operations", "closeGates"], ["resources", "bed"], ["resources"],
        ] {
            #expect(try hint(target) == "", "\(target)")
        }
    }

    @Test("Parameters of other versions are not suggested")
    func otherVersions() throws {
        var document = try SpecSample.read().document
        var older = document.operations[0].revisions[0]
        older.versions = ["1.0"]
        older.parameters = older.parameters.filter { $0.name == "bed_id" }
        document.operations[0].revisions[0].versions = ["1.1"]
        document.operations[0].revisions.append(older)
        #expect(document.hint(for: ["operations", "listBeds", "1.0", "parameters", "siz"]) == "")
        #expect(
            document.hint(for: ["operations", "listBeds", "1.1", "parameters", "siz"])
                == meant("operations/listBeds/1.1/parameters/size"))
    }
}
