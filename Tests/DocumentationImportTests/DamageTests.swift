import Foundation
import Testing

/// Nothing is made up and nothing is lost in silence: a page with a small fault gives no fact that differs from what the
/// page says, and lacks none, without saying so.
///
/// Each seed makes one fault; the faults of a seed are the same in every run. Pages that are refused do not count, nor
/// faults that change nothing.
@Suite struct DamageTests {
    /// How many damaged pages of the corpus are read, all together.
    private static let wanted = ProcessInfo.processInfo.environment["APIDOC_DAMAGES"].flatMap(Int.init) ?? 120

    /// The first seed, so that another run can make other faults.
    private static let first = ProcessInfo.processInfo.environment["APIDOC_DAMAGES_FROM"].flatMap(UInt64.init) ?? 0

    private static let fixtures = ["shed.txt", "greenhouse.txt"].map { Fixture.folder.appending(path: $0).path }

    /// Three services of the corpus, if there is one, as text and as HTML.
    private static let corpus: [String] = {
        guard let folder = ProcessInfo.processInfo.environment["APIDOC_CORPUS"] else { return [] }
        return ["dns", "filestorage", "gslb"].flatMap { ["\(folder)/\($0).txt", "\(folder)/\($0).html"] }
            .filter { FileManager.default.fileExists(atPath: $0) }
    }()

    @Test(arguments: fixtures)
    func nothingIsMadeUp(_ path: String) throws { try check(path, wanted: 150) }

    @Test(.enabled(if: !corpus.isEmpty), arguments: corpus)
    func nothingIsMadeUpOfPagesOfTheCorpus(_ path: String) throws {
        try check(path, wanted: (Self.wanted + Self.corpus.count - 1) / Self.corpus.count)
    }

    private func check(_ path: String, wanted: Int) throws {
        let text = Array(try #require(FileManager.default.contents(atPath: path)))
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let check = try DamageCheck(IntactPage(file: file, text: text, isHTML: path.hasSuffix(".html")))
        var (read, seed) = (0, Self.first)
        while read < wanted {
            let tried = seed - Self.first
            try #require(tried < 100 + 20 * UInt64(wanted), "only \(read) of \(tried) damaged pages are read")
            defer { seed += 1 }
            guard let faults = check.faults(seed: seed) else { continue }
            read += 1
            if let fault = faults.first {
                let damage = fault.damage
                Issue.record("seed \(seed), \(damage.damage) at \(damage.lines) <\(damage.words)>: \(fault.text)")
            }
        }
    }
}
