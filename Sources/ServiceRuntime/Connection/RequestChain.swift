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

    func send(_ request: HTTPRequest, _ body: Data?, _ context: OperationContext) async throws -> TransportResponse {
        var next: Middleware.Next = { request, body in
            let signed = try sign(request)
            var response = try await transport.send(signed, body: body, timeout: configuration.timeout)
            if response.head.status.code < 400 {
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

    /// Signs right before sending, so that each attempt carries its own time.
    private func sign(_ request: HTTPRequest) throws -> HTTPRequest {
        var request = request
        do {
            try authentication.sign(&request, configuration.now())
        } catch let problem as RequestProblem {
            throw problem
        } catch {
            throw TransportError(.notSent, reason: "signing failed: \(type(of: error))", underlying: error)
        }
        return request
    }
}
