/// Where a session stands, and how it moves: all of appendix D that no expression has a say in.
///
/// It is not generic, so its code is compiled once, and well, whatever the data model and the module that
/// runs it; where a condition, content or data is due, it stops and hands its session the place. Its lists
/// are cleared and used again, so that a move makes no new ones.
/// Source: SCXML 1.0, appendix D.
@usableFromInline
struct Position: Sendable {
    let plan: ChartPlan
    /// The active states.
    var configuration = StateSet()
    var history: ChartShape.History = [:]
    /// States entered in this macrostep whose children have not been started yet.
    var toInvoke = StateSet()
    /// The top-level final state that was entered.
    var finalState: Int?
    @usableFromInline var journal: Journal
    /// The internal events that wait.
    var signals = SignalQueue()
    /// The state whose done event is being served or was the last one; ``ChartShape/none``: none.
    @usableFromInline var doneState = ChartShape.none
    /// Whether the session runs, with nothing queued, no child and nothing left of the last macrostep: then
    /// an event can be served here at once.
    @usableFromInline var isClear = false
    /// How many rounds a macrostep may have.
    var microstepsMax = 0
    /// How many rounds of microsteps the macrostep has gone through since its external event.
    var rounds = 0
    /// The external event that the session itself has to serve: its row and what the journal calls it.
    var waiting: (row: Int, origin: Journal.Origin)?
    /// The transitions to take together, in the order in which their content runs.
    var enabled: [Int] = []
    /// Of each of these, the domain.
    var domains: [Int] = []
    /// The states to leave, in document order.
    var leaving: [Int] = []
    /// The states to enter, in document order.
    var entering: [Move.Entry] = []
    /// How many of the states to enter have been entered.
    var enteredCount = 0
    /// The state whose content of exit runs: it is active until that is done.
    var departing = ChartShape.none
    var cursor = SelectionCursor()
    var entrySet: EntrySet

    init(_ plan: ChartPlan) {
        self.plan = plan
        journal = Journal(plan)
        entrySet = EntrySet(plan.shape)
    }

    /// Adds a transition, once.
    ///
    /// Its domain is that of now, before histories record what is left: with what they record then, a
    /// transition to a history of its own ancestor could find a domain that has been left already.
    mutating func enable(_ transition: Int) {
        guard !enabled.contains(transition) else { return }
        enabled.append(transition)
        domains.append(plan.moves[transition].domain(in: plan.shape, history: history))
    }

    /// Keeps, of each two transitions that leave a common state, the one whose source is deeper, else the
    /// one that was selected first (`removeConflictingTransitions`).
    mutating func dropConflicts() {
        var kept = 0
        for next in enabled.indices where outranksRivals(next, among: kept) {
            let (transition, domain) = (enabled[next], domains[next])
            kept = dropRivals(of: domain, among: kept)
            (enabled[kept], domains[kept]) = (transition, domain)
            kept += 1
        }
        enabled.removeSubrange(kept...)
        domains.removeSubrange(kept...)
    }

    private func outranksRivals(_ next: Int, among kept: Int) -> Bool {
        for place in 0..<kept where plan.shape.overlap(domains[place], domains[next], in: configuration) {
            let (source, rival) = (plan.moves[enabled[next]].source, plan.moves[enabled[place]].source)
            if !plan.shape.isDescendant(source, of: rival) { return false }
        }
        return true
    }

    private mutating func dropRivals(of domain: Int, among kept: Int) -> Int {
        var left = 0
        for place in 0..<kept where !plan.shape.overlap(domains[place], domain, in: configuration) {
            (enabled[left], domains[left]) = (enabled[place], domains[place])
            left += 1
        }
        return left
    }
}
