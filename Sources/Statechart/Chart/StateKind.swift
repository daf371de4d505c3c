/// What a state is; compound and atomic states are told apart by their children.
package enum StateKind: Sendable, Hashable {
    case atomic, compound, parallel, final
    case shallowHistory, deepHistory

    /// Whether a state of this kind is never active, but stands for what was.
    package var isHistory: Bool { self == .shallowHistory || self == .deepHistory }
    /// Atomic and final states have no active descendants.
    package var isAtomic: Bool { self == .atomic || self == .final }
}
