package import Agreements

/// What the office must look at in the morning.
package struct OfficeSummary: Sendable, Hashable {
    /// How many steps are open in all.
    package var open: Int
    package var items: [Item]

    package init(open: Int, items: [Item]) {
        self.open = open
        self.items = items
    }

    /// Something that is late or failed.
    package struct Item: Sendable, Hashable {
        package var kind: Kind
        /// Since when it waits.
        package var since: Instant
        /// Of the file; empty where there is none.
        package var reference: String

        package init(_ kind: Kind, since: Instant, reference: String = "") {
            self.kind = kind
            self.since = since
            self.reference = reference
        }
    }

    /// What is late, or what failed.
    package enum Kind: Sendable, Hashable {
        case overdue(title: LocalizedText, due: Deadline, holders: [String])
        /// A notice, or a digest where it has no name, that its recipient did not get.
        case undelivered(notice: String?, address: String)
        case blockedTimer(name: String)
        case deadJob(kind: String, number: Int)
    }

    /// How many overdue steps each person holds, the most first; nil for steps that nobody holds.
    var overdueByHolder: [(name: String?, count: Int)] {
        var counts: [String?: Int] = [:]
        for case .overdue(_, _, let holders) in items.map(\.kind) {
            for holder in holders.isEmpty ? [nil] : holders.map(Optional.some) {
                counts[holder, default: 0] += 1
            }
        }
        return counts.map { (name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "") }
    }
}
