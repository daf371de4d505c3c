import Agreements
import TestSupport

/// The staffing proof day by day, from the roster alone: what the quick one is compared with.
struct PlainStaffing {
    let bench: Bench
    let until: Day

    enum Finding: Equatable {
        case gap(StaffingGap.Why)
        case single(Person.ID)
    }

    var days: [Day] {
        let today = bench.facts.zone.day(of: bench.facts.now)
        return (0...today.days(to: until)).map { today.adding(days: $0) }
    }

    /// Every gap and every single holder, runs of equal days joined.
    func report() -> (gaps: Set<StaffingGap>, singles: Set<SingleHolder>) {
        var gaps: Set<StaffingGap> = []
        var singles: Set<SingleHolder> = []
        guard let agreement = bench.agreement else { return (gaps, singles) }
        for step in Staffing(facts: bench.facts, until: until).steps(of: agreement, bench.workflow) {
            for (from, last, finding) in runs(step, agreement) {
                switch finding {
                case .gap(.nobody) where step.isNamedLater: continue
                case .gap(let why):
                    gaps.insert(
                        StaffingGap(
                            agreement: agreement.id, reference: agreement.reference, process: step.process,
                            state: step.state, act: step.act, roles: step.roles, isOpen: step.isOpen,
                            from: from, until: last, why: why))
                case .single(let person):
                    singles.insert(
                        SingleHolder(
                            agreement: agreement.id, reference: agreement.reference, roles: step.roles,
                            person: person, from: from, until: last))
                }
            }
        }
        return (gaps, singles)
    }

    private func runs(_ step: StaffingStep, _ agreement: Agreement) -> [(Day, Day, Finding)] {
        var runs: [(Day, Day, Finding)] = []
        for day in days {
            guard let finding = finding(step, agreement, on: day) else { continue }
            if let last = runs.last, last.1.adding(days: 1) == day, last.2 == finding {
                runs[runs.count - 1].1 = day
            } else {
                runs.append((day, day, finding))
            }
        }
        return runs
    }

    private func finding(_ step: StaffingStep, _ agreement: Agreement, on day: Day) -> Finding? {
        let instant = max(bench.facts.now, bench.facts.zone.startOfDay(day))
        let pairs = step.roles.flatMap { self.pairs($0, step, agreement, at: instant) }
        guard !pairs.isEmpty else { return .gap(.nobody) }
        let duties = bench.workflow.duties.filter {
            $0.first.contains(step.act) || $0.second.contains(step.act)
        }
        func excluding(_ pair: [Person.ID]) -> [String] {
            duties.filter { duty in
                let others =
                    (duty.first.contains(step.act) ? duty.second : [])
                    + (duty.second.contains(step.act) ? duty.first : [])
                return others.contains { act in
                    (agreement.doers[act] ?? []).contains { pair.contains($0) }
                }
            }.map(\.refusal)
        }
        let allowed = pairs.filter { excluding($0).isEmpty }
        guard !allowed.isEmpty else {
            return .gap(.excluded(duties: pairs.flatMap { excluding($0) }.uniqued()))
        }
        let there = Set(
            allowed.map { $0[0] }.filter { person in
                !bench.facts.absences.contains { $0.person == person && $0.covers(day) }
            })
        guard let first = there.first else { return .gap(.absent) }
        return there.count == 1 ? .single(first) : nil
    }

    /// Who may act that instant: alone, or with the one for whom.
    private func pairs(
        _ reference: RoleReference, _ step: StaffingStep, _ agreement: Agreement, at instant: Instant
    ) -> [[Person.ID]] {
        let roster = Roster(agreement, facts: bench.facts)
        var item: [String: JSON] = [:]
        if let party = step.about.party { item["party"] = ["id": .string(party)] }
        if let person = step.about.person { item["expert"] = .string(person.description) }
        let process = Process(path: step.process, definition: "", name: "", item: item)
        let role = step.about.isUnknown && reference.of == .person ? RoleReference(reference.role) : reference
        let own = roster.holders(of: role, in: process, at: instant)
        let delegated = House.everyone.flatMap { grantor in
            House.everyone.filter {
                roster.delegation(from: grantor, to: $0, as: role, in: process, at: instant) != nil
            }.map { [$0, grantor] }
        }
        return own.map { [$0] } + delegated
    }
}
