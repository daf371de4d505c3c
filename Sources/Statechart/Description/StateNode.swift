/// One state as its author wrote it, with its children: what a ``Chart`` is built from.
///
/// A node promises nothing; ``Chart/init(_:binding:)`` reports everything that is wrong with a tree of nodes.
/// Source: SCXML 1.0, section 3 (core constructs).
package struct StateNode<Expression: Sendable>: Sendable {
    /// What the author says the state is.
    ///
    /// Whether a ``state`` is atomic or compound follows from its children.
    package enum Kind: Sendable, Hashable {
        case state, parallel, final
        case shallowHistory, deepHistory
    }

    /// The name that targets use; `nil` lets the chart make one that no target can name.
    package var id: String?
    package var kind: Kind
    /// Of a compound state: where it is entered by default (`nil`: its first child).
    ///
    /// Of a history: where it leads before there is anything to remember (required).
    package var initial: DefaultTarget<Expression>?
    /// Each inner list is one block: a failing action ends its block only.
    package var onEntry: [[Action<Expression>]]
    package var onExit: [[Action<Expression>]]
    package var transitions: [TransitionNode<Expression>]
    package var invokes: [Invoke<Expression>]
    package var data: [DataItem<Expression>]
    /// Of a final state: what its done event carries.
    package var doneData: Payload<Expression>
    package var children: [StateNode<Expression>]

    package init(
        _ id: String?, _ kind: Kind = .state, initial: DefaultTarget<Expression>? = nil,
        onEntry: [[Action<Expression>]] = [], onExit: [[Action<Expression>]] = [],
        transitions: [TransitionNode<Expression>] = [], invokes: [Invoke<Expression>] = [],
        data: [DataItem<Expression>] = [], doneData: Payload<Expression> = .nothing,
        children: [StateNode<Expression>] = []
    ) {
        self.id = id
        self.kind = kind
        self.initial = initial
        self.onEntry = onEntry
        self.onExit = onExit
        self.transitions = transitions
        self.invokes = invokes
        self.data = data
        self.doneData = doneData
        self.children = children
    }
}

extension StateNode: Equatable where Expression: Equatable {}
