/// One libcurl handle with its connection, used by one thread.
actor SMTPLane {
    private let queue: BlockingQueue
    private let configuration: SMTPConfiguration
    private var handle: CurlHandle?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(_ configuration: SMTPConfiguration, number: Int) {
        self.configuration = configuration
        queue = BlockingQueue(label: "entente.smtp.\(number)")
    }

    /// Blocks this lane's thread until the conversation is over.
    ///
    /// A connection that the server had closed while it lay idle is replaced once.
    func deliver(
        _ mail: Mail, bytes: [UInt8], proceed: @escaping @Sendable () -> Bool, stop: StopFlag
    ) -> Delivery {
        guard !stop.isRaised, proceed() else { return Delivery(.withheld, for: mail) }
        guard let handle = handle ?? CurlHandle(configuration) else {
            return Delivery(
                .transient(.init(stage: .connect, code: nil, text: "libcurl has no handle")), for: mail)
        }
        self.handle = handle
        let began = ContinuousClock.now
        func exchanging() -> SMTPExchange {
            SMTPExchange(
                bytes: bytes, limits: configuration.limits, began: began, proceed: proceed, stop: stop)
        }
        var exchange = exchanging()
        var fault = handle.perform(mail, exchange)
        if fault != nil, exchange.conversation.usesOldConnection, exchange.conversation.stage == .sender {
            exchange = exchanging()
            fault = handle.perform(mail, exchange, freshConnection: true)
        }
        return exchange.conversation.delivery(of: mail, fault: exchange.overrun ?? fault)
    }
}
