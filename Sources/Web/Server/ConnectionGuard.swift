import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Stands on each connection between parser and responder: puts the security headers on every answer, gives
/// each request a time limit, answers what cannot be parsed, and closes after an answer that says so.
///
/// Lives on the event loop of its channel, as every channel handler does.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let headers: SecurityHeaders
    private let limits: WebLimits
    private let logger: Logger
    private let firstLine = FirstLineCounter()
    private var deadline: Scheduled<Void>?
    private var requestsRead = 0
    private var answersOwed = 0
    private var answerBegun = false
    private var parserFault: Problem?
    private var isClosing = false
    private var closesAfterAnswer = false

    init(headers: SecurityHeaders, limits: WebLimits, logger: Logger) {
        self.headers = headers
        self.limits = limits
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        try? context.pipeline.syncOperations.addHandler(firstLine, position: .first)
        startDeadline(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head:
            requestsRead += 1
            answersOwed += 1
            startDeadline(context)
        case .body: break
        case .end: deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError {
            parserFault = problem(error)
            deadline?.cancel()
            guard answersOwed > 0 else { return refuse(context, parserFault ?? Problem(.badRequest)) }
        }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isClosing else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head): write(head, to: context, promise)
        case .body: context.write(data, promise: promise)
        case .end: writeEnd(data, to: context, promise)
        }
    }

    private func write(
        _ head: HTTPResponse, to context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        if let fault = parserFault, head.status == .badRequest, head.headerFields[.requestID] == nil {
            promise?.succeed()
            return refuse(context, fault)
        }
        var head = head
        headers.add(to: &head.headerFields)
        answerBegun = head.status.kind != .informational
        closesAfterAnswer = head.headerFields[.connection] == "close"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    private func writeEnd(
        _ data: NIOAny, to context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        answersOwed -= 1
        answerBegun = false
        context.writeAndFlush(data, promise: promise)
        if closesAfterAnswer { finish(context) }
    }

    /// Answers in place of the responder, and closes.
    private func refuse(_ context: ChannelHandlerContext, _ problem: Problem) {
        guard !isClosing else { return }
        let id = RequestID().description
        logger.info(
            "request refused",
            metadata: [
                "request.id": "\(id)", "http.status": "\(problem.status.code)", "cause": "\(problem.code)",
            ])
        let body = ByteBuffer(string: problem.json(instance: id))
        var fields: HTTPFields = [
            .contentType: Problem.mediaType, .contentLength: "\(body.readableBytes)", .connection: "close",
            .requestID: id,
        ]
        headers.add(to: &fields)
        context.write(
            wrapOutboundOut(.head(HTTPResponse(status: problem.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        finish(context)
    }

    /// Closes our side, and the whole soon after: an immediate close with unread input would make the system
    /// discard the answer before the client has read it.
    private func finish(_ context: ChannelHandlerContext) {
        isClosing = true
        deadline?.cancel()
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    private func startDeadline(_ context: ChannelHandlerContext) {
        deadline?.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: TimeAmount(limits.requestTime)) {
            let (guardian, context) = bound.value
            guardian.outOfTime(context)
        }
    }

    private func outOfTime(_ context: ChannelHandlerContext) {
        guard !answerBegun, requestsRead == 0 || answersOwed > 0 else { return context.close(promise: nil) }
        refuse(context, Problem(.requestTimeout))
    }

    private func problem(_ error: HTTPParserError) -> Problem {
        if case .invalidMethod = error, firstLine.beginsWithWord { return Problem(.notImplemented) }
        guard case .headerOverflow = error else { return Problem(.badRequest) }
        return requestsRead == 0 && firstLine.bytes > limits.uriBytesMax
            ? Problem(.uriTooLong) : Problem(.requestHeaderFieldsTooLarge)
    }
}
