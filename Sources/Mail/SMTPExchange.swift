import CCurl

/// What libcurl's callbacks share during one transfer; touched only by the thread inside `curl_easy_perform`.
final class SMTPExchange {
    private(set) var conversation = SMTPConversation()
    /// Set when a step took longer than its limit.
    private(set) var overrun: String?
    /// Cuts the connection.
    var hangUp: () -> Void = {}

    private let bytes: [UInt8]
    private var offset = 0
    private let limits: SMTPTimeLimits
    private let proceed: @Sendable () -> Bool
    private let stop: StopFlag
    private let began: ContinuousClock.Instant
    private var stepBegan = ContinuousClock.now

    /// - Parameter began: when the hand-over of the mail began, on this connection or on one before it.
    init(
        bytes: [UInt8], limits: SMTPTimeLimits, began: ContinuousClock.Instant,
        proceed: @escaping @Sendable () -> Bool, stop: StopFlag
    ) {
        (self.bytes, self.limits, self.began) = (bytes, limits, began)
        (self.proceed, self.stop) = (proceed, stop)
    }

    /// Fills `buffer` with the next bytes; nil when the message is not to be sent any more.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        if offset == 0 {
            guard !stop.isRaised, proceed() else {
                conversation.withhold()
                return nil
            }
            step { $0.contentBegins() }
        }
        let count = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
        offset += count
        if count == 0 { step { $0.contentEnded() } }
        return count
    }

    /// Follows the conversation; the text of other kinds (TLS records, content) is not looked at.
    func trace(_ kind: curl_infotype, _ line: UnsafeRawBufferPointer) {
        switch kind {
        case CURLINFO_HEADER_OUT: step { $0.sent(String(decoding: line.prefix(4), as: UTF8.self)) }
        case CURLINFO_HEADER_IN:
            conversation.received(String(decoding: line.prefix(600), as: UTF8.self))
        default: break
        }
    }

    /// True when the transfer must end: a step overran, or the task was cancelled before the whole message
    /// had gone.
    func mustStop() -> Bool {
        if stop.isRaised, conversation.stage < .afterContent {
            conversation.withhold()
            hangUp()
            return true
        }
        guard let limit = exceededLimit else { return false }
        overrun = "no complete answer within \(limit)"
        hangUp()
        return true
    }

    private var exceededLimit: Duration? {
        let limit = limits[conversation.stage]
        if ContinuousClock.now - stepBegan > limit { return limit }
        guard let whole = limits.whole, ContinuousClock.now - began > whole else { return nil }
        return whole
    }

    private func step(_ change: (inout SMTPConversation) -> Void) {
        change(&conversation)
        stepBegan = .now
    }
}
