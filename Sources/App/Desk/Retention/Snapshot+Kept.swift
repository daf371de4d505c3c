import Agreements
import Engine

extension SnapshotQuery {
    /// An agreement with what of it can be eliminated.
    static func ofErasable(of id: Agreement.ID) -> SnapshotQuery {
        var query = SnapshotQuery(agreement: id)
        query.wantsErasable = true
        return query
    }
}

extension Snapshot {
    /// What is kept of an agreement under each rule, due or not; nil for one that is not closed.
    func kept(
        under rules: [RetentionRule], by workflow: Workflow, _ events: [Event]
    ) -> (items: [RetentionItem], closedOn: Day)? {
        guard let agreement, let closed = agreement.closedOn(workflow, zone: facts.zone) else { return nil }
        let reading = RetentionReading(
            of: agreement, events, workflow: workflow, rules: rules, closedOn: closed,
            calendar: facts.calendar)
        return (reading.items(of: facts.erasable), closed)
    }
}
