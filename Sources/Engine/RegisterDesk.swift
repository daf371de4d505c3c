package import Agreements

/// What the register needs of storage.
package struct RegisterBook: Sendable {
    /// Decides a change on facts that nobody moves meanwhile, and records it as one event of its stream, once
    /// for each request; a request that was recorded before is answered alike, as a repeated one.
    package var apply: @Sendable (_ command: RegisterCommand) async throws -> RegisterRecord

    package init(apply: @escaping @Sendable (RegisterCommand) async throws -> RegisterRecord) {
        self.apply = apply
    }
}

/// What became of a change of the register.
package struct RegisterRecord: Sendable, Hashable {
    package var receipt: RegisterReceipt
    /// Whether the same request was recorded before.
    package var isRepeated: Bool

    package init(receipt: RegisterReceipt, isRepeated: Bool) {
        self.receipt = receipt
        self.isRepeated = isRepeated
    }
}

/// Where a change of the register was recorded.
package struct RegisterReceipt: Codable, Sendable, Hashable {
    /// `register`, or the call's id.
    package var stream: String
    package var seq: Int

    package init(stream: String, seq: Int) {
        self.stream = stream
        self.seq = seq
    }
}

/// The use cases of the register and of calls.
package struct RegisterDesk: Sendable {
    let book: RegisterBook
    let agreements: AgreementStore
    let engine: Engine

    package init(book: RegisterBook, agreements: AgreementStore, engine: Engine) {
        self.book = book
        self.agreements = agreements
        self.engine = engine
    }

    /// Records a change of the register, and tells the agreements that it concerns; those that cannot be told now are
    /// told by the runner.
    ///
    /// An agreement is told under a request id made of stream, number and agreement: telling again changes
    /// nothing. A request that arrives again tells nobody: the change may concern more agreements by then.
    /// - Throws: ``Refusal``; whatever the store throws when the world failed.
    @discardableResult
    package func submit(_ command: RegisterCommand) async throws -> RegisterReceipt {
        let record = try await book.apply(command)
        // Recorded is recorded: a job of the same transaction tells whom this does not reach.
        if !record.isRepeated, let (event, audience) = command.change.told {
            try? await tell(event, to: audience, record.receipt)
        }
        return record.receipt
    }

    /// Tells an audience what a recorded event means to it; safe to repeat.
    package func tell(_ event: String, to audience: Audience, _ receipt: RegisterReceipt) async throws {
        for agreement in try await agreements.agreements(audience) {
            try await engine.tell(
                event, agreement, cause: audience.cause,
                requestID: "\(receipt.stream)/\(receipt.seq)/\(agreement)")
        }
    }
}

extension Audience {
    /// Why its agreements are told.
    fileprivate var cause: String {
        switch self {
        case .call: "call"
        case .citing: "framework"
        case .measure: "measure"
        case .delegation, .grant, .person: "delegation"
        }
    }
}

extension RegisterChange {
    /// What agreements hear of it, and which.
    package var told: (event: String, audience: Audience)? {
        switch self {
        case .callExtended(let call, _): (MachineEvent.callExtended.rawValue, .call(call))
        case .measureSet(let measure): (MachineEvent.measureChanged.rawValue, .measure(measure.id))
        case .measureEnded(let measure, _): (MachineEvent.measureChanged.rawValue, .measure(measure))
        case .delegated(let delegation): (MachineEvent.delegationChanged.rawValue, .delegation(delegation.id))
        case .delegationRevoked(let delegation, _):
            (MachineEvent.delegationChanged.rawValue, .delegation(delegation))
        case .grantEnded(let grant, _): (MachineEvent.delegationChanged.rawValue, .grant(grant))
        case .personDisabled(let person): (MachineEvent.delegationChanged.rawValue, .person(person))
        case .personAdded, .personErased, .organisationAdded, .granted, .absenceSet, .absenceEnded,
            .succeeded,
            .successionUndone, .callOpened, .workflowPublished, .mailsEliminated, .accessEliminated,
            .subscribed, .unsubscribed:
            nil
        }
    }
}
