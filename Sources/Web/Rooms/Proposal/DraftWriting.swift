import Agreements
import Engine

/// What one window wrote into a step of a proposal, beside what the draft holds by now.
struct DraftWriting {
    private let typed: [FormField]
    private let held: [FormField]
    private let shown: ShownFields
    private let sent: FormValues

    init(_ form: Fields, in step: ProposalSteps.Step, of steps: ProposalSteps) {
        sent = Dictionary(
            steps.names(step).map { ($0, form.all(FormView.prefix + $0)) }, uniquingKeysWith: { $1 })
        typed = steps.fields(step, holding: sent)
        held = steps.fields(step, holding: steps.form.values)
        shown = ShownFields(of: form)
    }

    /// The fields in which something else was typed than the window showed, with that.
    var changes: FormValues {
        let changed = Set(typed.filter(shown.differs).map(\.name))
        return sent.filter { changed.contains($0.key) }
    }

    /// The fields that another window changed meanwhile to something else than what was typed here, as they are now.
    var conflicts: [FormField] {
        zip(typed, held).filter { typed, held in
            shown.knows(held) && shown.differs(held) && shown.differs(typed)
                && !ShownFields.areSame(typed, held)
        }.map(\.1)
    }

    /// What the window shows from now on, a mark in each line.
    var marks: [String] {
        ShownFields(typed).inputs.map { "\($0["name"] ?? "") \($0["value"] ?? "")" }
    }
}
