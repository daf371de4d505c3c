package import Agreements
package import Engine
import Statechart
import Storage
package import Web

extension WebDesk {
    /// What waits for the visitor, what is due first at the top.
    package func worklist(_ visitor: Visitor, shown: Range<Int>) async throws -> Worklist {
        try await answering {
            let now = try await installation.clock.now()
            let roles = try await delegated(to: visitor, now)
            let standIn = try await roles.isEmpty ? nil : standIn(visitor)
            let work = try await catalogue(visitor).work(of: visitor.person, limit: shown.upperBound)
            // A step that came between the two questions has a kind that was not counted.
            let words = try await words(
                of: Set(work.kinds.map { StepKind($0) } + work.rows.map { StepKind($0) }))
            let endorsements = try await endorsements(visitor, standIn, now)
            var steps: [(item: WorkItem, row: WorkRow?)] = endorsements.map { ($0, nil) }
            for row in work.rows {
                guard let own = words[StepKind(row)] else { continue }
                steps.append((item(row, own, now), row))
            }
            steps.sort { $0.item.isDueBefore($1.item) }
            var worklist = counted(work.kinds, words)
            worklist.count += endorsements.count
            worklist.overdue += endorsements.filter(\.isOverdue).count
            for step in steps[shown.clamped(to: steps.indices)] {
                guard let row = step.row, let own = words[StepKind(row)] else {
                    worklist.items.append(step.item)
                    continue
                }
                // Only a step of a role that is delegated to them may be somebody else's.
                let standIn = roles.contains(row.task.role) ? standIn : nil
                worklist.items.append(try await detailed(step.item, row, own, standIn, visitor))
            }
            return worklist
        }
    }

    private func words(of kinds: Set<StepKind>) async throws -> [StepKind: StepWords] {
        var words: [StepKind: StepWords] = [:]
        for kind in kinds {
            let workflow = try await installation.engine.workflow(kind.workflow, kind.version)
            words[kind] = StepWords(of: kind, in: workflow)
        }
        return words
    }

    /// Acts of several files are counted where nothing may stand against them, so perhaps a few too low.
    private func counted(_ kinds: [WorkKindRow], _ words: [StepKind: StepWords]) -> Worklist {
        var worklist = Worklist()
        for row in kinds {
            worklist.count += row.steps
            worklist.overdue += row.late
            guard let own = words[StepKind(row)] else { continue }
            for act in own.acts where !(row.isMeasured && act.weighsMeasures) {
                guard let set = act.set else { continue }
                let barred = own.seesSecurity && act.weighsSecurity ? row.blocked : 0
                worklist.count(act.event, set: set, act.title, row.steps - barred)
            }
        }
        return worklist
    }

    /// The same with what costs a look at its file.
    private func detailed(
        _ item: WorkItem, _ row: WorkRow, _ words: StepWords, _ standIn: StandIn?, _ visitor: Visitor
    ) async throws -> WorkItem {
        var item = try await barred(item, row, words, visitor)
        item.about = try await about(row, visitor)
        item.asked = try await words.isAskedWithReason ? asked(row, visitor) : nil
        if let standIn, let agreement = try await catalogue(visitor).agreement(row.task.agreement) {
            item.principal = standIn.principal(in: row.task.id, of: agreement)
        }
        return item
    }

    /// Of which party or report a step is, where a file has several; of an expert nothing.
    private func about(_ row: WorkRow, _ visitor: Visitor) async throws -> LocalizedText? {
        guard row.task.process != "life", row.task.role != "EXP",
            let agreement = try await catalogue(visitor).agreement(row.task.agreement),
            agreement.processes[row.task.process]?.person == nil
        else { return nil }
        let workflow = try await installation.engine.workflow(row.workflow, row.version)
        return ProcessTitle(agreement: agreement, workflow: workflow, zone: zone).distinction(
            row.task.process)
    }

    /// Why a step was asked for, in the words of the act that asks.
    private func asked(_ row: WorkRow, _ visitor: Visitor) async throws -> String? {
        guard let agreement = try await catalogue(visitor).agreement(row.task.agreement) else { return nil }
        return StepReasons(
            history: try await desk(visitor).history(agreement.id.description),
            sight: try await sight(of: agreement, visitor)
        ).reason(in: row.task.process, into: [row.task.state])
    }

    /// The same with the refusal for security that stands, for those who may know, and without the acts that it or a
    /// measure bars.
    private func barred(
        _ item: WorkItem, _ row: WorkRow, _ words: StepWords, _ visitor: Visitor
    ) async throws -> WorkItem {
        let isPerhapsBlocked = row.isPerhapsBlocked && words.seesSecurity && words.weighsSecurity
        guard isPerhapsBlocked || row.isPerhapsMeasured && words.weighsMeasures else { return item }
        let report = try await desk(visitor).report(on: row.task.agreement, for: visitor.person)
        var item = item
        item.isBlocked = isPerhapsBlocked && report.agreement.isBlockedForSecurity
        guard item.isBlocked || row.isPerhapsMeasured else { return item }
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

    private func item(_ row: WorkRow, _ words: StepWords, _ now: Instant) -> WorkItem {
        var item = WorkItem(
            file: row.task.reference ?? row.task.agreement.description, reference: row.task.reference,
            subject: row.subject, instrument: words.instrument, countries: row.countries.map(Self.country),
            amount: words.seesBudget ? row.amount : nil, task: words.title, principal: nil,
            since: row.task.openedAt, due: row.task.dueAt, isOverdue: row.task.dueAt.map { $0 < now } ?? false
        )
        item.hasChanges = words.readsTexts && row.isRevised
        item.acts = words.acts.map {
            WorkItem.Act(ActName($0.event, process: row.task.process), $0.title, set: $0.set)
        }
        return item
    }
}
