package import ApidocKit
import Diagnostics
package import PageFetching
import Synchronization

extension Console {
    /// What pipelines get of a command: their events become lines on standard error, and a bar on a terminal.
    ///
    /// - Parameters:
    ///   - pages: what fetches pages; `nil` for a program that reads files alone.
    ///   - followsMoves: whether the spec keeps the new addresses of pages, which is said of each; `nil` says nothing.
    /// - Returns: the context.
    package static func context(pages: (any PageTransports)?, followsMoves: Bool? = nil) -> PipelineContext {
        let bar = Bar()
        return PipelineContext(pages: pages) { event in
            switch event {
            case .found(let findings): report(findings)
            case .moved(let move):
                guard let followsMoves else { break }
                let what = followsMoves ? "; the spec keeps the new address" : "; `--follow` keeps the new address"
                report([
                    Diagnostic(
                        .note, "the address has moved for good to \(move.to)\(what)",
                        at: SourceLocation(file: move.from))
                ])
            case .waiting(let folder): say("\(folder): waiting for another run")
            case .fetching(let pageCount): if isTerminal { bar.start(pageCount: pageCount) }
            case .progress(let progress): bar.update(progress)
            case .fetched: bar.clear()
            case .remark(let sentence): say(sentence)
            }
        }
    }
}

/// The bar of a terminal, which several tasks draw.
private final class Bar: Sendable {
    /// The bar; `nil` where nothing is fetched.
    private let state = Mutex<ProgressBar?>(nil)

    func start(pageCount: Int) { state.withLock { $0 = ProgressBar(pageCount: pageCount, style: .ascii) } }

    func update(_ progress: FetchProgress) {
        state.withLock { bar in
            bar?.update(progress)
            if let line = bar?.line(width: 79) { Console.overwriteLine(with: line) }
        }
    }

    func clear() {
        state.withLock { bar in
            guard bar != nil else { return }
            bar = nil
            Console.overwriteLine(with: String(repeating: " ", count: 79))
        }
    }
}
