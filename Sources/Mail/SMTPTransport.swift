/// Hands mail to an SMTP server through libcurl (RFC 5321).
///
/// Each of a fixed number of lanes has its own thread and keeps its connection open for 10 seconds of
/// idleness, so that a queue drains without a handshake per mail. Safe to call from any task; when every lane
/// is busy a call waits, first come first served, without a limit of its own: the caller bounds its
/// concurrency. Cancelling the task ends a hand-over within about a second unless the message has already
/// been sent whole; then the answer is awaited.
package final class SMTPTransport: Sendable {
    private let lanes: LanePool

    /// A transport that connects when there is a mail, and not before.
    package init(_ configuration: SMTPConfiguration) {
        lanes = LanePool((0..<configuration.lanes).map { SMTPLane(configuration, number: $0) })
    }

    /// Hands over one mail.
    ///
    /// Never throws: every recipient gets a verdict (``Delivery/Verdict``).
    ///
    /// `proceed` is asked before the conversation is opened and again when the server has asked for the
    /// message, before its first byte: a worker whose lease was taken in between sends nothing.
    package func deliver(
        _ mail: Mail, proceed: @escaping @Sendable () -> Bool = { true }
    ) async -> Delivery {
        let bytes = MIMEEncoder.encode(mail.message)
        let lane = await lanes.take()
        let stop = StopFlag()
        let delivery = await withTaskCancellationHandler {
            await lane.deliver(mail, bytes: bytes, proceed: proceed, stop: stop)
        } onCancel: {
            stop.raise()
        }
        await lanes.giveBack(lane)
        return delivery
    }
}
