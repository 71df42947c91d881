import APISpec
import Foundation
import SpecDiff
import Testing

/// How long comparisons take, in processor time of the thread that compares.
@Suite("Speed", .serialized)
struct SpeedTests {
    #if DEBUG
    /// Code without optimisation gets more time.
    private static let factor = 12.0
    #else
    private static let factor = 1.0
    #endif

    private func seconds(_ work: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        try work()
        return now() - start
    }

    @Test("Two specs of 1,000 operations in under a second, the same one twice in under 0.2 seconds")
    func thousandOperations() throws {
        let old = SyntheticSpec(operations: 1_000, seed: 1).document
        var new = old
        new.sources = [Source(page: "other.html", sha256: "")]
        // Every operation and every schema differs.
        for index in new.operations.indices {
            new.operations[index].revisions[0].parameters.append(
                Parameter(name: "further", location: .query, isRequired: false, schema: Schema(.boolean)))
        }
        for index in new.schemas.indices {
            new.schemas[index].properties.append(
                .init(name: "further", isRequired: false, schema: Schema(.string(format: nil))))
        }
        var report: DiffReport?
        let different = try seconds { report = try Specs.compare(old, new) }
        #expect((report?.findings.count ?? 0) > 4_000)
        #expect(different < 1.0 * Self.factor, "\(different) s")
        let same = try seconds { report = try Specs.compare(old, old) }
        #expect(report?.findings.count == 0)
        #expect(same < 0.2 * Self.factor, "\(same) s")
        let versions = try seconds { report = try Specs.compare(old, old, .versions(old: "1.1", new: "1.2")) }
        #expect(versions < 1.0 * Self.factor, "\(versions) s")
        let shown = seconds {
            guard let report else { return }
            _ = HTMLReport().text(report)
        }
        #expect(shown < 1.0 * Self.factor, "\(shown) s")
        print("1,000 operations: all different \(different) s, the same \(same) s, two versions \(versions) s")
    }
}
