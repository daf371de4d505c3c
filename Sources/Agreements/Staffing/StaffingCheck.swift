/// The proof for one agreement.
struct StaffingCheck {
    let file: StaffingFile
    let rights: StaffingRights
    private(set) var steps = 0
    private(set) var gaps: [StaffingGap] = []
    private(set) var singles: [SingleHolder] = []
    private var seen: Set<SingleHolder> = []
    private var crews: [Need: StaffingCrew] = [:]

    /// What a crew is looked up by within one agreement.
    private struct Need: Hashable {
        var roles: [RoleReference]
        var about: StaffingContext
    }

    init(file: StaffingFile, rights: StaffingRights) {
        self.file = file
        self.rights = rights
    }

    mutating func run() {
        let covers = rights.covers(of: file.agreement)
        let opposites = file.map.opposites(in: file.workflow)
        for step in file.steps {
            let exclusions = exclusions(opposites[step.act] ?? [])
            for about in step.about.resolved(step.roles, parties: file.agreement.parties) {
                steps += 1
                note(crew(step.roles, about, covers).spans(exclusions), of: step, about)
            }
        }
    }

    private func exclusions(_ opposites: [StaffingMap.Opposite]) -> [StaffingCrew.Exclusion] {
        opposites.compactMap { opposite in
            let doers = Set(opposite.acts.flatMap { file.agreement.doers[$0] ?? [] })
            return doers.isEmpty ? nil : .init(duty: opposite.duty, doers: doers)
        }
    }

    private mutating func crew(
        _ roles: [RoleReference], _ about: StaffingContext, _ covers: [StaffingRights.Cover]
    ) -> StaffingCrew {
        let need = Need(roles: roles, about: about)
        if let crew = crews[need] { return crew }
        let crew = rights.crew(roles, about: about, of: file.agreement, covers)
        crews[need] = crew
        return crew
    }

    private mutating func note(
        _ spans: [StaffingCrew.Span], of step: StaffingStep, _ about: StaffingContext
    ) {
        let agreement = file.agreement
        for span in spans {
            let (from, until) = (
                rights.horizon.day(span.days.lowerBound), rights.horizon.day(span.days.upperBound - 1)
            )
            switch span.finding {
            case .gap(.nobody) where step.isNamedLater: continue
            case .gap(let why):
                let isNew = step.about.isUnknown && about.party != nil
                gaps.append(
                    StaffingGap(
                        agreement: agreement.id, reference: agreement.reference,
                        process: isNew ? "\(step.process)/\(about.party ?? "")" : step.process,
                        state: step.state, act: step.act, roles: step.roles, isOpen: step.isOpen, from: from,
                        until: until, why: why))
            case .single(let person):
                let single = SingleHolder(
                    agreement: agreement.id, reference: agreement.reference, roles: step.roles,
                    person: person,
                    from: from, until: until)
                if seen.insert(single).inserted { singles.append(single) }
            }
        }
    }

    /// Open steps first, then by process, state, act and day.
    static func isBefore(_ left: StaffingGap, _ right: StaffingGap) -> Bool {
        if left.isOpen != right.isOpen { return left.isOpen }
        return (left.process, left.state, left.act, left.from) < (
            right.process, right.state, right.act, right.from
        )
    }
}
