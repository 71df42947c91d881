import Foundation

/// Figures that tests measure; they are printed where the environment has `TRANSPORT_FIGURES`.
package enum Figures {
    private static let isWanted = ProcessInfo.processInfo.environment["TRANSPORT_FIGURES"] != nil

    /// Prints what was measured.
    package static func report(_ name: String, _ value: Any) {
        if isWanted { print("figure: \(name) \(value)") }
    }
}
