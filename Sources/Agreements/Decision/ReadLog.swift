import Expressions
import Synchronization

/// What rules have read in one step, in order and without repetition.
final class ReadLog: Sendable {
    private let reads = Mutex<[Payload.Read]>([])

    func note(_ new: [Expressions.Read]) {
        reads.withLock { reads in
            for read in new where !read.path.isEmpty {
                let seen = Payload.Read(path: read.path, value: JSON(read.value))
                if !reads.contains(seen) { reads.append(seen) }
            }
        }
    }

    var all: [Payload.Read] { reads.withLock(\.self) }
}
