package import ArgumentParser
package import Diagnostics
import OutputFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What commands say, and how they end.
package enum Console {
    /// Makes sure that writing fails with an error rather than ending the process or reaching another file: a reader
    /// that has gone sends no signal, and no file that is opened takes the place of a closed stream.
    package static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // Opened the wrong way round, so that whoever uses it is told.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Writes text to standard output. Throws `DiagnosticError` where that is full, closed, or nobody reads it any
    /// more.
    package static func write(_ text: String) throws {
        guard let problem = write(text, to: STDOUT_FILENO) else { return }
        throw DiagnosticError(
            "standard output cannot be written to: \(problem); not everything was said", at: nil)
    }

    /// Writes a result to a file, or to standard output where that is named `-`; `false` for a file that holds it
    /// already.
    ///
    /// Throws `DiagnosticError`.
    package static func write(_ text: String, to path: String) throws -> Bool {
        guard path == "-" else { return try AtomicFile.write(text, to: path) }
        try write(text)
        return true
    }

    /// Ends the process as an error asks. Help, versions and scripts for shells are results, and go to standard output
    /// as all results do.
    package static func end<Command: ParsableArguments>(after error: any Error, of command: Command.Type) -> Never {
        guard Command.exitCode(for: error) == .success else { Command.exit(withError: error) }
        let text = Command.fullMessage(for: error)
        do {
            if !text.isEmpty { try write(text + "\n") }
            Command.exit(withError: nil)
        } catch {
            Command.exit(withError: ending(after: error))
        }
    }

    /// Writes diagnostics to standard error, a line each.
    package static func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        write(diagnostics.map(\.description).joined(separator: "\n") + "\n", to: STDERR_FILENO)
    }

    /// Writes diagnostics to standard error; more than a screen of one kind is one line, with their number and
    /// `remedy`.
    package static func report(_ diagnostics: [Diagnostic], grouping remedy: String) {
        var counts: [String: Int] = [:]
        for rule in diagnostics.compactMap(\.rule) { counts[rule, default: 0] += 1 }
        var told: Set<String> = []
        report(
            diagnostics.compactMap { diagnostic in
                guard let rule = diagnostic.rule, let count = counts[rule], count > mostOfOneKind,
                    diagnostic.severity != .error
                else { return diagnostic }
                guard told.insert(rule).inserted else { return nil }
                var first = diagnostic
                first.message += " (and \(count - 1) more of this kind; \(remedy))"
                return first
            })
    }

    /// As many findings of one kind as people read one by one.
    private static let mostOfOneKind = 25

    /// Writes a line for the user to standard error.
    package static func say(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Whether standard error is a terminal.
    package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether standard output is a terminal.
    package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Replaces the line that the cursor of the terminal is in, and leaves the cursor at its beginning.
    package static func overwriteLine(with text: String) { write("\r\(text)\r", to: STDERR_FILENO) }

    /// Runs a command: an input that cannot be understood is reported and ends with exit code 2, a fault of ours
    /// with 70.
    package static func run(_ command: () throws -> Void) throws {
        do {
            try command()
        } catch {
            throw ending(after: error)
        }
    }

    /// Runs a command that waits for others; ends as the other form does.
    package static func run(_ command: () async throws -> Void) async throws {
        do {
            try await command()
        } catch {
            throw ending(after: error)
        }
    }

    /// Reports an error and gives the exit code that belongs to it.
    package static func ending(after error: any Error) -> ExitCode {
        switch error {
        case let error as DiagnosticError:
            report(error.diagnostics)
            return ExitCode(2)
        case let error as ExitCode: return error
        default:
            say("apidoc: error: this is a fault of apidoc: \(printable(String(describing: error)))")
            return ExitCode(70)
        }
    }

    /// The response "no" to the question that a command asks.
    package static let answerIsNo = ExitCode(1)

    /// Writes all of a text; says what the system says where it does not go.
    @discardableResult
    private static func write(_ text: String, to descriptor: Int32) -> String? {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
            }
            if written < 0 {
                switch errno {
                case EINTR: continue
                case EAGAIN:
                    // The other end is slow, and somebody has asked not to wait for it.
                    var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&wait, 1, -1)
                    continue
                case EBADF: return "it is closed"
                case EPIPE: return "its reader has gone"
                case let code: return String(cString: strerror(code))
                }
            }
            start += written
        }
        return nil
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
