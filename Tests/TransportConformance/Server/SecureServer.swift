import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on 127.0.0.1 that speaks TLS with a certificate that nobody trusts, and answers every request with
/// `secure`.
package final class SecureServer: Sendable {
    private let channel: any Channel
    private let received = Bytes()

    /// Host and port, as a URL has them.
    package var authority: String { "127.0.0.1:\(channel.localAddress?.port ?? 0)" }
    /// How many bytes came through the encryption.
    package var receivedBytes: Int { received.count.load(ordering: .relaxed) }

    /// Starts the server.
    package init() async throws {
        let certificate = try NIOSSLCertificate(bytes: Array(TestCertificate.certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(TestCertificate.key.utf8), format: .pem)
        let context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
        let received = received
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    try channel.pipeline.syncOperations.addHandler(Answering(received: received))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    /// Stops accepting.
    package func stop() async throws { try await channel.close().get() }

    private final class Bytes: Sendable {
        let count = Atomic(0)
    }

    /// Answers once the blank line that ends a head has come.
    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let received: Bytes
        private var text = ""

        init(received: Bytes) {
            self.received = received
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = unwrapInboundIn(data)
            received.count.add(buffer.readableBytes, ordering: .relaxed)
            text += String(buffer: buffer)
            guard text.hasSuffix("\r\n\r\n") else { return }
            text = ""
            let answer = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecure")
            context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
