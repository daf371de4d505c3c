import NIOCore

/// Counts the bytes of the first line of a connection, which the parser does not tell apart from the headers.
final class FirstLineCounter: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private(set) var bytes = 0
    private var isComplete = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isComplete {
            let view = unwrapInboundIn(data).readableBytesView
            let lineEnd = view.firstIndex(of: UInt8(ascii: "\n"))
            bytes += view.distance(from: view.startIndex, to: lineEnd ?? view.endIndex)
            isComplete = lineEnd != nil
        }
        context.fireChannelRead(data)
    }
}
