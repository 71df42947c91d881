public import APIModel

/// Runs `body` with a mock service and stops the service afterwards, whether or not `body` throws.
///
///     try await withMockService(model) { mock in
///         let client = Backup.V1_2.Client(
///             endpoint: .init(url: mock.url), credentials: credentials, transport: URLSessionTransport())
///         …
///     }
///
/// - Throws: what `body` throws, and `DiagnosticError` where the service cannot listen.
public func withMockService<Result>(
    _ model: APIModel, options: MockService.Options = MockService.Options(),
    isolation: isolated (any Actor)? = #isolation, _ body: (MockService) async throws -> Result
) async throws -> Result {
    let mock = try await MockService.start(model, options: options)
    let result: Result
    do {
        result = try await body(mock)
    } catch {
        try? await mock.stop()
        throw error
    }
    try await mock.stop()
    return result
}
