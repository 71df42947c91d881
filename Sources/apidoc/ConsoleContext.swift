import ApidocKit
import Diagnostics
import PageFetching
import Synchronization

extension Console {
    /// What pipelines get of a command: their events become lines on standard error, and a bar on a terminal.
    ///
    /// - Parameters:
    ///   - file: certificate authorities that are trusted besides those of the system.
    ///   - followsMoves: whether the spec keeps the new addresses of pages, which is said of each; `nil` says nothing.
    /// - Returns: the context.
    /// - Throws: `DiagnosticError` where the certificate authorities cannot be read.
    static func context(trusting file: String?, followsMoves: Bool? = nil) throws -> PipelineContext {
        var context = context(followsMoves: followsMoves)
        try context.trust(file)
        return context
    }

    /// What pipelines get of a command that trusts the system's certificate authorities alone.
    static func context(followsMoves: Bool? = nil) -> PipelineContext {
        let bar = Bar()
        return PipelineContext { event in
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
