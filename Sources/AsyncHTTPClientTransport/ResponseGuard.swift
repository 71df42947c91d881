import NIOCore
import NIOHTTP1

/// Keeps answers from the client that would stop the process.
///
/// The client takes every status below 200 but 101 for the announcement of another answer, while the parser ends an
/// answer with a status below 100 like any other. An end without a beginning is then a failed precondition (seen with
/// async-http-client 1.37.0). So that no server can stop its callers, such a connection is closed instead.
final class ResponseGuard: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private var hasHead = false
    private var isClosed = false

    /// Puts a guard into the pipeline of a new connection, between the parser and the client.
    static func install(in channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.submit {
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandler(ResponseGuard(), position: .after(parser))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isClosed { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if head.status.code < 100 { return close(context) }
            hasHead = head.status.code >= 200 || head.status == .switchingProtocols
        case .body:
            if !hasHead { return close(context) }
        case .end:
            if !hasHead { return close(context) }
            hasHead = false
        }
        context.fireChannelRead(data)
    }

    private func close(_ context: ChannelHandlerContext) {
        isClosed = true
        context.fireErrorCaught(HTTPParserError.invalidStatus)
        context.close(promise: nil)
    }
}
