/// Where a `send` goes.
///
/// Source: SCXML 1.0, appendix C.1 (the targets of the SCXML event processor).
package enum Destination: Sendable, Hashable {
    /// The own external queue: no target, or `#_scxml_` and the own id.
    case own
    /// The own internal queue: `#_internal`.
    case ownInternal
    /// `#_parent`.
    case parent
    /// `#_scxml_` and an id.
    case session(String)
    /// `#_` and the invoke id of a child.
    case child(String)

    /// `nil` for what is no target.
    package init?(_ text: String, from session: String) {
        switch text {
        case "#_internal": self = .ownInternal
        case "#_parent": self = .parent
        case _ where text == Self.address(of: session): self = .own
        case _ where text.hasPrefix("#_scxml_"): self = .session(String(text.dropFirst("#_scxml_".count)))
        case _ where text.hasPrefix("#_"): self = .child(String(text.dropFirst(2)))
        default: return nil
        }
    }

    /// The target that reaches a session.
    package static func address(of session: String) -> String { "#_scxml_\(session)" }
}
