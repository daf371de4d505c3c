package import Agreements
import FoundationEssentials

/// What is known of somebody who wants to come in.
package struct Account: Sendable, Hashable {
    package var person: Person.ID
    package var name: String
    package var email: String
    /// Whether the register still knows them as active, and nobody disabled the account.
    package var isActive: Bool
    /// The hash of their password; nil until they chose one.
    package var password: String?
    /// The sealed secret of the second factor.
    package var factor: [UInt8]?
    package var factorStep: Int64
    /// The machine's time of this reading, in seconds since 1970.
    package var readAt: Int64

    package init(
        person: Person.ID, name: String, email: String, isActive: Bool, password: String?, factor: [UInt8]?,
        factorStep: Int64, readAt: Int64
    ) {
        self.person = person
        self.name = name
        self.email = email
        self.isActive = isActive
        self.password = password
        self.factor = factor
        self.factorStep = factorStep
        self.readAt = readAt
    }
}

/// Where a request came from, as far as a session keeps it.
package struct Origin: Sendable, Hashable {
    /// The address of the client.
    package var address: String
    /// What its browser calls itself; at most 200 characters are kept.
    package var agent: String

    /// An origin; of a longer name of the browser the beginning is kept.
    package init(address: String, agent: String) {
        self.address = address
        self.agent = String(agent.prefix(200))
    }
}

/// Failed tries within the last quarter of an hour.
package struct FailedTries: Sendable, Hashable {
    /// On this account from this address.
    package var here: Int
    /// On this account from addresses from which it did not come in within the last 30 days.
    package var strangers: Int
    /// From this address, on whatever account.
    package var address: Int
    /// Whether this account came in from this address within the last 30 days.
    package var isKnown: Bool

    package init(here: Int, strangers: Int, address: Int, isKnown: Bool) {
        self.here = here
        self.strangers = strangers
        self.address = address
        self.isKnown = isKnown
    }

    /// Whether one more try is not heard.
    ///
    /// Whoever guesses at an account from elsewhere cannot lock its owner out: addresses that the account
    /// came in from are counted apart. What others tried from the same address refuses nobody.
    package var isTooMany: Bool { here >= 10 || (!isKnown && strangers >= 10) }

    /// How long one more try waits: where many failed from its address, on whatever account, guessing at one account
    /// after the other slows down; an account that came in from there is not held up.
    package var delay: Duration {
        guard !isKnown, address >= Self.calm else { return .zero }
        return .seconds(min(8, 1 + (address - Self.calm) / 25))
    }

    private static let calm = 50
}
