package import Agreements

/// What moves a process: one step of a path.
package indirect enum Trigger: Sendable, Hashable {
    case start
    /// A person acts, by one of the roles.
    case act(String, by: RoleReference?)
    /// The timer of an active state rings.
    case timer(name: String, event: String)
    /// A child process tells its outcome.
    case outcome(group: String, outcome: String)
    /// The children that a state waits for are there.
    case join(state: String)
    /// The engine tells a domain event, such as `text.changed`.
    case told(String)
    /// A child process takes signatures back: nothing is told of it.
    case voided(group: String)
    /// A party joins by a child process.
    case joinedBy(group: String)
    /// A condition that a state waits for has come true.
    case condition

    /// The event that the chart is given.
    var event: String {
        switch self {
        case .start: "start"
        case .act(let name, _): name
        case .timer(_, let event): event
        case .outcome(let group, let outcome): "\(group).\(outcome)"
        case .join(let state): "joined.\(state)"
        case .told(let event): event
        case .voided(let group): "voided.\(group)"
        case .joinedBy(let group): "joined.by.\(group)"
        case .condition: "always"
        }
    }

    var isOutcome: Bool { if case .outcome = self { true } else { false } }

    var isAct: Bool { if case .act = self { true } else { false } }
}

extension Trigger: CustomStringConvertible {
    /// The step in English.
    package var description: String { words.en }

    /// The step in words: `submit by PI_FR`, `timer closing`, `circuit: signed`.
    package var words: LocalizedText {
        switch self {
        case .start: .init(fr: "début", en: "start")
        case .act(let name, let role):
            role.map { LocalizedText(fr: "\(name) par \($0.words)", en: "\(name) by \($0.words)") }
                ?? .init(name: name)
        case .timer(let name, _): .init(fr: "délai \(name)", en: "timer \(name)")
        case .outcome(let group, let outcome):
            .init(fr: "\(group) : \(outcome)", en: "\(group): \(outcome)")
        case .join(let state): .init(fr: "enfants de \(state) réunis", en: "children of \(state) joined")
        case .told(let event): .init(name: event)
        case .voided(let group): .init(fr: "\(group) annule des signatures", en: "\(group) voids signatures")
        case .joinedBy(let group):
            .init(fr: "une partie se joint par \(group)", en: "a party joins by \(group)")
        case .condition: .init(fr: "condition remplie", en: "condition holds")
        }
    }
}

extension RoleReference {
    /// The role as a definition writes it: `SIG(party)`.
    var words: String {
        switch of {
        case .agreement: role
        case .party: "\(role)(party)"
        case .person: "\(role)(person)"
        case .otherParties: "\(role)(others)"
        case .foreignParties: "\(role)(foreign)"
        case .parties: "\(role)(all)"
        }
    }
}
