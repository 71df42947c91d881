import Foundation
import OutputFiles
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite("Reading an input")
struct InputFileTests {
    private let folder = TemporaryFolder()

    @Test func files() throws {
        try folder.put("text\u{0}", "a")
        #expect(try readInput(folder("a"), limit: 5) == Array("text\u{0}".utf8))
        try folder.put("", "empty")
        #expect(try readInput(folder("empty"), limit: 0) == [])
        let long = String(repeating: "x", count: 300_000)
        try folder.put(long, "long")
        #expect(try readInput(folder("long"), limit: 1 << 20).count == 300_000)
        folder.link("link", to: "a")
        #expect(try readInput(folder("link"), limit: 5).count == 5)
    }

    @Test func refusals() throws {
        try folder.put("text", "a")
        func message(_ name: String, limit: Int = 100) -> String? {
            complaint(folder) { _ = try readInput(folder(name), limit: limit) }
        }
        #expect(message("no") == "no:1:1: error: cannot read the file: there is no such file or folder")
        #expect(message("a/b") == "a/b:1:1: error: cannot read the file: a part of the path is not a folder")
        #expect(message("")?.hasSuffix("error: this is a folder; name a file in it") == true)
        #expect(message("a", limit: 3) == "a:1:1: error: the file is larger than 3 bytes; split it")
        #expect(message("a", limit: 1) == "a:1:1: error: the file is larger than 1 byte; split it")
        #expect(message("a", limit: 4) == nil)
        #expect(message("a\u{0}")?.hasSuffix("error: the path holds a zero byte; remove it") == true)
    }

    @Test func limitIsCheckedBeforeReading() throws {
        let file = open(folder("sparse"), O_CREAT | O_WRONLY, 0o644)
        ftruncate(file, 1 << 40)
        close(file)
        #expect(
            complaint(folder) { _ = try readInput(folder("sparse"), limit: 32 << 20) }
                == "sparse:1:1: error: the file is larger than 32 MB; split it")
    }

    @Test(arguments: [(9, false), (10, true), (200_000, true)])
    func pipes(limit: Int, fits: Bool) throws {
        mkfifo(folder("pipe"), 0o600)
        let path = folder("pipe")
        // A thread of its own: a task would wait for a place in the pool that the reader blocks.
        Thread.detachNewThread {
            let file = open(path, O_WRONLY)
            _ = write(file, "0123456789", 10)
            close(file)
        }
        let message = complaint(folder) {
            let bytes = try readInput(path, limit: limit)
            #expect(bytes == Array("0123456789".utf8))
        }
        #expect(message == (fits ? nil : "pipe:1:1: error: the file is larger than 9 bytes; split it"))
    }

    @Test func standardInput() async {
        await #expect(processExitsWith: .success) {
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            _ = write(ends[1], "hello", 5)
            close(ends[1])
            dup2(ends[0], STDIN_FILENO)
            #expect(try readInput("-", limit: 5) == Array("hello".utf8))
            let empty = try readInput("-", limit: 5)
            #expect(empty.isEmpty)
            close(ends[0])
            close(STDIN_FILENO)
            #expect(throws: (any Error).self) { try readInput("-", limit: 5) }
        }
    }
}
