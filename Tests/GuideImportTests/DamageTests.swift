import Foundation
import Testing

/// Nothing is made up: a page with a small fault gives no fact that differs from what the page says without saying so.
///
/// Each seed makes one fault. `APIDOC_DAMAGES` is how many there are; the faults of a seed are the same in every run.
@Suite struct DamageTests {
    private static let count = ProcessInfo.processInfo.environment["APIDOC_DAMAGES"].flatMap(UInt64.init) ?? 300

    /// Pages of the fixtures; of the corpus, if there is one, three services as text and as HTML.
    private static let pages: [String] = {
        let own = ["shed.txt", "greenhouse.txt"].map { Fixture.folder.appending(path: $0).path }
        guard let corpus = ProcessInfo.processInfo.environment["APIDOC_CORPUS"] else { return own }
        let others = ["dns", "filestorage", "gslb"].flatMap { ["\(corpus)/\($0).txt", "\(corpus)/\($0).html"] }
        return own + others.filter { FileManager.default.fileExists(atPath: $0) }
    }()

    @Test(arguments: pages)
    func nothingIsMadeUp(_ path: String) throws {
        let text = Array(try #require(FileManager.default.contents(atPath: path)))
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let page = IntactPage(file: file, text: text, isHTML: path.hasSuffix(".html"))
        let check = try DamageCheck(page)
        // A page of a thousand lines takes a while; small ones are damaged more often.
        let count = max(20, Self.count * 100 / UInt64(max(100, page.lines.count)))
        var read = 0
        for seed in 0..<count {
            guard let faults = check.faults(seed: seed) else { continue }
            read += 1
            if let fault = faults.first {
                let damage = fault.damage
                Issue.record("seed \(seed), \(damage.damage) at \(damage.lines) <\(damage.words)>: \(fault.text)")
            }
        }
        #expect(read > count / 4)
    }
}
