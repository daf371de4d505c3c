import Foundation

/// Waits for something that another process does.
enum Patience {
    struct Exhausted: Error { let what: String }

    /// Asks again and again until `condition` holds, at most for a minute of the machine's time.
    static func until(_ what: String, _ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now.advanced(by: .seconds(60))
        while try await !condition() {
            guard ContinuousClock.now < end else { throw Exhausted(what: what) }
            await Task.yield()
        }
    }
}
