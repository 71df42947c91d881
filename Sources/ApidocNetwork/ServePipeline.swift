public import APIModel
import APISpec
public import ApidocKit
public import Diagnostics
public import MockService

/// From a spec to a service to test against.
public struct ServePipeline: Sendable {
    /// The model that the service is made from; `MockService.start(_:options:)` runs one within a program.
    public let model: APIModel
    private let locations: SpecLocations

    /// Reads a spec, or an OpenAPI document or a documentation page in its place.
    ///
    /// - Parameters:
    ///   - spec: the path; `-` for standard input.
    ///   - overlays: overlays of documents.
    ///   - context: what the program that embeds this has to say.
    /// - Throws: `DiagnosticError` for what cannot be read.
    public init(spec: String, overlays: [String] = [], context: PipelineContext = PipelineContext()) async throws {
        let file = try await SpecInput.readAny([spec], overlays: overlays, context)[0].file
        model = APIModel(file.document)
        locations = file.locations
    }

    /// What no service can do, since the documentation contradicts itself: warnings with their places in the spec.
    public var obstacles: [Diagnostic] {
        MockService.obstacles(model).map { Diagnostic(.warning, $0.text, at: locations[SpecPath($0.place)]) }
    }

    /// Which operation plays which part for which resource, as text for people.
    public func explanation(options: MockService.Options) -> String { MockService.explain(model, options: options) }

    /// Serves until the process is told to stop (SIGTERM or SIGINT).
    ///
    /// - Parameters:
    ///   - options: how the service behaves.
    ///   - onListening: is told the address, such as `http://127.0.0.1:8080`, once connections are accepted.
    /// - Throws: `DiagnosticError` where the service cannot listen.
    public func run(
        options: MockService.Options, onListening: @escaping @Sendable (_ address: String) async -> Void
    ) async throws {
        try await MockService.run(model, options: options, onListening: onListening)
    }
}
