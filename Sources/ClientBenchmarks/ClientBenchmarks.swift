/// Measures generated clients: `swift run -c release ClientBenchmarks [decoding] [calls]`.
///
/// Prints ratios of one run; absolute figures depend on the machine.
@main
struct ClientBenchmarks {
    static func main() async throws {
        let wanted = CommandLine.arguments.dropFirst()
        if wanted.isEmpty || wanted.contains("decoding") { try Coding.run() }
        if wanted.isEmpty || wanted.contains("calls") { try await CallOverhead.run() }
    }
}
