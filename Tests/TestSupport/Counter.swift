package import FoundationEssentials
import Synchronization

/// A source of identifiers that counts.
package final class Counter: Sendable {
    private let count = Mutex<UInt64>(0)

    package init() {}

    /// The next number, from 1 on.
    package func next() -> UInt64 {
        count.withLock {
            $0 += 1
            return $0
        }
    }

    /// An identifier that holds the next number.
    package func uuid() -> UUID {
        let number = next()
        func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: number >> (8 * index)) }
        return UUID(uuid: (1, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, byte(3), byte(2), byte(1), byte(0)))
    }
}
