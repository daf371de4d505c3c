package import Agreements

/// Tells what a move to another version changes, by deciding it: dry run and apply are one code path.
///
/// Pure.
package struct ImpactStudy: Sendable {
    private let workflow: Workflow
    private let target: Workflow
    private let facts: Facts
    private let randomness: Randomness

    /// - Parameters:
    ///   - workflow: the version that the agreements are pinned to.
    ///   - target: the version to which they would move.
    package init(from workflow: Workflow, to target: Workflow, facts: Facts, randomness: Randomness) {
        self.workflow = workflow
        self.target = target
        self.facts = facts
        self.randomness = randomness
    }

    /// What the move changes in one agreement, beside what its due timers bring about anyway.
    package func impact(on agreement: Agreement) -> Impact {
        let command = Command.migration(of: agreement.id, to: target)
        let decision = Decider(workflow: workflow, target: target, facts: facts, randomness: randomness)
            .decide(command, on: agreement)
        return impact(on: agreement, events: decision.events, refusal: decision.refusal)
    }

    /// The same, read off the events that a migration recorded.
    package func impact(on agreement: Agreement, events: [Event], refusal: Refusal? = nil) -> Impact {
        guard refusal == nil, let first = events.firstIndex(where: \.isMigration) else {
            return Impact(agreement: agreement.id, from: agreement.version, refusal: refusal)
        }
        var before = agreement
        for event in events[..<first] { before.apply(event) }
        var after = before
        for event in events[first...] { after.apply(event) }
        let changes = ImpactReading(before: before, after: after).changes
        return Impact(
            agreement: agreement.id, from: agreement.version, refusal: nil,
            changes: changes + notices(events[first...]) + acts(before, after))
    }

    private func notices(_ events: ArraySlice<Event>) -> [ImpactChange] {
        events.flatMap { event in
            event.payload.notices.map(\.notice).uniqued().map { id in
                .notice(
                    id: id, process: event.process,
                    recipients: event.payload.notices.filter { $0.notice == id }.map(\.recipient))
            }
        }
    }

    private func acts(_ before: Agreement, _ after: Agreement) -> [ImpactChange] {
        let old = standings(workflow, before)
        let new = standings(target, after)
        return Set(old.keys).union(new.keys).sorted { ($0.process, $0.name) < ($1.process, $1.name) }
            .filter { old[$0] != new[$0] }
            .map { .act(process: $0.process, name: $0.name, before: old[$0], after: new[$0]) }
    }

    private struct ActKey: Hashable {
        var process, name: String
    }

    private func standings(_ workflow: Workflow, _ agreement: Agreement) -> [ActKey: ImpactChange.Standing] {
        let acts = Decider(workflow: workflow, facts: facts, randomness: randomness).openActs(on: agreement)
        return Dictionary(
            acts.map { (ActKey(process: $0.process, name: $0.name), ImpactChange.Standing($0)) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Command {
    /// The command that moves an agreement to a version; sent again, it changes nothing.
    package static func migration(of agreement: Agreement.ID, to target: Workflow) -> Command {
        Command(
            requestID: "migrate/\(target.name)/\(agreement)", agreement: agreement,
            actor: .system(cause: "migration"), channel: .system, body: .migrate(to: target.version))
    }
}

extension Event {
    fileprivate var isMigration: Bool { payload.changes.contains { $0.migratedTo != nil } }
}
