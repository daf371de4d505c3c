/// Why a session was stopped: its chart would not come to rest.
@usableFromInline
package enum SessionFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// More microsteps in one macrostep than allowed; `states` are the atomic states it stood in.
    case endlessMicrosteps(max: Int, states: [String])
    /// More actions and turns of loops in one macrostep than allowed.
    case endlessContent(max: Int, states: [String])
    /// The session keeps sending itself events without delay.
    case endlessMacrosteps(max: Int, states: [String])

    @usableFromInline package var description: String {
        switch self {
        case .endlessMicrosteps(let max, let states):
            "no rest after \(max) microsteps, in \(states.joined(separator: ", "))"
        case .endlessContent(let max, let states):
            "no rest after \(max) actions, in \(states.joined(separator: ", "))"
        case .endlessMacrosteps(let max, let states):
            "no rest after \(max) events of its own, in \(states.joined(separator: ", "))"
        }
    }
}
