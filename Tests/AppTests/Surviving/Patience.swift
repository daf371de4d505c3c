import Foundation

/// Waits for something that another process does.
enum Patience {
    struct Exhausted: Error {}

    /// Asks again and again until `condition` holds, at most for a minute of the machine's time.
    static func until(_ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now.advanced(by: .seconds(60))
        while try await !condition() {
            guard ContinuousClock.now < end else { throw Exhausted() }
            await Task.yield()
        }
    }
}
