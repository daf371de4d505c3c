import Synchronization

/// A flag by which another thread ends whatever a connection does.
final class Termination: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}
