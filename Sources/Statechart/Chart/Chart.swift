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
    private let indices: [String: Int]
    // What selection asks of every state, apart: an element of `states` is costly to copy in generic code.
    let parents: [Int?]
    let leaves: StateSet
    let transitionRanges: [Range<Int>]
    let descriptors: [[EventDescriptor]]

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
        indices = builder.indices
        parents = states.map(\.parent)
        leaves = StateSet(states.indices.filter { builder.states[$0].isAtomic })
        transitionRanges = states.map(\.transitions)
        descriptors = transitions.map(\.events)
    }

    /// The id of the outermost node.
    package var name: String { states[Self.root].id }

    /// The index of the state with this id; `nil` also for the chart's own name.
    package func index(of id: String) -> Int? { indices[id] }

    /// The id of a state.
    package func id(_ index: Int) -> String { states[index].id }

    /// The ids of states, in the order given.
    package func ids(_ indices: some Sequence<Int>) -> [String] { indices.map { states[$0].id } }
}

extension Chart: Equatable where Expression: Equatable {}
