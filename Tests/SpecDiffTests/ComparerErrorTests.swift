import APISpec
import Diagnostics
import SpecDiff
import Testing

@Suite("What cannot be compared")
struct ComparerErrorTests {
    private func error(
        _ selection: SpecComparer.Selection, _ edit: (inout SpecDocument) -> Void = { _ in }
    ) -> String {
        var new = LibrarySample.document
        edit(&new)
        var locations = SpecLocations(whole: SourceLocation(file: "new.yaml"))
        locations.note(["service"], at: SourceLocation(file: "new.yaml", line: 3, column: 1))
        do {
            _ = try SpecComparer(
                old: Specs.file(LibrarySample.document, "old.yaml"), new: SpecFile(document: new, locations: locations)
            ).compare(selection)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test("Specs of two services")
    func services() {
        #expect(
            error(.all) { $0.service.id = "archive" }
                == "new.yaml:3:1: error: this is a spec of the service `archive`, and old.yaml is one of `library`; "
                + "only specs of one service can be compared")
    }

    @Test("A version that one side lacks")
    func versions() {
        #expect(
            error(.versions(old: "1.0", new: "1.2"))
                == "old.yaml:1:1: error: the spec has no version 1.0; it has 1.2 and 1.1")
        #expect(
            error(.versions(old: "1.2", new: "2.0")) { $0.versions.append(APIVersion(id: "1.0", status: .deprecated)) }
                == "new.yaml:1:1: error: the spec has no version 2.0; it has 1.2, 1.1 and 1.0")
        #expect(
            error(.versions(old: "1.2", new: "2.0")) { $0.versions = [] }
                == "new.yaml:1:1: error: the spec has no version 2.0; it has none")
    }
}
