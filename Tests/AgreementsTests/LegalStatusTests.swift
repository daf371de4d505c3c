import Agreements
import Testing

@Suite("Legal status")
struct LegalStatusTests {
    static let allowed: Set<[LegalStatus]> = [
        [.none, .inForce], [.inForce, .suspended], [.suspended, .inForce], [.inForce, .expiredPending],
        [.suspended, .expiredPending], [.expiredPending, .inForce], [.none, .ended], [.inForce, .ended],
        [.suspended, .ended], [.expiredPending, .ended],
    ]

    @Test(
        "Only the changes of the table are allowed; what stays the same stays",
        arguments: LegalStatus.allCases, LegalStatus.allCases)
    func change(_ from: LegalStatus, _ to: LegalStatus) {
        let isKept = from == to && from != .ended
        #expect(from.mayBecome(to) == (isKept || Self.allowed.contains([from, to])))
    }

    @Test("Their names are those of the audit views")
    func names() {
        #expect(
            LegalStatus.allCases.map(\.rawValue) == [
                "none", "in_force", "suspended", "expired_pending", "ended",
            ])
    }
}
