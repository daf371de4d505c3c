/// Why a scanner did not say what it found.
package enum ScannerFault: Error, Sendable, Hashable, CustomStringConvertible {
    case unreachable(String)
    /// It said something else than what it found.
    case unclear(reply: String)
    case late

    package var description: String {
        switch self {
        case .unreachable(let why): "the virus scanner cannot be reached: \(why)"
        case .unclear(let reply): "the virus scanner answered \(reply.debugDescription)"
        case .late: "the virus scanner did not answer in time"
        }
    }
}
