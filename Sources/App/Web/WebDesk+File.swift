package import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// The file of a reference, a register number or an id; nil where there is none that the visitor may see.
    package func file(_ name: String, _ visitor: Visitor) async throws -> FileView? {
        try await answering {
            let catalogue = catalogue(visitor)
            guard let kept = try await catalogue.file(named: name) else { return nil }
            let desk = desk(visitor)
            let report = try await desk.report(on: kept.id, for: visitor.person)
            let agreement = report.agreement
            let notice = try await notice(visitor)
            guard try await admits(visitor, asking: notice, to: agreement) else { return nil }
            let events = try await catalogue.events(toldOf: kept.id)
            let dossier = agreement.dossier(in: kept.values)
            let people = events.reduce(into: Set(agreement.assignments.map(\.person))) {
                $0.formUnion($1.people)
            }
            let names = try await catalogue.names(of: people)
            var why = report.why(asker: visitor.person, randomness: installation.randomness)
            why.waits += report.endorsements
            why.namesakes = try await desk.namesakes(of: agreement, called: dossier["acronym"]?.text)
            let reading = FileReading(
                agreement: agreement, workflow: report.workflow, why: why,
                refusals: {
                    report.standingRefusals(of: $0.act, in: $0.process, randomness: installation.randomness)
                },
                history: events.map { ToldEvent($0, kept.values, names) }, events: events, dossier: dossier,
                fileNames: kept.fileNames, names: names,
                sight: FileSight(of: agreement, for: visitor.person, holding: kept.roles), visitor: visitor,
                ownProcess: notice?.process, absent: report.facts.absent(on: zone.day(of: why.now)),
                zone: zone)
            var view = reading.view
            view.acts = try await permitted(view.acts, of: agreement, visitor)
            (view.canEdit, view.canAdd) = (
                reading.workflow.isDossierOpen(of: agreement)
                    && !kept.roles.isDisjoint(with: reading.workflow.dossierEditors), !kept.roles.isEmpty
            )
            view.hasUnseenNamesakes = view.canEdit && reading.why.namesakes.unseen > 0
            view.canCopy =
                visitor.notice == nil && !view.facts.isEmpty
                && !visitor.roles.isDisjoint(with: reading.workflow.proposers)
            return view
        }
    }

    private func permitted(
        _ acts: [FileView.Act], of agreement: Agreement, _ visitor: Visitor
    ) async throws -> [FileView.Act] {
        guard visitor.notice != nil else { return acts }
        var permitted: [FileView.Act] = []
        for act in acts where try await permits(act.name.process, of: agreement, visitor) {
            permitted.append(act)
        }
        return permitted
    }
}

extension Facts {
    /// Who is absent on a day, with the last day of it.
    fileprivate func absent(on day: Day) -> [Person.ID: Day] {
        Dictionary(absences.filter { $0.covers(day) }.map { ($0.person, $0.until) }, uniquingKeysWith: max)
    }
}

/// What the page of a file shows of what was read, in the measure of what its visitor may see; pure.
struct FileReading {
    let agreement: Agreement
    let workflow: Workflow
    let why: Why
    /// All that stands against an act.
    let refusals: (Why.ActAnswer) -> [LocalizedText]
    let history: [ToldEvent]
    /// What was told, without the names.
    let events: [Agreements.Event]
    let dossier: [String: JSON]
    let fileNames: [Document.ID: String]
    let names: [Person.ID: String]
    let sight: FileSight
    let visitor: Visitor
    /// The process that one who came by a link is asked in; nil for an account.
    let ownProcess: String?
    /// Who is absent today, with the last day of it.
    let absent: [Person.ID: Day]
    let zone: Zone

    var view: FileView {
        var view = FileView(
            name: agreement.reference ?? agreement.id.description, reference: agreement.reference,
            registerNumber: agreement.registerNumber, subject: dossier["acronym"]?.text, title: title,
            instrument: workflow.title, legal: agreement.legalStatus,
            state: why.state.filter { sight.sees(state: $0.id, in: "life") }.map {
                workflow.named($0.id, $0.title)
            },
            revision: agreement.revision, now: why.now,
            term: agreement.term.map { FileView.DayRange(first: $0.start, last: $0.end) })
        view.isBlocked = sight.seesBlock
        view.phases =
            LifePhases(agreement: agreement, workflow: workflow, history: events).phases
        view.waits = why.waits.filter { sight.sees(state: $0.state, in: $0.process) && isNear($0.process) }
            .map(
                wait)
        view.hasUnseenWaits = view.waits.isEmpty && !why.waits.isEmpty
        view.awaitsCall = why.waits.isEmpty && workflow.awaitsCall(agreement)
        view.clocks = clocks
        view.acts = why.acts.filter { sight.sees($0, of: workflow) }.map(act)
        view.facts = facts
        view.parties = parties
        let namesakes = visitor.notice == nil ? why.namesakes.seen : []
        view.namesakes = namesakes.map {
            FileView.Namesake(
                name: $0.reference ?? $0.agreement.description, reference: $0.reference, acronym: $0.acronym)
        }
        view.documents = documents
        let givers = events.documentGivers
        view.hasChanges =
            agreement.texts(of: "life").filter { sight.sees($0, givenBy: givers[$0.id]) }.count > 1
        view.people = people
        let barred = events.barredForSecurity
        view.history = history.reversed().compactMap { line($0, isBarred: barred.contains($0.event.seq)) }
        return view
    }

    private var title: LocalizedText? {
        guard sight.seesContents || sight.isAsked,
            let french = dossier["titleFr"]?.text ?? dossier["titleEn"]?.text
        else {
            return nil
        }
        return LocalizedText(fr: french, en: dossier["titleEn"]?.text ?? french)
    }

    // MARK: Whose turn it is

    /// Experts stay unnamed to whoever may not know them.
    private func wait(_ wait: Why.Wait) -> FileView.Wait {
        let role = String(wait.role.prefix { $0 != "(" })
        let isOwn = wait.holders.contains { $0.person == visitor.person }
        let known = wait.holders.filter { sight.sees(holdersOf: role) || $0.person == visitor.person }
        var view = FileView.Wait(
            task: titled(wait), role: RoleTitles.name(role),
            holders: known.map {
                FileView.Holder($0.name ?? $0.person.description, absentUntil: absent[$0.person])
            },
            since: wait.since, due: wait.due?.limit,
            isOverdue: wait.due.map { $0.limit < why.now } ?? false, isOwn: isOwn)
        view.hasUnnamed = known.count < wait.holders.count
        view.remarks = remarks(on: wait)
        return view
    }

    /// What is asked, and of which party, report or step where there are several.
    private func titled(_ wait: Why.Wait) -> LocalizedText {
        let owner = agreement.processes[wait.process]
        let title = ProcessTitle(agreement: agreement, workflow: workflow, zone: zone)
        guard let owner, owner.person == nil, let about = title.distinction(wait.process) else {
            return wait.task
        }
        return LocalizedText(fr: "\(wait.task.fr) – \(about.fr)", en: "\(wait.task.en) – \(about.en)")
    }

    /// The acts that gave a reason and asked for the step, or left it where it is, as asking for a change of the text does.
    private func remarks(on wait: Why.Wait) -> [FileView.Line] {
        let barred = events.barredForSecurity
        let own = history.reversed().filter { told in
            told.event.process == wait.process && told.event.at >= wait.since && told.reason != nil
                && (told.event.fromState == told.event.toState || told.event.enters(wait.state))
        }
        return own.compactMap { line($0, isBarred: barred.contains($0.event.seq)) }.filter {
            $0.reason != nil
        }
    }

    /// What will come; of the reminders the next only.
    private var clocks: [FileView.Clock] {
        let seen = why.timers.filter { sight.sees(state: $0.state, in: $0.process) && isNear($0.process) }
        let reminder = seen.first { TimerTexts.isReminder($0.name) }
        return seen.filter { !TimerTexts.isReminder($0.name) || $0 == reminder }.prefix(12)
            .map { FileView.Clock(due: $0.due, effect: effect(of: $0)) }
    }

    /// Of one of several parties or reports it says which.
    private func effect(of clock: Why.Clock) -> LocalizedText {
        let effect =
            TimerTexts.isReminder(clock.name)
            ? TimerTexts.reminder : clock.outcome ?? TimerTexts.named(clock.name)
        guard agreement.processes[clock.process]?.person == nil,
            let about = ProcessTitle(agreement: agreement, workflow: workflow, zone: zone)
                .distinction(clock.process)
        else { return effect }
        return LocalizedText(fr: "\(about.fr)\u{00A0}: \(effect.fr)", en: "\(about.en): \(effect.en)")
    }

    /// Whether a process concerns the visitor: to one who came by a link, the life and the step of that link do.
    private func isNear(_ process: String) -> Bool {
        ownProcess == nil || process == "life" || process == ownProcess
    }

    private func act(_ act: Why.ActAnswer) -> FileView.Act {
        let name = ActName(act.act, process: act.process)
        var view = FileView.Act(
            name: name, title: act.title?.printed ?? LocalizedText(fr: act.act, en: act.act),
            about: about(act.process), refusal: refusal(of: act)?.printed, principal: act.onBehalfOf?.name)
        view.done = DoneBefore(
            agreement: agreement, workflow: workflow, history: events, sight: sight, zone: zone
        ).text(of: name)
        view.takesPaper = act.refusal == nil && workflow.transitions(of: name, in: agreement).takePaper
        return view
    }

    /// All that is missing for an act of the visitor's, not only what was found first.
    private func refusal(of act: Why.ActAnswer) -> LocalizedText? {
        guard let refusal = act.refusal, act.code != "not_authorized" else { return act.refusal }
        let all = refusals(act)
        guard all.contains(refusal) else { return refusal }
        return LocalizedText(
            fr: all.map(\.fr).joined(separator: " "), en: all.map(\.en).joined(separator: " "))
    }

    /// What a process is about, where several of its kind may run: a party, a person, a lab.
    func about(_ path: String) -> LocalizedText? {
        ProcessTitle(agreement: agreement, workflow: workflow, zone: zone).text(path)
    }

    // MARK: What is in it

    private var facts: [FileView.Fact] {
        workflow.dossier.compactMap { field in
            guard let value = dossier[field.name], sight.sees(field: field.name) else { return nil }
            var fact = FileView.Fact(field.title, FieldTexts.value(value))
            fact.language = Self.languages.first { field.name.hasSuffix($0.suffix) }?.language
            return fact
        }
    }

    /// The ends of the names of fields that are asked for in one language.
    private static let languages: [(suffix: String, language: Language)] = [
        ("Fr", .french), ("En", .english),
    ]

    private var parties: [FileView.Party] {
        agreement.parties.map {
            FileView.Party(
                name: $0.name, country: WebDesk.country($0.country), remark: signed($0.id.description))
        }
            + agreement.formerParties.map {
                FileView.Party(
                    name: $0.name, country: WebDesk.country($0.country),
                    remark: LocalizedText(fr: "ancienne partie", en: "former party"))
            }
    }

    /// On what day a party signed the text in force or to be signed.
    private func signed(_ party: String) -> LocalizedText? {
        let own = agreement.signatures(on: "life").last { $0.party == party && !$0.void }
        guard let own, sight.sees(.texts) else { return nil }
        let (fr, en) = (
            CivilTexts(language: .french, zone: zone), CivilTexts(language: .english, zone: zone)
        )
        return LocalizedText(fr: "a signé le \(fr.date(own.dated))", en: "signed on \(en.date(own.dated))")
    }

    private var documents: [FileView.Document] {
        let givers = events.documentGivers
        return agreement.documents.reversed().filter { sight.sees($0, givenBy: givers[$0.id]) }.map {
            WebDesk.line($0, sight.name(of: $0, givenBy: givers[$0.id], called: fileNames[$0.id]))
        }
    }

    private var people: [FileView.Fact] {
        agreement.assignments.filter { sight.sees(holdersOf: $0.role) }.map {
            let name = names[$0.person] ?? "–"
            return FileView.Fact(RoleTitles.name($0.role), LocalizedText(fr: name, en: name))
        }
    }

    // MARK: What happened

    /// Acts that tell of what the visitor may not see are left out.
    private func line(_ told: ToldEvent, isBarred: Bool) -> FileView.Line? {
        let event = told.event
        guard !EventTexts.isReminder(event), isNear(event.process) else { return nil }
        let entered = event.toState.filter { !event.fromState.contains($0) }
        let seen = entered.filter { sight.sees(state: $0, in: event.process) }
        guard entered.isEmpty || !seen.isEmpty,
            let part = sight.part(of: event, whileBarred: isBarred)
        else { return nil }
        let mayRead = ownProcess == nil || event.authority.actor == visitor.person.description
        var line = FileView.Line(
            at: event.at,
            what: naming(
                event,
                EventTexts.what(
                    event, entering: seen, isNamed: sight.sees(event: event.type), in: workflow, agreement)),
            who: part.showsActor ? who(told) : nil,
            reason: part.showsReason && mayRead ? told.reason : nil,
            values: EventTexts.values(
                told, names, in: workflow, hiding: part.hiddenFields, withTexts: part.showsTexts && mayRead))
        line.seq = event.seq
        line.isOpinion = event.authority.role.map(Self.advisers.contains) ?? false
        return line
    }

    /// With the documents that an event added, as far as they may be seen.
    private func naming(_ event: Agreements.Event, _ what: LocalizedText) -> LocalizedText {
        let givers = [event].documentGivers
        let added = agreement.documents.filter {
            givers[$0.id] != nil && sight.sees($0, givenBy: givers[$0.id])
        }
        guard event.type == "document_added", !added.isEmpty else { return what }
        func names(_ language: Language) -> String {
            added.map { "\(FieldTexts.documentKind($0.kind)[language]) v\($0.version)" }.joined(
                separator: ", ")
        }
        return LocalizedText(
            fr: "\(what.fr)\u{00A0}: \(names(.french))", en: "\(what.en): \(names(.english))")
    }

    /// Those who are heard before a decision.
    private static let advisers: Set = [
        "EXP", "ITMO", "CSEL", "FSD", "PART", "DAJ", "DAF", "DR", "DU", "COGES", "COPIL",
    ]

    private func who(_ told: ToldEvent) -> LocalizedText? {
        guard !told.event.authority.actor.hasPrefix("system:") else { return nil }
        let role = told.event.authority.role.map { RoleTitles.name($0) }
        let name = told.recorded ?? told.actor
        let named = [name, told.onBehalfOf.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        return LocalizedText(
            fr: [named, role?.fr].compactMap(\.self).joined(separator: ", "),
            en: [named, role?.en].compactMap(\.self).joined(separator: ", "))
    }
}

extension FileSight {
    /// Whether an act may be named: whoever has the right to it knows of it anyway.
    func sees(_ act: Why.ActAnswer, of workflow: Workflow) -> Bool {
        sees(act: act.act, in: act.process, of: workflow, isTheirs: act.code != "not_authorized")
    }
}
