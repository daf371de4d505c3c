import Agreements
package import Engine
import Statechart
import Storage
package import Web

extension WebDesk {
    /// What waits, on whom, how long; and what failed.
    package func office(_ visitor: Visitor) async throws -> OfficeView {
        try await answering {
            let (now, catalogue) = (try await installation.clock.now(), catalogue(visitor))
            let counts = try await catalogue.awaitedCounts()
            return OfficeView(
                now: now, groups: Awaited.allCases.map { Self.group($0, counts) },
                late: Self.late(try await catalogue.health()),
                sections: [
                    .init(
                        "failures",
                        try await failures(catalogue, namesMails: Self.mayReadMails(visitor))),
                    .init("holders", try await holders(catalogue, visitor)),
                    .init("stages", Self.stages(counts, try await installation.newestWorkflows())),
                ])
        }
    }

    private static func group(_ awaited: Awaited, _ counts: [AwaitedCount]) -> OfficeView.Group {
        let counts = counts.filter { $0.awaited == awaited }
        return OfficeView.Group(
            awaited.rawValue, counts.reduce(0) { $0 + $1.count }, oldest: counts.map(\.oldest).min(),
            path: "\(OfficeList.waits.path)?group=\(awaited.rawValue)")
    }

    private static func late(_ health: StorageHealth) -> LocalizedText? {
        guard health.lateJobs + health.dueTimers > 0 else { return nil }
        return LocalizedText(
            fr: "\(health.lateJobs) travaux et \(health.dueTimers) échéances attendent un exécutant.",
            en: "\(health.lateJobs) jobs and \(health.dueTimers) due timers wait for a runner.")
    }

    /// Those with whom steps are, without the experts where the visitor may not know them.
    private func holders(_ catalogue: Catalogue, _ visitor: Visitor) async throws -> ListTable {
        let counts = try await catalogue.holderCounts().filter { Self.mayName($0.role, visitor) }
        return Self.holders(counts)
    }

    /// Whether lists may say to the visitor who holds a role, as far as that does not depend on the file.
    static func mayName(_ role: String, _ visitor: Visitor) -> Bool {
        let told = Matter.told(byRole: role).intersection([.reviewers])
        return told.isSubset(of: SightMatrix.matters(for: visitor.roles))
    }

    private static func holders(_ counts: [HolderCount]) -> ListTable {
        let rows: [[ListCell]] = counts.map { count in
            let holder = count.person?.description ?? StepFilter.nobody
            let path = "\(OfficeList.steps.path)?role=\(count.role)&holder=\(holder)"
            let late = ListCell.link("\(count.overdue)", to: "\(path)&late=yes")
            return [
                .link(RoleTitles.name(count.role), to: path),
                count.person == nil ? .none : cell(named: count.name), .number(count.count),
                count.overdue == 0 ? .number(0) : late, .moment(count.oldest),
            ]
        }
        return ListTable([.role, .holder, .steps, .overdue, .oldest], rows, count: rows.count)
    }

    /// Each stage of each definition, with the files that wait there on a person, a date, a job, or nothing.
    private static func stages(_ counts: [AwaitedCount], _ workflows: [Workflow]) -> ListTable {
        var rows: [[ListCell]] = []
        for workflow in workflows {
            let order = topStages(workflow)
            let own = Dictionary(grouping: counts.filter { $0.workflow == workflow.id }, by: \.stage)
            let known = order.filter { own[$0] != nil } + own.keys.filter { !order.contains($0) }.sorted()
            for stage in known {
                let title = stages([stage], in: workflow)[0]
                let path = "\(OfficeList.waits.path)?definition=\(workflow.id)&stage=\(stage)"
                rows.append(
                    [.link(title, to: path), .words(workflow.title)]
                        + Awaited.allCases.map { cell($0, own[stage] ?? [], path) })
            }
        }
        return ListTable(
            [.stage, .instrument, .onPerson, .onDate, .onJob, .over], rows, count: rows.count)
    }

    private static func cell(_ awaited: Awaited, _ counts: [AwaitedCount], _ path: String) -> ListCell {
        let count = counts.filter { $0.awaited == awaited }.reduce(0) { $0 + $1.count }
        return count == 0 ? .none : .link("\(count)", to: "\(path)&group=\(awaited.rawValue)")
    }

    /// Notices in words, with the names of those who noted that they came back.
    ///
    /// - Parameter workflows: the definitions that name them; none where only causes are told.
    func noticeWords(workflows: [Workflow] = []) async throws -> NoticeWords {
        NoticeWords(
            workflows: workflows,
            names: Dictionary(
                try await installation.catalogue.people().compactMap { row in
                    row.name.map { (row.person.id, $0) }
                },
                uniquingKeysWith: { $1 }))
    }

    /// - Parameter namesMails: whether it is told what the mails that failed are about.
    private func failures(_ catalogue: Catalogue, namesMails: Bool) async throws -> ListTable {
        let words = try await noticeWords(workflows: try await installation.newestWorkflows())
        let rows: [[ListCell]] = try await catalogue.operations(limit: 100).map { row in
            let title =
                namesMails ? words.title(row.name) : LocalizedText(fr: row.name, en: row.name)
            let file = ListCell.link(
                Self.file(row.reference), to: Self.path(row.reference ?? row.agreement.description))
            let what: ListCell =
                switch row.kind {
                case .notice:
                    .link(
                        LocalizedText(
                            fr: "Avis \(title.fr) à \(row.address ?? "–")",
                            en: "Notice \(title.en) to \(row.address ?? "–")"),
                        to: "\(OfficeList.notices.path)/\(row.id)")
                case .timer:
                    .link(
                        LocalizedText(
                            fr: "Échéance « \(TimerTexts.named(row.name).fr) »",
                            en: "Timer “\(TimerTexts.named(row.name).en)”"),
                        to: StuckTimer.path(of: row.id))
                }
            return [
                what, row.kind == .timer || namesMails ? file : .none, .words(words.cause(row.cause)),
                .moment(row.since),
            ]
        }
        return ListTable([.failure, .file, .cause, .since], rows, count: rows.count)
    }
}

extension WebDesk {
    /// The stages of a life, in their order.
    static func topStages(_ workflow: Workflow) -> [String] {
        guard let life = workflow.processes["life"] else { return [] }
        return life.chart.states.filter {
            $0.parent == Chart<Guard>.root && life.states[$0.id]?.title != nil
        }.map(\.id)
    }

    // MARK: The lists behind the figures

    func waitFilters() async throws -> [ListFilter] {
        let workflows = try await installation.newestWorkflows()
        let versions = Set(try await installation.catalogue.workflows().map(\.version)).sorted()
        return [
            ListFilter("group", Awaited.allCases.map { FormChoice($0.rawValue, Self.words($0)) }),
            ListFilter("definition", workflows.map { FormChoice($0.id, $0.title) }),
            ListFilter("version", versions.map { FormChoice($0, LocalizedText(fr: $0, en: $0)) }),
            ListFilter("stage", try await PortfolioWords(self).stages),
        ]
    }

    func waits(_ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        let catalogue = catalogue(visitor)
        let filter = AwaitedFilter(
            awaited: query["group"].flatMap(Awaited.init(rawValue:)), workflow: query["definition"],
            version: query["version"], stage: query["stage"])
        var lines: [[ListCell]] = []
        for row in try await catalogue.awaited(filter, offset: query.offset, limit: query.limit) {
            let workflow = try await installation.engine.workflow(row.workflow, row.version)
            lines.append([
                .link(Self.file(row.reference), to: Self.path(row.reference ?? row.id.description)),
                .text(row.subject), .words(workflow.title), .several(Self.stages(row.state, in: workflow)),
                .words(Self.words(row.awaited)), .moment(row.since), Self.due(row, in: workflow),
            ])
        }
        return ListTable(
            [.file, .subject, .instrument, .stage, .group, .since, .due], lines,
            count: try await catalogue.count(of: filter))
    }

    /// When it is due; what it waits for instead, where no day is set.
    private static func due(_ row: AwaitedRow, in workflow: Workflow) -> ListCell {
        guard row.due == nil, row.awaited == .date, workflow.awaitsCall(in: row.state) else {
            return .moment(row.due)
        }
        return .words(LocalizedText(fr: "Le prochain appel", en: "The next call"))
    }

    static func words(_ awaited: Awaited) -> LocalizedText {
        switch awaited {
        case .person: LocalizedText(fr: "Une personne", en: "A person")
        case .date: LocalizedText(fr: "Une date", en: "A date")
        case .job: LocalizedText(fr: "La machine", en: "The machine")
        case .done: LocalizedText(fr: "Rien : achevé", en: "Nothing: done")
        }
    }

    func stepFilters(_ visitor: Visitor) async throws -> [ListFilter] {
        let counts = try await catalogue(visitor).holderCounts()
        let roles = Set(RoleTitles.names.keys).union(counts.map(\.role)).map {
            FormChoice($0, RoleTitles.name($0))
        }
        var holders = [Self.nobody]
        for count in counts where Self.mayName(count.role, visitor) {
            guard let person = count.person?.description, !holders.contains(where: { $0.value == person })
            else { continue }
            let name = count.name.map { LocalizedText(fr: $0, en: $0) } ?? Self.erased
            holders.append(FormChoice(person, name))
        }
        return [
            ListFilter("role", roles.sortedByFrench), ListFilter("holder", holders.sortedByFrench),
            ListFilter("late", [FormChoice("yes", LocalizedText(fr: "En retard", en: "Overdue"))]),
        ]
    }

    private static let nobody = FormChoice(
        StepFilter.nobody, LocalizedText(fr: "– personne n’est nommé", en: "– nobody is named"))

    func steps(_ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        let catalogue = catalogue(visitor)
        var filter = StepFilter(role: query["role"], holder: query["holder"], isOverdue: query["late"] != nil)
        // Whoever may not know the experts does not find them out by asking for each.
        if !Self.mayName("EXP", visitor) { filter.holder = nil }
        var lines: [[ListCell]] = []
        for row in try await catalogue.steps(filter, offset: query.offset, limit: query.limit) {
            var row = row
            if !Self.mayName(row.task.role, visitor) { row.holders = [] }
            lines.append(
                Self.line(row, try await installation.engine.workflow(row.workflow, row.version), zone))
        }
        return ListTable(
            [.file, .subject, .step, .role, .holder, .since, .due, .status], lines,
            count: try await catalogue.count(of: filter))
    }

    /// Those whom a step is with, until when they are absent, and who may act for them.
    private static func holders(_ row: StepRow, _ zone: Zone) -> LocalizedText {
        func names(_ language: Language, _ delegated: String) -> String {
            let times = CivilTexts(language: language, zone: zone)
            return row.holders.enumerated().map { index, name in
                let (holder, delegates) = (
                    times.name(name, absentUntil: row.absentUntil[index]), row.delegates[index]
                )
                return delegates.isEmpty ? holder : "\(holder) (\(delegated) \(delegates))"
            }.joined(separator: ", ")
        }
        return LocalizedText(fr: names(.french, "délégation à"), en: names(.english, "delegated to"))
    }

    private static func line(_ row: StepRow, _ workflow: Workflow, _ zone: Zone) -> [ListCell] {
        let state = workflow.processes[row.definition]?.states[row.task.state]
        let (task, late) = (row.task, LocalizedText(fr: "En retard", en: "Overdue"))
        return [
            .link(file(task.reference), to: path(task.reference ?? task.agreement.description)),
            .text(row.subject),
            .words(state?.task?.title ?? state?.title ?? LocalizedText(fr: task.state, en: task.state)),
            .words(RoleTitles.name(task.role)), .words(Self.holders(row, zone)),
            .moment(task.openedAt), .moment(task.dueAt),
            row.isOverdue ? .tag(late, code: "alert") : .none,
        ]
    }
}
