import Diagnostics
import Testing
import YAML

@Suite("Broken documents")
struct MutationTests {
    /// Whatever the bytes are, the reader returns a tree or points at a place inside the file.
    @Test func mutatedDocuments() throws {
        var source = RandomValues(seed: 4)
        var refused = 0
        for _ in 0..<5_000 {
            var bytes = Array(YAMLWriter(width: 40).write(source.value(depth: 3)).utf8)
            for _ in 0...(source.next() % 4) {
                let position = Int(source.next() % UInt64(bytes.count + 1))
                switch source.next() % 3 {
                case 0: bytes.insert(contentsOf: source.text().utf8, at: position)
                case 1: bytes.removeSubrange(position..<min(bytes.count, position + Int(source.next() % 4)))
                default: if position < bytes.count { bytes[position] = UInt8(truncatingIfNeeded: source.next()) }
                }
            }
            do {
                _ = value(try parseYAML(bytes, file: "a.yaml"))
            } catch let error as DiagnosticError {
                refused += 1
                let place = try #require(error.diagnostics.first?.location)
                let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
                #expect(error.diagnostics.count == 1 && place.line <= lines, "\(error)")
            }
        }
        #expect(refused > 1_000)
    }
}
