import Agreements
package import Storage

extension CommandDesk {
    /// The digests, the newest first; of one day, or all.
    package func digests(of day: String?, limit: Int) async throws -> [DigestRow] {
        let day = try day.map { text in
            guard let day = try? Day(parsing: text) else {
                throw WrongUsage("--day", "a day looks like 2016-12-13")
            }
            return day
        }
        return try await installation.digests.list(day: day, limit: limit)
    }
}
