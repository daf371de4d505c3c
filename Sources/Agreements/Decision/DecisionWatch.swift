/// Looks on while rules decide: which transitions are taken, and how each clause of a guard comes out.
///
/// It changes nothing; coverage is measured with it. The closures are called on the thread that decides.
package struct DecisionWatch: Sendable {
    /// A chart took a transition in a step that is to be recorded: its process definition and its label.
    package var taken: @Sendable (_ workflow: String, _ process: String, _ label: String) -> Void
    /// A clause of a guard was evaluated: its place in the file, and whether it held.
    package var clause: @Sendable (_ workflow: String, _ place: String, _ holds: Bool) -> Void

    package init(
        taken: @escaping @Sendable (String, String, String) -> Void,
        clause: @escaping @Sendable (String, String, Bool) -> Void
    ) {
        self.taken = taken
        self.clause = clause
    }

    /// The watch of one workflow's clauses.
    func clauses(of workflow: String) -> @Sendable (String, Bool) -> Void {
        let clause = clause
        return { place, holds in clause(workflow, place, holds) }
    }
}

/// A transition of a process definition that a chart took.
struct TakenTransition {
    var process: String
    var label: String
}
