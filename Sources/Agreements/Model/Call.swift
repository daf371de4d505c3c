/// A yearly call for proposals; it is open by its dates, not by a flag.
package struct Call: Codable, Sendable, Hashable, Identifiable {
    /// The identity of a call; it names the stream of its events, too.
    package typealias ID = Identifier<Call>

    package var id: ID
    /// The instruments that it is open to, such as `LIA`.
    package var instruments: [String]
    package var year: Int
    package var opensAt: Instant
    /// The last instant at which a proposal is in time.
    package var closesAt: Instant
    /// When the committee closes its ranking; an extension after that is refused.
    package var rankingAt: Instant?
    /// The number of its last event and its hash.
    package var seq: Int = 0
    package var headHash: String = ""

    package init(
        id: ID, instruments: [String], year: Int, opensAt: Instant, closesAt: Instant,
        rankingAt: Instant? = nil
    ) {
        self.id = id
        self.instruments = instruments
        self.year = year
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.rankingAt = rankingAt
    }

    /// Whether a proposal received at `instant` is in time.
    package func isOpen(at instant: Instant) -> Bool { opensAt <= instant && instant <= closesAt }
}

extension Agreement {
    /// Whether the committee has the file before it, or had: then its call is no longer extended.
    package var rankingBegan: Bool {
        doers["close_ranking"] != nil || processes["life"]?.configuration.contains("ranking") ?? false
    }
}
