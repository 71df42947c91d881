import Diagnostics
import OpenAPIInterop
import Testing

/// Whatever stands in a file, an import ends with a document or with places.
struct ImportMutationTests {
    @Test(arguments: ImportFixtureTests.names)
    func damagedDocumentsAreReadOrRefused(name: String) throws {
        let whole = try ImportFixtureTests.bytes(name)
        let lines = whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var state: UInt64 = 7
        func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        for _ in 0..<60 {
            var damaged = lines.map(Array.init)
            for _ in 0..<(1 + below(3)) {
                let index = below(damaged.count)
                switch below(3) {
                case 0: damaged.remove(at: index)
                case 1: damaged[index] = damaged[below(damaged.count)]
                default:
                    if !damaged[index].isEmpty { damaged[index].remove(at: below(damaged[index].count)) }
                }
                if damaged.isEmpty { damaged = [[]] }
            }
            do {
                _ = try OpenAPIImporter().read(Array(damaged.joined(separator: [UInt8(ascii: "\n")])), file: name)
            } catch let error as DiagnosticError {
                #expect(error.diagnostics.allSatisfy { $0.location != nil })
            }
        }
    }
}
