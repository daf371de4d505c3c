/// Why a snapshot does not fit a chart.
package enum InvalidSnapshot: Error, Sendable, Equatable, CustomStringConvertible {
    case unknownState(String)
    /// These atomic states cannot be what is active.
    case illegalConfiguration([String])
    /// The history cannot have recorded this.
    case illegalHistory(String)
    case unknownInvoke(String)

    package var description: String {
        switch self {
        case .unknownState(let id): "the chart has no state \(id)"
        case .illegalConfiguration(let ids): "\(ids.joined(separator: ", ")) is no legal configuration"
        case .illegalHistory(let id): "\(id) cannot have recorded this"
        case .unknownInvoke(let id): "the chart starts no child \(id)"
        }
    }
}
