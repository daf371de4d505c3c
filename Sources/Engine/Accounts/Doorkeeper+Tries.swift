extension Doorkeeper {
    /// What a try leaves behind.
    enum Trace: Sendable {
        /// A success, which makes its address a known one.
        case succeeded
        /// One of the failures that limits count.
        case failed
        /// Nothing.
        case unnoted
    }

    /// Verifies one try on an account (a SHA-256 of its name), unless there were too many failed ones.
    ///
    /// It is noted as failed before it is counted and verified: of however many that arrive at once no more are heard
    /// than the limits allow. What was not heard leaves no trace, so that nobody is kept out longer by it.
    ///
    /// - Parameter isInside: whether it is somebody who came in already: what others tried at the door holds them up no
    ///   more than it refuses them.
    func hear<Answer: Sendable>(
        _ account: String, from origin: Origin, isInside: Bool = false, tooMany: Answer,
        verify: () async throws -> (Answer, Trace)
    ) async throws -> Answer {
        try await store.note(account: account, address: origin.address, succeeded: false)
        let tries = try await store.failures(account: account, address: origin.address)
        guard !tries.others.isTooMany else {
            try await store.forgive(account: account, address: origin.address)
            return tooMany
        }
        if !isInside, tries.others.delay > .zero { try await pause(tries.others.delay) }
        let (answer, trace) = try await verify()
        if trace != .failed { try await store.forgive(account: account, address: origin.address) }
        if trace == .succeeded {
            try await store.note(account: account, address: origin.address, succeeded: true)
        }
        return answer
    }
}

extension FailedTries {
    /// Those beside the one at hand, which is noted already.
    fileprivate var others: FailedTries {
        FailedTries(
            here: here - 1, strangers: isKnown ? strangers : strangers - 1, address: address - 1,
            isKnown: isKnown)
    }
}
