import NIOCore
import NIOPosix
import Web

/// A daemon that speaks ClamAV's `INSTREAM` on a port of this machine, and finds a virus in files that name one.
final class FakeClamd: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What it says; nil: what it finds.
    private let words: String?

    private init(saying words: String?) { self.words = words }

    /// Runs `body` with its address, and closes it.
    static func run<Answer: Sendable>(
        saying words: String? = nil, body: (ClamdScanner.Address) async throws -> Answer
    ) async throws -> Answer {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        ByteToMessageHandler(Question()), FakeClamd(saying: words))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let answer = try await body(.port(host: "127.0.0.1", channel.localAddress?.port ?? 0))
        try await channel.close()
        return answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let file = String(buffer: unwrapInboundIn(data))
        let found = file.contains("virus") ? "stream: Test.Virus FOUND" : "stream: OK"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "\(words ?? found)\0")), promise: nil)
    }

    /// The file of a question, once it is there to the empty part that ends it.
    private struct Question: ByteToMessageDecoder {
        typealias InboundOut = ByteBuffer
        private var isAsked = false
        private var file = ByteBuffer()

        mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState
        {
            if !isAsked {
                guard let word = buffer.readString(length: 10) else { return .needMoreData }
                guard word == "zINSTREAM\0" else { throw ChannelError.badInterfaceAddressFamily }
                isAsked = true
            }
            guard var part = buffer.readLengthPrefixedSlice(as: UInt32.self) else { return .needMoreData }
            guard part.readableBytes == 0 else {
                file.writeBuffer(&part)
                return .continue
            }
            context.fireChannelRead(NIOAny(file))
            return .continue
        }
    }
}
