extension Job {
    /// Which job; the store's own key as text.
    package struct ID: Sendable, Hashable, CustomStringConvertible {
        package let text: String
        package init(_ text: String) { self.text = text }
        package var description: String { text }
    }

    /// Chooses the worker; a short constant such as `notice`.
    package struct Kind: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
        package let text: String
        package init(_ text: String) { self.text = text }
        package init(stringLiteral text: String) { self.text = text }
        package var description: String { text }
    }

    /// One claim of one job.
    ///
    /// The token rises with every claim of that job, so a worker that was paused while its lease was taken
    /// shows an old one, and the store turns its words away.
    package struct Fence: Sendable, Hashable {
        package let job: ID
        package let token: Int64
        /// The claim number `token` of a job.
        package init(job: ID, token: Int64) { (self.job, self.token) = (job, token) }
    }

    /// Where a job stands, as `audit_v1` names it.
    package enum State: String, Sendable, CaseIterable {
        case ready, running, done, dead, cancelled
    }
}
