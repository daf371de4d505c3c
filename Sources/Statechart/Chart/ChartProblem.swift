/// One thing that is wrong with the description of a chart.
package enum ChartProblem: Sendable, Hashable, CustomStringConvertible {
    case noStates
    case duplicateID
    case unknownTarget(String)
    case initialOutside(String)
    case defaultWithoutTarget
    case historyWithoutDefault
    case historyDefaultIsHistory(String)
    case conflictingTargets(String, String)
    case nestingTooDeep(max: Int)
    case tooManyStates(max: Int)
    case misplaced(String)

    package var description: String {
        switch self {
        case .noStates: "has no state to be in"
        case .duplicateID: "is the id of more than one state"
        case .unknownTarget(let id): "leads to \(id), which does not exist"
        case .initialOutside(let id): "leads by default to \(id), which is not inside it"
        case .defaultWithoutTarget: "has a default that leads nowhere"
        case .historyWithoutDefault: "is a history without a default"
        case .historyDefaultIsHistory(let id): "is a history whose default is the history \(id)"
        case .conflictingTargets(let a, let b): "leads to \(a) and \(b), which cannot both be active"
        case .nestingTooDeep(let max): "is nested deeper than \(max) levels"
        case .tooManyStates(let max): "comes after the first \(max) states, and more are not allowed"
        case .misplaced(let what): "has \(what)"
        }
    }
}
