import UnixSignals

/// Ctrl-C, SIGTERM and SIGHUP from now on: instead of ending the process they end what ``stopping(_:)`` does.
package struct Interruption: Sendable {
    /// Somebody stopped it before it was done.
    package struct Stopped: Error {}

    private let signals: UnixSignalsSequence

    /// Takes the signals over; they are kept until ``stopping(_:)`` hears them.
    package init() async { signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup) }

    /// Does `body`; a signal, also one of before, cancels it.
    ///
    /// - Throws: ``Stopped`` after a signal, once `body` has ended; else what `body` throws.
    package func stopping<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body() }
            group.addTask { [signals] in
                for await _ in signals { throw Stopped() }
                return nil
            }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let result = ended { return result }
            }
            throw CancellationError()
        }
    }
}
