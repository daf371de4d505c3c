import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// One step of a new proposal.
    func proposalPage() async throws -> Response {
        let (steps, step) = try await proposalStep()
        return try await proposalPage(steps, step, ProposalAnswer())
    }

    /// Keeps what a step was sent and leads on; the last one opens the file.
    func saveProposal() async throws -> Response {
        let draft = try capture("draft")
        if try capture("step") == ProposalSteps.Step.check.name { return try await openFile(draft) }
        guard let (steps, step) = try await proposalStepIfAny() else { return try await lostDraftPage(draft) }
        let names = steps.names(step)
        try FormView.checkRepeats(form, of: steps.fields(step))
        let writing = DraftWriting(form, in: step, of: steps)
        guard writing.conflicts.isEmpty else { return try await staleDraft() }
        let problems: [String: LocalizedText]
        do {
            problems = try await ports.proposals.save(
                writing.changes, over: steps.form.values, of: names, in: draft, try known())
        } catch let refusal as Refusal where refusal.code == "stale_revision" {
            return try await staleDraft()
        } catch let refusal as Refusal where refusal.code == "no_such_draft" {
            return try await lostDraftPage(draft)
        }
        let go = form["go"] ?? "next"
        if go == "keep" { return try await kept(writing) }
        if let damaged = form.damages.first(where: { names.contains($0.key) }) {
            let (steps, step) = try await proposalStep()
            var answer = ProposalAnswer(showsAll: true)
            answer.field = (damaged.key, damaged.value)
            return try await proposalPage(steps, step, answer, status: .unprocessableContent)
        }
        guard go != "next" || problems.isEmpty else {
            let (steps, step) = try await proposalStep()
            return try await proposalPage(
                steps, step, ProposalAnswer(showsAll: true), status: .unprocessableContent)
        }
        return redirect(to: path(of: draft, after: go, steps, step))
    }

    /// What the page says of a form that its script kept, and what it shows from now on.
    private func kept(_ writing: DraftWriting) async throws -> Response {
        let saved = try await proposalStep().0.form.savedAt
        let said = "\(text("proposal.kept")) \(times.time(saved))"
        return Response.text(
            ([said] + writing.marks).joined(separator: "\n"), type: "text/plain; charset=utf-8")
    }

    /// The step again, on what the draft holds now: what was typed stands in it, beside what another window wrote.
    ///
    /// A script that keeps the form is told to stop.
    private func staleDraft() async throws -> Response {
        let (steps, step) = try await proposalStep()
        guard form["go"] != "keep" else {
            return Response.text(
                text("proposal.stopped"), type: "text/plain; charset=utf-8", status: .conflict)
        }
        let writing = DraftWriting(form, in: step, of: steps)
        var answer = ProposalAnswer()
        answer.message = text("proposal.stale")
        answer.held = steps.form.values
        answer.since = writing.conflicts.map { field in
            let said = steps.form.said[field.name]?[language] ?? field.value ?? ""
            let words = said.isBlank ? text("proposal.empty") : said.replacing("\n", with: ", ")
            return "\(field.label[language])\(Typography.colon(language))\(words)"
        }
        var own = steps.form
        own.values.merge(writing.changes) { $1 }
        // What is wrong with what another window wrote is not wrong with what stands here.
        own.problems = own.problems.filter { writing.changes[$0.key] == nil }
        return try await proposalPage(ProposalSteps(form: own), step, answer, status: .conflict)
    }

    private func path(
        of draft: String, after go: String, _ steps: ProposalSteps, _ step: ProposalSteps.Step
    ) -> String {
        let base = "/files/new/\(PercentCoding.encoded(draft))/"
        switch go {
        case "leave": return "/files/new?saved=1"
        case "search": return "\(base)\(step.name)?q=\(PercentCoding.encoded(form["q"] ?? ""))"
        case "more": return base + step.name
        case "back": return base + (steps.before(step) ?? step).name
        default: return base + steps.after(step).name
        }
    }

    private func openFile(_ draft: String) async throws -> Response {
        do {
            guard let file = try await ports.proposals.propose(draft, try known()) else {
                return try await lostDraftPage(draft)
            }
            return redirect(to: "/files/\(PercentCoding.encoded(file))?done=1")
        } catch let refusal as Refusal {
            let (steps, step) = try await proposalStep()
            return try await proposalPage(
                steps, step, ProposalAnswer(refusal, language), status: .unprocessableContent)
        } catch is FormProblem {
            // What is wrong stands in the draft, and on its page.
            let (steps, step) = try await proposalStep()
            return try await proposalPage(steps, step, ProposalAnswer(), status: .unprocessableContent)
        }
    }

    private func proposalStep() async throws -> (ProposalSteps, ProposalSteps.Step) {
        guard let step = try await proposalStepIfAny() else { throw Problem(.notFound) }
        return step
    }

    /// Nil where there is no such draft.
    private func proposalStepIfAny() async throws -> (ProposalSteps, ProposalSteps.Step)? {
        guard let form = try await ports.proposals.proposal(try capture("draft"), try known()) else {
            return nil
        }
        let steps = ProposalSteps(form: form)
        guard let step = steps.step(try capture("step")) else { throw Problem(.notFound) }
        return (steps, step)
    }

    private func proposalPage(
        _ steps: ProposalSteps, _ step: ProposalSteps.Step, _ answer: ProposalAnswer,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = ProposalPage(steps: steps, step: step, answer: answer, language: language)
        var values = view.values
        values["saved"] = times.dateAndTime(steps.form.savedAt)
        if step != .check { values["script"] = Script.path }
        if step == .parties { values.merge(try await partyValues(steps)) { $1 } }
        return try page(view.template, values, title: view.title, status: status)
    }

    private func partyValues(_ steps: ProposalSteps) async throws -> [String: Any] {
        let chosen = steps.form.values[ProposalForm.parties] ?? []
        let search = query["q"].map { String($0.prefix(80)) }
        let found = try await ports.proposals.organisations(search, keeping: chosen, try known())
        let rows = found.enumerated().map { index, party -> [String: Any] in
            [
                "id": "party-\(index)", "value": party.id, "name": party.name,
                "country": party.country[language],
                "isChosen": chosen.contains(party.id),
            ]
        }
        let others = rows.filter { $0["isChosen"] as? Bool == false }
        return [
            "chosen": rows.filter { $0["isChosen"] as? Bool == true }, "others": others,
            "contact": ports.institution.contact, "hasOthers": !others.isEmpty, "search": search ?? "",
            "isSearched": search != nil,
        ]
    }
}

/// What a step that comes back says besides its fields.
struct ProposalAnswer {
    var message: String?
    /// Whether what is wrong is shown of fields that were just offered, too.
    var showsAll = false
    /// What a rule said of one field.
    var field: (name: String, problem: LocalizedText)?
    /// What the draft holds, where the page shows what was typed in its place.
    var held: FormValues?
    /// What another window wrote meanwhile, by field.
    var since: [String] = []

    init(showsAll: Bool = false) { self.showsAll = showsAll }

    init(_ refusal: Refusal, _ language: Language) {
        field = refusal.field.map { ($0.name, $0.problem) }
        if field == nil { message = refusal.text[language] }
    }
}
