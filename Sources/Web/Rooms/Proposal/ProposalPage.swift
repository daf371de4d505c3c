import Agreements
import Engine

/// The values of one step's page, in one language.
struct ProposalPage {
    let steps: ProposalSteps
    let step: ProposalSteps.Step
    let answer: ProposalAnswer
    let language: Language

    var template: String {
        switch step {
        case .parties: "proposalParties"
        case .who, .labs, .dossier: "proposalFields"
        case .check: "proposalCheck"
        }
    }

    var title: String { "\(steps.title(step, in: language)) – \(steps.form.instrument[language])" }

    var values: [String: Any] {
        let problems = shownProblems
        let fields = FormView(
            steps.fields(step), typed: steps.typed, problems: problems, in: language)
        var values: [String: Any] = [
            "instrument": steps.form.instrument[language], "title": steps.title(step, in: language),
            "steps": steps.all.map(line), "base": base, "action": "\(base)/\(step.name)",
            "fields": fields.values, "isLabs": step == .labs, "hasPrevious": steps.before(step) != nil,
            "problems": fields.summary + partyProblems(problems),
            "hasProblems": !problems.isEmpty || answer.message != nil,
        ]
        values["shown"] =
            ShownFields(steps.fields(step, holding: answer.held ?? steps.form.values)).inputs
        (values["since"], values["hasSince"]) = (answer.since, !answer.since.isEmpty)
        if let subject = steps.form.said["dossier.acronym"] { values["subject"] = subject[language] }
        if let message = answer.message { values["message"] = message }
        if let problem = problems[ProposalForm.parties] { values["problem"] = problem[language] }
        guard step == .check else { return values }
        return values.merging(check) { $1 }
    }

    private var base: String { "/files/new/\(PercentCoding.encoded(steps.form.id))" }

    /// Nobody is told off for what they were not asked yet.
    private var shownProblems: [String: LocalizedText] {
        let problems = steps.problems(step)
        guard !answer.showsAll else { return problems }
        return step == .parties ? [:] : problems.filter { steps.isFilled($0.key) }
    }

    private func partyProblems(_ problems: [String: LocalizedText]) -> [[String: Any]] {
        problems[ProposalForm.parties].map {
            [["id": "parties", "label": text("proposal.parties"), "problem": $0[language]]]
        } ?? []
    }

    private func line(_ step: ProposalSteps.Step) -> [String: Any] {
        var values: [String: Any] = [
            "path": "\(base)/\(step.name)", "title": steps.title(step, in: language),
            "isHere": step == self.step,
            "place": step == self.step
                ? "here" : steps.progress(step) == "proposal.complete" ? "passed" : "ahead",
        ]
        if let progress = steps.progress(step) { values["progress"] = text(progress) }
        return values
    }

    // MARK: The last look

    private var check: [String: Any] {
        let parts = steps.all.filter { $0 != .check }
        let wrong = parts.flatMap { part in problems(in: part) } + refused(in: parts)
        let missing = parts.flatMap { part in
            steps.missing(part).map { field in
                ["path": path(of: field.name, in: part), "label": field.label[language]]
            }
        }
        return [
            "parts": parts.map(part), "wrong": wrong, "hasWrong": !wrong.isEmpty, "missing": missing,
            "hasMissing": !missing.isEmpty, "isPossible": wrong.isEmpty,
            "namesakes": steps.form.namesakes.map {
                FilePage.values(of: $0, in: language)
            },
            "hasNamesakes": !steps.form.namesakes.isEmpty || steps.form.hasUnseenNamesakes,
            "hasUnseenNamesakes": steps.form.hasUnseenNamesakes,
        ]
    }

    /// What a rule said of one field, with a link to it where the form has it.
    private func refused(in parts: [ProposalSteps.Step]) -> [[String: Any]] {
        guard let (name, problem) = answer.field else { return [] }
        let known = [name, "who.\(name)", "who.role.\(name)", "dossier.\(name)"]
        for part in parts {
            guard let found = steps.names(part).first(where: known.contains) else { continue }
            return [
                [
                    "path": path(of: found, in: part), "label": label(found, in: part),
                    "problem": problem[language],
                ]
            ]
        }
        return [["path": "#check", "label": name, "problem": problem[language]]]
    }

    private func problems(in part: ProposalSteps.Step) -> [[String: Any]] {
        let problems = steps.problems(part)
        return steps.names(part).compactMap { name in
            problems[name].map {
                [
                    "path": path(of: name, in: part), "label": label(name, in: part),
                    "problem": $0[language],
                ]
            }
        }
    }

    private func part(_ part: ProposalSteps.Step) -> [String: Any] {
        [
            "title": steps.title(part, in: language), "path": "\(base)/\(part.name)",
            "id": "part-\(part.name)",
            "lines": steps.names(part).map { name -> [String: Any] in
                var line: [String: Any] = ["label": label(name, in: part)]
                if let said = steps.form.said[name] { line["value"] = said[language] }
                return line
            },
        ]
    }

    private func label(_ name: String, in part: ProposalSteps.Step) -> String {
        steps.fields(part).first { $0.name == name }?.label[language] ?? text("proposal.parties")
    }

    private func path(of name: String, in part: ProposalSteps.Step) -> String {
        "\(base)/\(part.name)#\(part == .parties ? "parties" : FormView.id(name))"
    }

    private func text(_ key: String) -> String { Catalogue.text(key)[language] }
}
