import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The way of a request: through the middlewares in order, then signed, then over the transport.
struct RequestChain: Sendable {
    let authentication: Authentication
    let transport: any Transport
    let configuration: ClientConfiguration

    func send(
        _ request: HTTPRequest, _ body: RequestContent.Encoded?, _ context: OperationContext
    ) async throws -> TransportResponse {
        var context = context
        var memory: Data?
        switch body {
        case .data(let data): memory = data
        case .stream(let stream): context.stream = stream
        case nil: break
        }
        return try await send(request, memory, context)
    }

    private func send(
        _ request: HTTPRequest, _ body: Data?, _ context: OperationContext
    ) async throws -> TransportResponse {
        var next: Middleware.Next = { request, body in
            let signed = try await sign(request, body, context)
            var response = try await carry(signed, body, context)
            if response.head.status.code < 400, !context.streamsAnswer {
                // A body that breaks off has to fail where the attempt can still be repeated.
                response.body = ResponseBody(try await response.body.collect(upTo: configuration.bodyLimit))
            }
            return response
        }
        for middleware in configuration.middlewares.reversed() {
            let inner = next
            next = { request, body in
                try await middleware.intercept(request, body: body, context: context, next: inner)
            }
        }
        return try await next(request, body)
    }

    private func carry(
        _ request: HTTPRequest, _ body: Data?, _ context: OperationContext
    ) async throws -> TransportResponse {
        let longest = context.streamsItems ? configuration.streamTimeout : configuration.timeout
        guard longest > configuration.timeout else { return try await carry(request, body, context, longest) }
        // The head has to come as soon as that of any other response; only the items may take longer.
        return try await withThrowingTaskGroup(of: TransportResponse.self) { group in
            group.addTask { try await carry(request, body, context, configuration.streamTimeout) }
            group.addTask {
                try await Task.sleep(for: configuration.timeout)
                throw TransportError(.timeout, reason: "the head of the answer did not come in time")
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }

    private func carry(
        _ request: HTTPRequest, _ body: Data?, _ context: OperationContext, _ timeout: Duration
    ) async throws -> TransportResponse {
        if body == nil, let stream = context.stream {
            return try await transport.send(request, stream: stream, timeout: timeout)
        }
        return try await transport.send(request, body: body, timeout: timeout)
    }

    /// Signs right before sending, so that each attempt carries its own time.
    private func sign(_ request: HTTPRequest, _ body: Data?, _ context: OperationContext) async throws -> HTTPRequest {
        var request = request
        do {
            try await authentication.chosen(for: context.security).apply(&request, body, configuration.now())
        } catch let problem as RequestProblem {
            throw problem
        } catch is CancellationError {
            throw CancellationError()
        } catch let error as TransportError {
            throw error
        } catch {
            throw TransportError(.notSent, reason: "signing failed: \(type(of: error))", underlying: error)
        }
        return request
    }
}
