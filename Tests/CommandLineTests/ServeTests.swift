import Foundation
import Testing

@Suite("apidoc serve")
struct ServeTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "./")
    }

    /// Starts the service and waits for its first line.
    private func serve(_ arguments: [String]) async throws -> (process: Process, address: String) {
        let (process, out) = try tool.start(["serve", "greenhouse.yaml", "--port", "0"] + arguments)
        for _ in 0..<200 {
            let said = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
            if let line = said.split(separator: "\n").first, said.hasSuffix("\n") {
                #expect(line.hasPrefix("listening on http://127.0.0.1:"))
                return (process, String(line.dropFirst("listening on ".count)))
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        process.terminate()
        throw MissingTool(path: "no line from serve")
    }

    private func get(_ address: String) throws -> String {
        let curl = Process()
        curl.executableURL = URL(filePath: "/usr/bin/env")
        curl.arguments = ["curl", "-s", address]
        let out = tool.path(".curl-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: out, contents: nil)
        curl.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
        try curl.run()
        curl.waitUntilExit()
        return try String(contentsOfFile: out, encoding: .utf8)
    }

    @Test("Says where it listens, answers, and ends well when it is told to")
    func serves() async throws {
        let (process, address) = try await serve(["--unsigned"])
        #expect(try get("\(address)/").contains(#""id":"v1.2""#))
        #expect(try get("\(address)/v1/beds").contains(#""contents":["#))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("Without a signature a call is refused, unless --unsigned is said")
    func signed() async throws {
        let (process, address) = try await serve(["--access-key", "a-key", "--secret-key", "a-secret"])
        let answer = try get("\(address)/v1/beds")
        #expect(answer.contains(#""errors":["#))
        #expect(!answer.contains("a-secret"))
        process.terminate()
        process.waitUntilExit()
    }

    @Test("A port that is taken ends with 2 and one line")
    func takenPort() async throws {
        let (process, address) = try await serve(["--unsigned"])
        let port = try #require(address.split(separator: ":").last.map(String.init))
        let run = try tool.run("serve", "greenhouse.yaml", "--port", port)
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains(port))
        process.terminate()
        process.waitUntilExit()
    }

    @Test("--explain says which operation plays which part, and an overlay corrects it")
    func explain() throws {
        let run = try tool.run("serve", "greenhouse.yaml", "--explain")
        #expect(run.status == 0)
        #expect(run.output.contains("create        createBed\n"))
        _ = try tool.write(
            "overlay: 1\nactions:\n  - {target: resources/bed, update: {state: null}, reason: It is none.}\n",
            to: "greenhouse.overlay.yaml")
        _ = try tool.run("import", Tool.sample, "-o", "./")
        #expect(tool.read("greenhouse.yaml")?.contains("state: {property") == false)
        #expect(try tool.run("serve", "greenhouse.yaml", "--explain").output != run.output)
    }

    @Test("A broken spec and wrong usage are told with their exit codes")
    func mistakes() throws {
        _ = try tool.write("apidoc: 1\n", to: "broken.yaml")
        let broken = try tool.run("serve", "broken.yaml", "--port", "0")
        #expect(broken.status == 2)
        #expect(broken.errors.hasPrefix("broken.yaml:1:1: error: the spec lacks `service`"))
        #expect(try tool.run("serve", "greenhouse.yaml", "--port", "70000").status == 64)
        #expect(try tool.run("serve", "greenhouse.yaml", "--access-key", "a").status == 64)
    }
}
