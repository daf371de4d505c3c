import Synchronization
package import Web

/// How far a start is with what it does beside its first pages.
package final class Preparation: Sendable {
    /// What is still to be done, and what cannot be.
    package struct State: Sendable, Equatable {
        /// Files of definitions that are still to be proved and published, in that order.
        package var awaited: [String] = []
        /// Files that were not published, and will not be before somebody changes them.
        package var refused: [String] = []
        /// The steps of a demonstration that is not played to its end: the pages wait for it.
        package var demonstration: PlayedSteps?
    }

    private let state = Mutex(State())

    package init() {}

    /// How far it is now.
    package var current: State { state.withLock(\.self) }

    func begin(_ files: [String]) { state.withLock { $0.awaited = files } }

    func settle(_ file: String, isRefused: Bool) {
        state.withLock {
            $0.awaited.removeAll { $0 == file }
            if isRefused { $0.refused.append(file) }
        }
    }

    func play(_ steps: PlayedSteps?) { state.withLock { $0.demonstration = steps } }
}
