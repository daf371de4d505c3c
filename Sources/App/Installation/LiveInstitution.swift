import Storage
import Synchronization

/// The institution as it is now: its contact address may be changed while servers run.
final class LiveInstitution: Sendable {
    private let value: Mutex<Institution>

    init(_ institution: Institution) { value = Mutex(institution) }

    var current: Institution { value.withLock(\.self) }

    func set(_ institution: Institution) { value.withLock { $0 = institution } }
}
