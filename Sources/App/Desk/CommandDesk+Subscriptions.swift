package import Agreements
import Storage

extension CommandDesk {
    /// Has a person told, from now on, of calls of these instruments, too, when they open and when they are extended.
    package func subscribe(
        _ name: String, to instruments: [String], as actor: String?, requestID: String? = nil
    ) async throws -> Subscription {
        let person = try await person(name)
        try await change(
            .subscribed(person: person, instruments: instruments), request(requestID, as: actor)
        ) { try await check(instruments: instruments) }
        return try await subscription(of: person)
    }

    /// Ends that for these instruments; for all when nil.
    package func unsubscribe(
        _ name: String, from instruments: [String]?, as actor: String?, requestID: String? = nil
    ) async throws -> Subscription {
        let person = try await person(name)
        let known = try await subscription(of: person).instruments
        let asked = instruments ?? []
        let ended = instruments ?? known
        try await change(
            .unsubscribed(person: person, instruments: ended), request(requestID, as: actor),
            asked: .unsubscribed(person: person, instruments: asked)
        ) {
            guard !ended.isEmpty, ended.allSatisfy(known.contains) else { throw Refusal.notSubscribed }
        }
        return try await subscription(of: person)
    }

    /// Who asks to be told of calls, of one instrument or of any, by the names of the register.
    package func subscriptions(to instrument: String?) async throws -> [Subscription] {
        try await catalogue.subscriptions().filter { subscription in
            instrument.map(subscription.instruments.contains) ?? !subscription.instruments.isEmpty
        }
    }

    private func subscription(of person: Person.ID) async throws -> Subscription {
        try await installation.catalogue.seen(by: .everything).subscriptions().first { $0.person == person }
            ?? Subscription(person: person, instruments: [], seq: 0)
    }
}

extension Refusal {
    fileprivate static let notSubscribed = Refusal.desk(
        "not_subscribed",
        fr: "Cette personne n’est pas abonnée aux appels de ces dispositifs (`entente call subscribers`).",
        en: "This person does not subscribe to calls of these instruments (`entente call subscribers`).")
}
