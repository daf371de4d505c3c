import CLibpq
import Synchronization

/// A request to stop the current statement of a connection, over a connection of its own.
///
/// `@unchecked Sendable`: the `PGcancel` is a copy made for this purpose, which libpq allows another thread to use;
/// only ``send()`` touches it, and its one caller calls it once.
final class PQCancelRequest: @unchecked Sendable {
    private let pointer: OpaquePointer
    private let done = Atomic(false)

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQfreeCancel(pointer) }

    /// Whether the server has taken the request, or cannot be reached.
    ///
    /// Once it has, the signal is on its way to the backend and can hit no later statement.
    var isDone: Bool { done.load(ordering: .acquiring) }

    /// Blocks until the server has taken the request; for ever when it is frozen.
    func send() {
        var complaint = [CChar](repeating: 0, count: 256)
        PQcancel(pointer, &complaint, Int32(complaint.count))
        done.store(true, ordering: .releasing)
    }
}
