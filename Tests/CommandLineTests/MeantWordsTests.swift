import Foundation
import Testing

@Suite("Words that nothing has")
struct MeantWordsTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    @Test("A misspelt command is told with the one that was meant", arguments: [["imprt", "x"], ["help", "imprt"]])
    func command(_ arguments: [String]) throws {
        let run = try tool.run(arguments)
        #expect(run.status == 64)
        #expect(run.errorLines.first == "Error: there is no command `imprt`; did you mean `import`?")
    }

    @Test("--accept of a name that nothing has is an error with the names that are missing; nothing is written")
    func accept() throws {
        try tool.startFerry()
        var page = FerryPage()
        page.calls.removeLast()
        let before = tool.contents()
        let typo = try tool.update(page, "--accept", "cancelTrp", "--output", "o.txt", "--report", "r.md")
        #expect(typo.status == 2)
        #expect(
            typo.errorLines.contains(
                "apidoc: error: `--accept cancelTrp` names nothing that is missing, and nothing was written; did you mean "
                    + "`cancelTrip`? it can be `cancelTrip`"), "\(typo.errors)")
        #expect(tool.read("o.txt")?.contains("held-back=true\nfailed=true") == true)
        #expect(tool.read("r.md")?.contains("`cancelTrip` is missing") == true)
        #expect(tool.read("r.md")?.contains("cancelTrp") == true)
        #expect(tool.contents() == before)
        // What is there and not missing takes nothing, which is said.
        let other = try tool.update(page, "--accept", "showTrip")
        #expect(other.status == 1)
        #expect(other.output.contains("`showTrip` is not missing"))
        let none = try tool.update(FerryPage(), "--accept", "cancelTrp")
        #expect(none.status == 2)
        #expect(none.errors.contains("names nothing that is missing: nothing is held back"))
        #expect(tool.contents() == before)
    }
}
