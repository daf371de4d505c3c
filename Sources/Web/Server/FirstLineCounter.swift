import NIOCore

/// Counts the bytes of the first line of a connection, which the parser does not tell apart from the headers.
final class FirstLineCounter: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private(set) var bytes = 0
    /// Whether it begins as a request does, with a word in capitals; what begins otherwise is no HTTP.
    private(set) var beginsWithWord = false
    private var isComplete = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isComplete {
            let view = unwrapInboundIn(data).readableBytesView
            if bytes == 0 { beginsWithWord = Self.isWord(view.prefix { $0 != UInt8(ascii: " ") }) }
            let lineEnd = view.firstIndex(of: UInt8(ascii: "\n"))
            bytes += view.distance(from: view.startIndex, to: lineEnd ?? view.endIndex)
            isComplete = lineEnd != nil
        }
        context.fireChannelRead(data)
    }

    private static func isWord(_ bytes: ByteBufferView) -> Bool {
        (1...16).contains(bytes.count)
            && bytes.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
