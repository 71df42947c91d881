import ConfigurationFile
import Foundation
import Testing

@Suite("Files that are made from the table of keys")
struct RecordedFileTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    @Test(
        "Committed files are what the table gives; APIDOC_RECORD=1 writes them anew and fails once",
        arguments: [
            ("spec/apidoc-config.schema.json", ConfigurationSchema.json),
            ("Sources/ConfigurationFile/ConfigurationFile.docc/FileReference.md", ConfigurationReference.markdown),
        ])
    func recorded(path: String, text: String) throws {
        let file = Self.root.appending(path: path)
        if ProcessInfo.processInfo.environment["APIDOC_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(path) was written anew; run again without APIDOC_RECORD")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
