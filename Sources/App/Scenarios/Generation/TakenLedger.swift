import Agreements
import Synchronization

/// The transitions that one move of a search took.
final class TakenLedger: Sendable {
    private let taken = Mutex<Set<String>>([])

    var watch: DecisionWatch {
        DecisionWatch(
            taken: { _, process, label in self.taken.withLock { _ = $0.insert("\(process) \(label)") } },
            clause: { _, _, _ in })
    }

    var all: Set<String> { taken.withLock(\.self) }

    func clear() { taken.withLock { $0 = [] } }
}
