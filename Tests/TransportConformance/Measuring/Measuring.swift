import Foundation
package import Testing

/// Whether tests may measure the process: its memory, its descriptors and how fast it reacts.
///
/// Beside a thousand other tests such figures say nothing of a transport, so these tests have a run of their own.
package enum Measuring {
    /// Whether nothing else runs in this process; `APIDOC_ALONE=1` says so.
    package static let isAlone = ProcessInfo.processInfo.environment["APIDOC_ALONE"] == "1"

    /// What to do to run them.
    package static let advice: Comment =
        "measures the process: APIDOC_ALONE=1 swift test --no-parallel --filter TransportTests"
}
