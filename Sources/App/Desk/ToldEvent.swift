package import Agreements

/// An event as a reader needs it: names and erasable values filled in where they still are.
package struct ToldEvent: Sendable, Hashable {
    package var event: Event
    /// Who acted, by name; the cause where no person did.
    package var actor: String
    package var onBehalfOf: String?
    /// Whose act was recorded from paper.
    package var recorded: String?
    /// The reason that was given; nil when there was none or it was eliminated.
    package var reason: String?
    package var isReasonEliminated = false
    /// The other texts that the act carried, by field, as long as they are there.
    package var texts: [String: String] = [:]
}

extension ToldEvent {
    /// An event with the values that are still there and the names of those whom it names.
    init(_ event: Event, _ values: [Identifier<ErasableValue>: JSON], _ names: [Person.ID: String]) {
        let authority = event.authority
        let reason = event.payload.input["reason"]?.erasable
        self.init(
            event: event, actor: Person.ID(authority.actor).flatMap { names[$0] } ?? authority.actor,
            onBehalfOf: authority.onBehalfOf.map { names[$0] ?? $0.description },
            recorded: event.payload.recorded.map { names[$0.person] ?? $0.person.description },
            reason: reason.flatMap { values[$0]?.text },
            isReasonEliminated: reason.map { values[$0] == nil } ?? false,
            texts: event.payload.input.filter { $0.key != "reason" }
                .compactMapValues { $0.erasable.flatMap { values[$0]?.text } })
    }
}

extension Event {
    /// The people whom a reader of it meets.
    var people: Set<Person.ID> {
        let acting = [Person.ID(authority.actor), authority.onBehalfOf, payload.recorded?.person]
        return payload.input.values.reduce(into: Set(acting.compactMap(\.self))) { $0.formUnion($1.people) }
    }
}

extension JSON {
    /// The value that a reference to an erasable one names.
    fileprivate var erasable: Identifier<ErasableValue>? {
        self["value"]?.text.flatMap { Identifier<ErasableValue>($0) }
    }

    /// The ids in it that may be those of people.
    fileprivate var people: Set<Person.ID> {
        switch self {
        case .string(let text): Person.ID(text).map { [$0] } ?? []
        case .array(let items): items.reduce(into: []) { $0.formUnion($1.people) }
        case .object(let members): members.values.reduce(into: []) { $0.formUnion($1.people) }
        default: []
        }
    }
}
