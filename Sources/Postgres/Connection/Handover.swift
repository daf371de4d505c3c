import Synchronization

/// What one thread makes for another that may stop waiting for it; what comes too late ends where it was made.
final class Handover<Value>: Sendable {
    /// Unchecked: the giver keeps nothing of it, and one taker gets it.
    private struct Gift: @unchecked Sendable {
        let value: Value
    }

    private enum State {
        case waiting, over
        case given(Gift)
    }

    /// What has come so far.
    enum Parcel {
        case waiting, nothing
        case value(Value)
    }

    private let state = Mutex(State.waiting)

    /// Hands over what was made, and keeps no reference to it; nil where nothing could be made.
    func give(_ value: consuming sending Value?) {
        let gift = value.map(Gift.init)
        state.withLock { state in
            guard case .waiting = state else { return }
            state = gift.map(State.given) ?? .over
        }
    }

    /// What has come; a value is given once.
    func take() -> Parcel {
        let taken = state.withLock { state in
            defer { if case .given = state { state = .over } }
            return state
        }
        return switch taken {
        case .waiting: .waiting
        case .over: .nothing
        case .given(let gift): .value(gift.value)
        }
    }

    /// Stops waiting: what has come already, or comes from now on, ends.
    func decline() { state.withLock { $0 = .over } }
}
