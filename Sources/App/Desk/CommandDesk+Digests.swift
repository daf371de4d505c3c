import Agreements
package import Storage

extension CommandDesk {
    /// The digests, the newest first; of one day, or all.
    ///
    /// In a real database whoever is not of the office gets their own.
    package func digests(of day: String?, limit: Int) async throws -> [DigestRow] {
        let day = try day.map { text in
            guard let day = try? Day(parsing: text) else {
                throw WrongUsage("--day", "a day looks like 2016-12-13")
            }
            return day
        }
        let digests = installation.digests
        if isSimulated { return try await digests.list(day: day, limit: limit) }
        guard let own = try await ownPerson() else { return [] }
        let reader = try await isOfOffice(own) ? nil : own
        return try await digests.list(day: day, of: reader, limit: limit)
    }
}
