import Synchronization
import Testing

@testable import Postgres

@Suite("What one thread makes for another that may stop waiting")
struct HandoverTests {
    private final class Made: Sendable {
        let onEnd: @Sendable () -> Void
        init(_ onEnd: @escaping @Sendable () -> Void) { self.onEnd = onEnd }
        deinit { onEnd() }
    }

    private final class Count: Sendable {
        let value = Mutex(0)
    }

    @Test("What has come is given once, and lives with who took it")
    func given() {
        let (handover, ends) = (Handover<Made>(), Count())
        if case .waiting = handover.take() {} else { Issue.record("nothing has come yet") }
        handover.give(Made { ends.value.withLock { $0 += 1 } })
        guard case .value(let value) = handover.take() else {
            Issue.record("it has come")
            return
        }
        #expect(ends.value.withLock(\.self) == 0)
        withExtendedLifetime(value) {}
        if case .nothing = handover.take() {} else { Issue.record("it was taken") }
    }

    @Test("What could not be made is known as such")
    func nothing() {
        let handover = Handover<Made>()
        handover.give(nil)
        if case .nothing = handover.take() {} else { Issue.record("nothing was made") }
    }

    @Test("What comes after nobody waits any more ends at once", arguments: [true, false])
    func declined(comesLate: Bool) {
        let (handover, ends) = (Handover<Made>(), Count())
        if comesLate { handover.decline() }
        handover.give(Made { ends.value.withLock { $0 += 1 } })
        if !comesLate { handover.decline() }
        #expect(ends.value.withLock(\.self) == 1)
        if case .nothing = handover.take() {} else { Issue.record("nobody waits") }
    }
}
