/// What follows from a chart alone, worked out once: its shape, what each event triggers, what each
/// transition leaves and enters.
@usableFromInline
final class ChartPlan: Sendable {
    /// What a session has to do at a state besides entering and leaving it.
    struct Duties: OptionSet, Sendable {
        let rawValue: UInt8

        static let entry = Duties(rawValue: 1)
        static let exit = Duties(rawValue: 2)
        static let defaultContent = Duties(rawValue: 4)
        static let doneData = Duties(rawValue: 8)
        static let invokes = Duties(rawValue: 16)
        static let data = Duties(rawValue: 32)
    }

    let shape: ChartShape
    let duties: [Duties]
    let moves: [Move]
    let triggers: TriggerIndex
    let plain: PlainMoves
    /// For each row of ``triggers``, the states that its transitions start from.
    let sources: [StateSet]
    /// The event that says that a state is done, and its row in ``triggers``.
    let done: [(name: String, row: Int)]

    init<Expression>(
        _ states: [State<Expression>], _ indices: [String: Int], _ transitions: [Transition<Expression>]
    ) {
        let shape = ChartShape(states, indices)
        let triggers = TriggerIndex(transitions)
        self.shape = shape
        self.triggers = triggers
        let duties = states.map(Self.duties)
        let moves = transitions.map { Move($0, in: shape) }
        self.duties = duties
        self.moves = moves
        plain = PlainMoves(moves, duties, shape, triggers)
        sources = triggers.rows.map(\.sources)
        done = states.map { state in
            let name = "done.state.\(state.id)"
            return (name, triggers.row(for: name))
        }
    }

    private static func duties<Expression>(of state: State<Expression>) -> Duties {
        var duties: Duties = []
        if !state.onEntry.isEmpty { duties.insert(.entry) }
        if !state.onExit.isEmpty { duties.insert(.exit) }
        if !state.initial.content.isEmpty { duties.insert(.defaultContent) }
        if case .nothing = state.doneData {} else { duties.insert(.doneData) }
        if !state.invokes.isEmpty { duties.insert(.invokes) }
        if !state.data.isEmpty { duties.insert(.data) }
        return duties
    }
}
