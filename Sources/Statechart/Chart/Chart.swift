/// A validated statechart: immutable, its states and transitions numbered in document order.
///
/// A chart that exists keeps its promises: every target exists, every default lies inside its state, every
/// set of targets can be active together, and nothing is nested deeper than ``nestingMax``. So whatever a
/// ``Session`` does with it, its configuration stays legal.
/// Source: SCXML 1.0, section 3 and appendix D.
package struct Chart<Expression: Sendable>: Sendable {
    /// When the variables of a state get their first value.
    package enum Binding: Sendable, Hashable {
        /// When the session starts.
        case early
        /// When the state is first entered.
        case late
    }

    /// How many levels of states a chart may have.
    package static var nestingMax: Int { 64 }
    /// How many states a chart may have: the work of a microstep can grow with their square.
    package static var statesMax: Int { 10_000 }
    /// The index of the chart itself, which is never part of a configuration.
    package static var root: Int { 0 }

    package let binding: Binding
    package let states: [State<Expression>]
    package let transitions: [Transition<Expression>]
    let plan: ChartPlan
    /// The conditions of the transitions, apart: a whole transition is costly to copy in generic code.
    let conditions: [Expression?]

    /// Builds the chart of which `root` is the outermost node: its children are the top-level states, its id
    /// the chart's name; it has no transitions, entry or exit content.
    ///
    /// - Throws: ``InvalidChart`` with every finding.
    package init(_ root: StateNode<Expression>, binding: Binding = .early) throws(InvalidChart) {
        var builder = ChartBuilder<Expression>()
        builder.build(root)
        guard builder.findings.isEmpty else { throw InvalidChart(findings: builder.findings) }
        self.binding = binding
        states = builder.states
        transitions = builder.transitions
        plan = ChartPlan(states, builder.indices, transitions)
        conditions = transitions.map(\.condition)
    }

    /// The id of the outermost node.
    package var name: String { plan.shape.ids[Self.root] }

    /// The index of the state with this id; `nil` also for the chart's own name.
    package func index(of id: String) -> Int? { plan.shape.indices[id] }

    /// The id of a state.
    package func id(_ index: Int) -> String { plan.shape.ids[index] }

    /// The ids of states, in the order given.
    package func ids(_ indices: some Sequence<Int>) -> [String] { indices.map { plan.shape.ids[$0] } }
}

extension Chart: Equatable where Expression: Equatable {
    /// Whether both have the same states and transitions: everything else follows from them.
    package static func == (left: Chart, right: Chart) -> Bool {
        left.binding == right.binding && left.states == right.states && left.transitions == right.transitions
    }
}
