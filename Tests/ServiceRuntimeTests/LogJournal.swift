import Logging
import Synchronization

/// Lines that several places write, and a logger that writes them.
final class LogJournal: Sendable {
    private let written = Mutex<[String]>([])

    var lines: [String] { written.withLock { $0 } }

    func write(_ line: String) { written.withLock { $0.append(line) } }

    /// A logger whose lines have the form `level message name=value …`; durations are left out.
    func logger(level: Logger.Level = .trace) -> Logger {
        Logger(label: "test") { _ in Handler(journal: self, logLevel: level) }
    }

    private struct Handler: LogHandler {
        let journal: LogJournal
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }.filter { $0.key != "duration" }
            let shown = all.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }
            journal.write("\(event.level) \(event.message) \(shown.joined(separator: " "))")
        }

        private func text(_ value: Logger.MetadataValue) -> String {
            guard case .dictionary(let members) = value else { return "\(value)" }
            return "[\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))]"
        }
    }
}
