import Agreements
import Engine

/// The steps of a new proposal: the parties, who and when, the dossier a few fields at a time, and the last look.
struct ProposalSteps {
    let form: ProposalForm

    /// One step.
    enum Step: Hashable {
        case parties, who, labs
        case dossier(Int)
        case check

        /// As it stands in an address.
        var name: String {
            switch self {
            case .parties: "parties"
            case .who: "who"
            case .labs: "labs"
            case .dossier(let index): "dossier-\(index + 1)"
            case .check: "check"
            }
        }
    }

    var all: [Step] {
        [.parties, .who] + (form.labs.isEmpty ? [] : [.labs]) + form.sections.indices.map { .dossier($0) }
            + [.check]
    }

    func step(_ name: String) -> Step? { all.first { $0.name == name } }

    func after(_ step: Step) -> Step {
        guard let index = all.firstIndex(of: step), index + 1 < all.count else { return .check }
        return all[index + 1]
    }

    func before(_ step: Step) -> Step? {
        guard let index = all.firstIndex(of: step), index > 0 else { return nil }
        return all[index - 1]
    }

    func title(_ step: Step, in language: Language) -> String {
        let text =
            switch step {
            case .parties: "proposal.parties"
            case .who: "proposal.who"
            case .labs: "proposal.labs"
            case .dossier: "proposal.dossier"
            case .check: "proposal.check"
            }
        let title = Catalogue.text(text)[language]
        guard case .dossier(let index) = step, form.sections.count > 1 else { return title }
        if let section = form.sections[index].first?.section { return section[language] }
        return "\(title) \(index + 1)/\(form.sections.count)"
    }

    func fields(_ step: Step) -> [FormField] {
        switch step {
        case .parties, .check: []
        case .who: form.who
        case .labs: form.labs
        case .dossier(let index): form.sections[index]
        }
    }

    /// The names of the fields that a step holds.
    func names(_ step: Step) -> [String] {
        step == .parties ? [ProposalForm.parties] : fields(step).map(\.name)
    }

    /// The fields of a step, the parties as one, with what `values` holds in them.
    func fields(_ step: Step, holding values: FormValues) -> [FormField] {
        let own = step == .parties ? [Self.parties] : fields(step)
        return own.map { field in
            var field = field
            let texts = (values[field.name] ?? []).filter { !$0.isEmpty }
            // Boxes are several values, in whatever order they stand on the page.
            field.value = step == .parties ? texts.sorted().joined(separator: ",") : texts.first
            return field
        }
    }

    private static let parties = FormField(
        name: ProposalForm.parties, label: Catalogue.text("proposal.parties"), kind: .choices([]),
        isRequired: true)

    func problems(_ step: Step) -> [String: LocalizedText] {
        let names = Set(names(step))
        return form.problems.filter { names.contains($0.key) }
    }

    /// The fields of a step that the rules need and that are empty.
    func missing(_ step: Step) -> [FormField] { fields(step).filter { $0.isRequired && !isFilled($0.name) } }

    func isFilled(_ name: String) -> Bool {
        form.values[name]?.contains { !$0.isBlank } ?? false
    }

    /// How far a step is, as a key of the catalogue; nil for the last look.
    func progress(_ step: Step) -> String? {
        guard step != .check else { return nil }
        let problems = problems(step)
        // What was not filled in yet is not wrong.
        guard !problems.keys.contains(where: { $0 != ProposalForm.parties && isFilled($0) }) else {
            return "proposal.wrong"
        }
        return problems.isEmpty && missing(step).isEmpty ? "proposal.complete" : "proposal.incomplete"
    }

    /// What was typed, as a form that comes back holds it.
    var typed: Fields {
        Fields(
            form.values.sorted { $0.key < $1.key }.flatMap { name, values in
                values.map { (FormView.prefix + name, $0) }
            })
    }
}
