import Documentation
import DocumentationImport
import OutputFiles
import Recovery

/// Measures reading and importing: `swift run -c release Benchmarks PAGE.html`.
///
/// Prints ratios of one run; absolute times depend on the machine. `Benchmarks guide N` prints a page with N operations
/// instead, for measuring whole processes: see `scripts/measure-generation`.
@main
struct Benchmarks {
    static func main() throws {
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "guide" {
            let operations = Int(CommandLine.arguments[2]) ?? 30
            print(SyntheticGuide(operations: max(operations, 1), form: .text).page, terminator: "")
            return
        }
        // Memory first: what a process has once used it never gives back in this figure.
        if CommandLine.arguments.count > 1 { try reading(of: CommandLine.arguments[1]) }
        try markdown()
        try scaling()
    }

    /// 4 MB of Markdown against cmark-gfm alone on the same bytes, where that is installed.
    private static func markdown() throws {
        let bytes = Array(SyntheticGuide(operations: 5000, form: .markdown).page.utf8)
        let before = Measure.peakMemory()
        let page = try PageReader.read(bytes, file: "synthetic.md")
        let memory = Measure.peakMemory() - before
        let ours = try Measure.median(of: 9) { _ = try PageReader.read(bytes, file: "synthetic.md") }
        print("reading \(bytes.count) bytes of Markdown into \(page.blocks.count) blocks")
        guard let library = CMarkAlone() else {
            print("  PageReader         \(Measure.milliseconds(ours)); cmark-gfm is not installed")
            return
        }
        let alone = Measure.median(of: 9) { library.parse(bytes) }
        print("  cmark-gfm alone    \(Measure.milliseconds(alone))")
        print("  PageReader         \(Measure.milliseconds(ours)), \(Measure.ratio(ours, alone)) of cmark-gfm alone")
        print("  peak memory        \(memory / 1024) KiB above the process with the page loaded")
    }

    /// A page against libxml2 alone on the same bytes.
    private static func reading(of path: String) throws {
        let bytes = try readInput(path, limit: PageReader.maximumSize)
        let before = Measure.peakMemory()
        let page = try PageReader.read(bytes, file: path)
        let memory = Measure.peakMemory() - before
        let ours = try Measure.median(of: 9) { _ = try PageReader.read(bytes, file: path) }
        let alone = Measure.median(of: 9) { LibXML2Alone.parse(bytes) }
        print("reading \(bytes.count) bytes into \(page.blocks.count) blocks")
        print("  libxml2 alone      \(Measure.milliseconds(alone))")
        print("  PageReader         \(Measure.milliseconds(ours)), \(Measure.ratio(ours, alone)) of libxml2 alone")
        print("  peak memory        \(memory / 1024) KiB above the process with the page loaded")
    }

    /// Pages that grow tenfold: reading, importing, recovering.
    private static func scaling() throws {
        for form in [SyntheticGuide.Form.text, .html, .markdown] {
            var previous: Double?
            for operations in [30, 300, 3000] {
                let bytes = Array(SyntheticGuide(operations: operations, form: form).page.utf8)
                let time = try Measure.median(of: operations > 1000 ? 3 : 9) {
                    let page = try PageReader.read(bytes, file: "synthetic")
                    for service in try DocumentationImporter().importPages([page], sources: []) {
                        _ = Recovery().recover(service.document, locations: service.locations)
                    }
                }
                let growth = previous.map { ", \(Measure.ratio(time, $0)) of the one before" } ?? ""
                print(
                    "import of \(operations) operations as \(form) (\(bytes.count / 1024) KiB)  \(Measure.milliseconds(time))\(growth)"
                )
                previous = time
            }
        }
    }
}
