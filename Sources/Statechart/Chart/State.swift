/// A state of a validated ``Chart``.
///
/// Indices count all states in document order; index 0 is the chart itself.
package struct State<Expression: Sendable>: Sendable {
    /// What a state is.
    package typealias Kind = StateKind

    package let id: String
    package let index: Int
    package let kind: Kind
    /// `nil` for the chart itself only.
    package let parent: Int?
    /// The first index after this state's subtree: its descendants are the indices between.
    package internal(set) var end: Int
    /// Children that can be active: histories are listed apart.
    package internal(set) var children: [Int] = []
    package internal(set) var histories: [Int] = []
    /// Of compound states and histories: where they lead by default.
    package internal(set) var initial: Initial = .init(targets: [], content: [])
    package let onEntry: [[Action<Expression>]]
    package let onExit: [[Action<Expression>]]
    /// Indices into ``Chart/transitions``, in document order.
    package internal(set) var transitions: Range<Int>
    package let invokes: [Invoke<Expression>]
    package let data: [DataItem<Expression>]
    package let doneData: Payload<Expression>

    /// A ``DefaultTarget`` with its targets found.
    package struct Initial: Sendable {
        package let targets: [Int]
        package let content: [Action<Expression>]
    }

    /// Whether the state is never active, but stands for what was.
    package var isHistory: Bool { kind.isHistory }
    /// Atomic and final states have no active descendants.
    package var isAtomic: Bool { kind.isAtomic }
}

extension State: Equatable where Expression: Equatable {}
extension State.Initial: Equatable where Expression: Equatable {}
