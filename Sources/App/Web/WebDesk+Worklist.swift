package import Agreements
package import Engine
import Statechart
import Storage
package import Web

extension WebDesk {
    /// What waits for the visitor, what is due first at the top.
    package func worklist(_ visitor: Visitor, shown: Range<Int>) async throws -> [WorkItem] {
        try await answering {
            let now = try await installation.clock.now()
            let roles = try await delegated(to: visitor, now)
            let standIn = try await roles.isEmpty ? nil : standIn(visitor)
            let rows = try await catalogue(visitor).work(of: visitor.person)
            let files = Set(rows.map(\.task.agreement))
            let revised = try await catalogue(visitor).revised(files)
            let blocked = try await catalogue(visitor).perhapsBlocked(files)
            var steps: [(item: WorkItem, row: WorkRow?)] =
                try await endorsements(visitor, standIn, now).map { ($0, nil) }
            var words: [StepKind: StepWords] = [:]
            for row in rows {
                let workflow = try await installation.engine.workflow(row.workflow, row.version)
                let kind = StepKind(row)
                let own = words[kind] ?? StepWords(of: kind, in: workflow)
                words[kind] = own
                var item = item(row, workflow, own, now)
                if blocked.contains(row.task.agreement) {
                    item = try await barred(item, row, workflow, visitor)
                }
                let reads = SightMatrix.matters(for: [row.task.role])
                item.hasChanges = reads.contains(.texts) && revised.contains(row.task.agreement)
                steps.append((item, row))
            }
            steps.sort { $0.item.isDueBefore($1.item) }
            for place in shown.clamped(to: steps.indices) {
                guard let row = steps[place].row else { continue }
                // Only a step of a role that is delegated to them may be somebody else's.
                let standIn = roles.contains(row.task.role) ? standIn : nil
                steps[place].item = try await detailed(steps[place].item, row, standIn, visitor)
            }
            return steps.map(\.item)
        }
    }

    /// The same with what costs a look at its file.
    private func detailed(
        _ item: WorkItem, _ row: WorkRow, _ standIn: StandIn?, _ visitor: Visitor
    ) async throws -> WorkItem {
        let workflow = try await installation.engine.workflow(row.workflow, row.version)
        var item = item
        item.about = try await about(row, workflow, visitor)
        item.asked = try await asked(row, workflow, visitor)
        if let standIn, let agreement = try await catalogue(visitor).agreement(row.task.agreement) {
            item.principal = standIn.principal(in: row.task.id, of: agreement)
        }
        return item
    }

    /// Of which party or report a step is, where a file has several; of an expert nothing.
    private func about(_ row: WorkRow, _ workflow: Workflow, _ visitor: Visitor) async throws
        -> LocalizedText?
    {
        guard row.task.process != "life", row.task.role != "EXP",
            let agreement = try await catalogue(visitor).agreement(row.task.agreement),
            agreement.processes[row.task.process]?.person == nil
        else { return nil }
        return ProcessTitle(agreement: agreement, workflow: workflow, zone: zone).distinction(
            row.task.process)
    }

    /// Why a step was asked for, where the act that asks gives a reason.
    private func asked(_ row: WorkRow, _ workflow: Workflow, _ visitor: Visitor) async throws -> String? {
        guard workflow.processes[row.definition]?.isAskedWithReason(row.task.state) ?? false,
            let agreement = try await catalogue(visitor).agreement(row.task.agreement)
        else { return nil }
        return StepReasons(
            history: try await desk(visitor).history(agreement.id.description),
            sight: try await sight(of: agreement, visitor)
        ).reason(in: row.task.process, into: [row.task.state])
    }

    /// The same with the refusal for security that stands, for those who may know, and without the acts that it bars.
    private func barred(
        _ item: WorkItem, _ row: WorkRow, _ workflow: Workflow, _ visitor: Visitor
    ) async throws -> WorkItem {
        guard SightMatrix.matters(for: [row.task.role]).contains(.securityFlag),
            workflow.processes[row.definition]?.weighsSecurity(in: row.task.state) ?? false
        else { return item }
        let report = try await desk(visitor).report(on: row.task.agreement, for: visitor.person)
        guard report.agreement.isBlockedForSecurity else { return item }
        var item = item
        item.isBlocked = true
        item.acts.removeAll { act in
            report.standingRefusal(
                of: act.name.event, in: act.name.process, randomness: installation.randomness) != nil
        }
        return item
    }

    /// The roles in which somebody lets the visitor act now.
    private func delegated(to visitor: Visitor, _ now: Instant) async throws -> Set<String> {
        let all = try await catalogue(visitor).delegations(of: visitor.person)
        return Set(all.filter { $0.grantee == visitor.person && $0.holds(at: now) }.map(\.role))
    }

    private func standIn(_ visitor: Visitor) async throws -> StandIn {
        let desk = CommandDesk(installation)
        return StandIn(
            person: visitor.person, facts: try await desk.wholeRegister(), names: try await desk.names())
    }

    private func item(
        _ row: WorkRow, _ workflow: Workflow, _ words: StepWords, _ now: Instant
    ) -> WorkItem {
        var item = WorkItem(
            file: row.task.reference ?? row.task.agreement.description, reference: row.task.reference,
            subject: row.subject, instrument: workflow.title, countries: row.countries.map(Self.country),
            amount: words.seesBudget ? row.amount : nil, task: words.title, principal: nil,
            since: row.task.openedAt, due: row.task.dueAt, isOverdue: row.task.dueAt.map { $0 < now } ?? false
        )
        item.acts = words.acts.map {
            WorkItem.Act(ActName($0.event, process: row.task.process), $0.title, set: $0.set)
        }
        return item
    }
}

extension ProcessDefinition {
    /// Whether an act that leaves a state asks that no refusal for security stands.
    fileprivate func weighsSecurity(in state: String) -> Bool {
        chart.transitions.contains { transition in
            chart.id(transition.source) == state
                && (transition.condition?.clauses.contains { $0.refusal == Self.blockRefusal } ?? false)
        }
    }

    private static let blockRefusal = "security_blocked"
}
