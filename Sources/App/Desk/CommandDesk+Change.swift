import Agreements
import Engine
import Postgres
import Storage

extension CommandDesk {
    func request(_ id: String?, as actor: String?) -> RegisterOrder {
        RegisterOrder(id: id ?? freshRequestID, actor: actor, operator: self.operator)
    }

    /// Records a change of the register; `check` is asked unless the same request was recorded before.
    ///
    /// - Parameter asked: the change without what was filled in for the sender.
    @inline(never)
    @discardableResult
    func change(
        _ change: RegisterChange, _ order: RegisterOrder, asked: RegisterChange? = nil,
        contact: Contact? = nil,
        unless check: () async throws -> Void = {}
    ) async throws -> RegisterReceipt {
        guard (1...200).contains(order.id.count) else {
            throw WrongUsage("--request-id", "1 to 200 characters")
        }
        var command = RegisterCommand(
            requestID: order.id, actor: try await registrar(as: order.actor), channel: channel,
            operator: noted, change: change, asked: asked, contact: contact)
        if try await isOfBootstrap(command) { command.actor = nil }
        if try await !installation.register.isRecorded(command) { try await check() }
        let sent = command
        do { return try await sending(order.id) { try await installation.desk.submit(sent) } } catch {
            guard Self.isTakenAddress(error) else { throw error }
            throw Refusal.personThere
        }
    }

    /// Whether it was recorded while nobody administered the register: it is the same request also when it
    /// was the one that changed this.
    private func isOfBootstrap(_ command: RegisterCommand) async throws -> Bool {
        guard command.actor != nil else { return false }
        var own = command
        own.actor = nil
        return try await installation.register.isRecorded(own)
    }

    private static func isTakenAddress(_ error: any Error) -> Bool {
        guard let error = error as? PostgresError else { return false }
        return error.kind == .uniqueViolation && error.table == "person"
    }

    /// The instant that is meant (now when none is given), and a constant in its place where none was.
    @inline(never)
    func instant(_ text: String?, _ option: String) async throws -> (meant: Instant, asked: Instant) {
        if let text {
            let given = try times.instant(text, option)
            return (given, given)
        }
        return (try await installation.store.now(), Instant(millisecondsSinceEpoch: 0))
    }
}
