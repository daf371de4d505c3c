import Agreements
package import Engine
import Storage
package import Web

/// Who is told of calls, as the office reads it, and as everybody chooses it for themselves.
extension WebDesk {
    func subscriptionFilters() async throws -> [ListFilter] {
        [ListFilter("text", nil), ListFilter("instrument", try await registerFields().instruments)]
    }

    func subscriptions(_ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        let names = try await CommandDesk(installation).names()
        let rows = try await desk(visitor).subscriptions(to: query["instrument"]).filter {
            Self.passes(query, isCurrent: true, [names[$0.person]] + $0.instruments)
        }
        return Self.page([.name, .instruments, .change], rows, query) { subscription in
            [
                Self.cell(named: names[subscription.person]),
                .text(subscription.instruments.joined(separator: ", ")),
                Self.entries(.subscriptionEnd, about: subscription.person),
            ]
        }
    }

    /// The instruments of whose calls somebody is told, as far as the visitor may know.
    func instruments(followedBy person: Person.ID?, _ visitor: Visitor) async throws -> [String] {
        try await catalogue(visitor).subscriptions().first { $0.person == person }?.instruments ?? []
    }

    /// The instruments of whose calls the visitor can be told, holding those that they chose; nil where there are none.
    package func ownCalls(_ visitor: Visitor) async throws -> FormField? {
        try await answering {
            let choices = try await registerFields().instruments
            guard !choices.isEmpty else { return nil }
            let own = try await instruments(followedBy: visitor.person, visitor)
            return RegisterFields.followed(choices, isRequired: false, chosen: own)
        }
    }

    /// Has the visitor told of calls of these instruments and of no others; the same request id does it once.
    package func follow(_ instruments: [String], requestID: String, _ visitor: Visitor) async throws {
        try await answering {
            let own = try await self.instruments(followedBy: visitor.person, visitor)
            let (added, ended) = (
                instruments.filter { !own.contains($0) }, own.filter { !instruments.contains($0) }
            )
            let (desk, person) = (desk(visitor), visitor.person.description)
            if !added.isEmpty {
                _ = try await desk.subscribe(person, to: added, as: nil, requestID: "\(requestID)/more")
            }
            if !ended.isEmpty {
                _ = try await desk.unsubscribe(person, from: ended, as: nil, requestID: "\(requestID)/less")
            }
        }
    }
}
