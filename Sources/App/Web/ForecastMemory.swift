import Agreements
import Engine
import Storage
import Synchronization

/// The last few forecasts that pages showed: the engine runs ahead again only once one of their files or the register has
/// changed, or a day is over.
final class ForecastMemory: Sendable {
    /// Whose forecast it is, all that it follows from, when it was made, and how far it reaches.
    struct Key: Sendable, Hashable {
        let person: Person.ID
        let files: [DueFile]
        let registerEvents: Int
        let day: Day
        let until: Day
    }

    /// What was expected, and whether of only some of the files.
    struct Expected: Sendable {
        var lines: [ForecastLine]
        let isCut: Bool
    }

    private let kept = Mutex<[(key: Key, expected: Expected)]>([])

    private static let keptMax = 8

    /// What is expected after `now`: what was kept under the key, or what `run` brings.
    func expected(
        _ key: Key, after now: Instant, _ run: () async throws -> Expected
    ) async throws -> Expected {
        var expected: Expected
        if let found = kept.withLock({ $0.first { $0.key == key }?.expected }) {
            expected = found
        } else {
            expected = try await run()
            keep(expected, key)
        }
        // What was still to come in the morning is past in the evening.
        expected.lines.removeAll { $0.item.at <= now }
        return expected
    }

    private func keep(_ expected: Expected, _ key: Key) {
        kept.withLock { all in
            all.removeAll { $0.key == key }
            all.append((key, expected))
            if all.count > Self.keptMax { all.removeFirst() }
        }
    }
}
