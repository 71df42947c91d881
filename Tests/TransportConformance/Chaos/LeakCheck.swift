import Foundation
package import Testing

/// Compares what the process holds before and after.
package struct LeakCheck: Sendable {
    private let descriptors = OpenDescriptors.count

    /// Takes down what the process holds now.
    package init() {}

    /// Checks that the number of open files and sockets comes back to what it was, but for a few of other tests.
    package func expectNoDescriptorsLeft(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let end = ContinuousClock.now + .seconds(10)
        while OpenDescriptors.count > descriptors, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(OpenDescriptors.count <= descriptors + 4, sourceLocation: sourceLocation)
        Figures.report("open descriptors before and after", (descriptors, OpenDescriptors.count))
    }

    /// Checks that the server has no connection left.
    package func expectNoConnections(
        to server: LoopbackServer, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let end = ContinuousClock.now + .seconds(5)
        while server.openConnections > 0, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(server.openConnections == 0, sourceLocation: sourceLocation)
    }
}
