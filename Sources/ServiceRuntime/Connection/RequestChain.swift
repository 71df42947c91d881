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
            var response = try await carry(signed, body, context.stream)
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
        _ request: HTTPRequest, _ body: Data?, _ stream: RequestStream?
    ) async throws -> TransportResponse {
        if body == nil, let stream {
            return try await transport.send(request, stream: stream, timeout: configuration.timeout)
        }
        return try await transport.send(request, body: body, timeout: configuration.timeout)
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
