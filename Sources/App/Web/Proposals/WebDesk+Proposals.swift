package import Agreements
package import Engine
import FoundationEssentials
import Notices
import Storage
package import Web

extension WebDesk: ProposalDesk {
    var drafts: any DraftStore { PostgresDraftStore(installation.databases.app) }

    private static let formPrefix = "propose/"

    private func formName(_ draft: String) -> String { Self.formPrefix + draft.prefix(150) }

    /// The instruments that the visitor's roles let them propose.
    package func instruments(_ visitor: Visitor) async throws -> [ProposalInstrument] {
        try await answering {
            let now = try await installation.store.now()
            let calls = try await installation.catalogue.calls().filter { now <= $0.closesAt }
            var found: [ProposalInstrument] = []
            for workflow in try await installation.newestWorkflows()
            where !visitor.roles.isDisjoint(with: workflow.proposers) {
                let own = calls.filter { $0.instruments.contains(workflow.instrument) }.map {
                    ProposalCall(
                        year: $0.year, opensAt: $0.opensAt, closesAt: $0.closesAt, isOpen: $0.isOpen(at: now))
                }
                found.append(
                    ProposalInstrument(
                        workflow: workflow.id, title: workflow.title,
                        calls: workflow.entry == .call ? own : nil))
            }
            return found
        }
    }

    /// The proposals that the visitor began and did not send, the last saved first.
    package func drafts(_ visitor: Visitor) async throws -> [ProposalDraft] {
        try await answering {
            let titles = Dictionary(
                try await installation.newestWorkflows().map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
            return try await drafts.forms(Self.formPrefix, of: visitor.person).compactMap { form in
                let id = String(form.name.dropFirst(Self.formPrefix.count))
                guard let title = titles[Self.workflow(of: id)] else { return nil }
                let subject = ["dossier.acronym", "dossier.titleFr", "dossier.titleEn"].lazy
                    .compactMap { form.values[$0]?.first?.trimmedOfBlanks }.first { !$0.isEmpty }
                return ProposalDraft(id: id, instrument: title, subject: subject, savedAt: form.savedAt)
            }
        }
    }

    /// A draft is called `WORKFLOW.UUID`.
    private static func workflow(of draft: String) -> String {
        String(draft.prefix { $0 != "." })
    }

    /// Begins a proposal, with what `file` holds where one is named: the id of its draft.
    package func begin(_ name: String, from file: String?, _ visitor: Visitor) async throws -> String {
        try await answering {
            let workflow = try await installation.engine.workflow(name, nil)
            guard !visitor.roles.isDisjoint(with: workflow.proposers) else { throw Refusal.notYours }
            let draft = "\(workflow.id).\(installation.randomness.uuid().uuidString.lowercased())"
            let home = try await installation.catalogue.organisations(matching: nil, limit: 1).filter(\.home)
            var values: FormValues = [ProposalForm.parties: home.map(\.id)]
            let person = try await installation.catalogue.person(named: visitor.person.description)?.person
            if let unit = person?.unit { values[ProposalFields.unit] = [unit] }
            let calls = try await openCalls(of: workflow)
            if calls.count == 1, let call = calls.first {
                values[ProposalFields.call] = [call.id.description]
            }
            if let file { values.merge(try await held(by: file, visitor)) { $1 } }
            guard try await drafts.save(values, as: formName(draft), of: visitor.person) else {
                throw Refusal.tooManyDrafts
            }
            return draft
        }
    }

    /// What people call the file that a proposal may take things over from; nil where the visitor may not see it.
    package func name(ofFile file: String, _ visitor: Visitor) async throws -> LocalizedText? {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else { return nil }
            return try await name(of: agreement.id, called: agreement.reference, visitor)
        }
    }

    /// What a proposal takes over from a file.
    private func held(by file: String, _ visitor: Visitor) async throws -> FormValues {
        guard let agreement = try await agreement(file, visitor) else {
            throw Refusal.noSuchFile
        }
        let sight = try await sight(of: agreement, visitor)
        guard sight.sees(.dossier) else { throw Refusal.noSuchFile }
        var values: FormValues = [ProposalForm.parties: agreement.parties.map(\.id)]
        if let unit = agreement.unit { values[ProposalFields.unit] = [unit] }
        if let itmo = agreement.itmo { values[ProposalFields.itmo] = [itmo] }
        // As long as the file runs no other may be called so.
        let taken = agreement.isLive ? [DossierSense.acronym] : []
        for (name, value) in try await desk(visitor).dossier(of: agreement)
        where sight.sees(field: name) && !taken.contains(name) {
            values[DossierFields.prefix + name] = [DossierFields.typed(value)]
        }
        let workflow = try await desk(visitor).workflow(of: agreement)
        if let reference = agreement.reference, agreement.legalStatus != .none,
            workflow.dossier.contains(where: { $0.name == DossierSense.earlier })
        {
            values[DossierFields.prefix + DossierSense.earlier] = [reference]
        }
        if let colead = agreement.assignments.first(where: { $0.role == "PI_EXT" }),
            let name = try await desk(visitor).names()[colead.person]
        {
            values[ProposalFields.role(colead.role)] = [name]
        }
        return values
    }

    private func openCalls(of workflow: Workflow) async throws -> [Call] {
        guard workflow.entry == .call else { return [] }
        let now = try await installation.store.now()
        return try await installation.catalogue.calls().filter {
            $0.isOpen(at: now) && $0.instruments.contains(workflow.instrument)
        }
    }

    /// A proposal that was begun, with the form that its definition asks for; nil where there is none.
    package func proposal(_ draft: String, _ visitor: Visitor) async throws -> ProposalForm? {
        try await answering {
            guard let saved = try await drafts.form(formName(draft), of: visitor.person) else { return nil }
            let workflow = try await installation.engine.workflow(Self.workflow(of: draft), nil)
            let reading = try await reader(workflow, saved.values, visitor).read()
            let today = zone.day(of: try await installation.store.now())
            let fields = ProposalFields(
                workflow: workflow, calls: try await openCalls(of: workflow),
                institutes: try await installation.reference.rows(of: .itmo, on: today), said: said)
            var form = ProposalForm(
                id: draft, instrument: workflow.title, who: fields.fields,
                sections: DossierFields(fields: workflow.dossier, workflow: workflow).sections(),
                values: saved.values,
                savedAt: saved.savedAt, problems: reading.problems, said: reading.said)
            let parties = try await organisations(nil, keeping: reading.proposal.parties, visitor).filter {
                reading.proposal.parties.contains($0.id)
            }
            if let acronym = reading.proposal.dossier["acronym"]?.text {
                let found = try await catalogue(visitor).namesakes(of: acronym)
                form.namesakes = found.seen.map {
                    FileView.Namesake(
                        name: $0.reference ?? $0.id.description, reference: $0.reference, acronym: $0.acronym)
                }
                form.hasUnseenNamesakes = found.count > found.seen.count
            }
            form.labs = LabFields(workflow: workflow, values: saved.values, parties: parties).fields
            return form
        }
    }

    private func reader(_ workflow: Workflow, _ values: FormValues, _ visitor: Visitor) -> ProposalReader {
        ProposalReader(desk: self, workflow: workflow, visitor: visitor, values: values)
    }

    /// Keeps what was typed in some of the fields of `names`, where those hold what was seen in them.
    package func save(
        _ values: FormValues, over seen: FormValues?, of names: [String], in draft: String, _ visitor: Visitor
    ) async throws -> [String: LocalizedText] {
        try await answering {
            let typed = values.filter { names.contains($0.key) }.mapValues { Array($0.prefix(100)) }
            let merged = try await merge(typed, over: seen, into: draft, visitor)
            let workflow = try await installation.engine.workflow(Self.workflow(of: draft), nil)
            let problems = try await reader(workflow, merged, visitor).read().problems
            return problems.filter { names.contains($0.key) }
        }
    }

    /// What a draft holds with `typed` in it; tried again where another window saved something else meanwhile.
    private func merge(
        _ typed: FormValues, over seen: FormValues?, into draft: String, _ visitor: Visitor
    ) async throws -> FormValues {
        for _ in 0..<Self.mergesMax {
            guard let saved = try await drafts.form(formName(draft), of: visitor.person)?.values else {
                throw Refusal.noSuchDraft
            }
            if let seen, typed.keys.contains(where: { saved[$0] ?? [] != seen[$0] ?? [] }) {
                throw Refusal.staleDraft
            }
            let merged = saved.merging(typed) { $1 }
            if try await drafts.replace(saved, by: merged, as: formName(draft), of: visitor.person) {
                return merged
            }
        }
        throw Refusal.staleDraft
    }

    private static let mergesMax = 5

    /// What became of a draft that is there no more.
    package func lost(_ draft: String, _ visitor: Visitor) async throws -> LostDraft? {
        try await answering {
            let name = Self.workflow(of: draft)
            guard UUID(uuidString: String(draft.dropFirst(name.count + 1))) != nil,
                let workflow = try await installation.newestWorkflows().first(where: { $0.id == name }),
                !visitor.roles.isDisjoint(with: workflow.proposers)
            else { return nil }
            let opened = try await catalogue(visitor).agreement(file(of: draft, visitor))
            return LostDraft(workflow: name, file: opened.map { $0.reference ?? $0.id.description })
        }
    }

    private func requestID(of draft: String) -> String { "page/\(formName(draft))" }

    /// The file that a draft becomes.
    private func file(of draft: String, _ visitor: Visitor) -> Agreement.ID {
        Agreement.ID(.derived(from: "agreement\n\(visitor.person)\n\(requestID(of: draft))"))
    }

    /// Forgets a draft.
    package func discard(_ draft: String, _ visitor: Visitor) async throws {
        try await answering { try await drafts.discard(formName(draft), of: visitor.person) }
    }

    /// The organisations that a text finds by name, id or country; those of `kept` come first in any case.
    package func organisations(
        _ text: String?, keeping kept: [String], _ visitor: Visitor
    ) async throws -> [ProposalParty] {
        try await answering {
            let text = text.map(\.trimmedOfBlanks).flatMap { $0.isEmpty ? nil : $0 }
            let rows = try await catalogue(visitor).organisations(
                matching: text, countries: text.map(Self.countries) ?? [], keeping: kept)
            return rows.map { ProposalParty(id: $0.id, name: $0.name, country: Self.country($0.country)) }
        }
    }

    /// The codes of the countries whose name holds a text of three letters or more.
    private static func countries(_ text: String) -> [String] {
        guard text.count >= 3 else { return [] }
        let text = text.lowercased()
        return CountryName.all.filter {
            $0.fr.lowercased().contains(text) || $0.en.lowercased().contains(text)
        }.map(\.iso2)
    }

    /// Opens the file of a draft: its name in addresses; nil where there is no draft and no file of it.
    package func propose(_ draft: String, _ visitor: Visitor) async throws -> String? {
        try await answering {
            let id = file(of: draft, visitor)
            let saved = try await drafts.form(formName(draft), of: visitor.person)
            // A second click, or a draft that outlived its file.
            if let known = try await catalogue(visitor).agreement(id) {
                if saved != nil { try await drafts.discard(formName(draft), of: visitor.person) }
                return known.reference ?? known.id.description
            }
            guard let saved else { return nil }
            let workflow = try await installation.engine.workflow(Self.workflow(of: draft), nil)
            let reading = try await reader(workflow, saved.values, visitor).read()
            guard reading.problems.isEmpty else { throw FormProblem(reading.problems) }
            _ = try await installation.engine.submit(
                Command(
                    requestID: requestID(of: draft), agreement: id, actor: .person(visitor.person),
                    channel: .page, body: .propose(reading.proposal)))
            try await drafts.discard(formName(draft), of: visitor.person)
            return id.description
        }
    }
}

extension Refusal {
    fileprivate static let notYours = Refusal.desk(
        "not_authorized", fr: "Vos rôles ne permettent pas de proposer ce dispositif.",
        en: "Your roles do not let you propose this instrument.")

    fileprivate static let tooManyDrafts = Refusal.desk(
        "too_many_drafts",
        fr: "Vous avez déjà \(SavedForm.countMax) brouillons : supprimez ceux qui ne servent plus.",
        en: "You have \(SavedForm.countMax) drafts already: discard those that serve no more.")

    static let noSuchFile = Refusal.desk(
        "no_such_agreement", fr: "Ce dossier n’existe pas, ou vous ne pouvez pas le voir.",
        en: "This file does not exist, or you may not see it.")

    fileprivate static let staleDraft = Refusal.desk(
        "stale_revision", fr: "Ce brouillon a été modifié dans une autre fenêtre.",
        en: "This draft was changed in another window.")

    fileprivate static let noSuchDraft = Refusal.desk(
        "no_such_draft", fr: "Ce brouillon n’existe plus.", en: "This draft is there no more.")
}
