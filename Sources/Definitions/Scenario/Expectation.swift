package import Agreements

/// What must be true of one agreement after a step; nil and empty parts say nothing.
package struct Expectation: Sendable {
    package var place: Place
    /// The key of the agreement.
    package var agreement: String
    /// The child process that `state`, `in` and `notIn` speak of; the main life when nil.
    package var process: String?
    /// Exactly these atomic states are active.
    package var state: [String]?
    package var isIn: [String] = []
    package var isNotIn: [String] = []
    package var legal: LegalStatus?
    package var legalFrom: Day?
    package var reference: String?
    package var registerNumber: String?
    package var start: Day?
    package var end: Day?
    package var parties: [String]?
    package var instrument: String?
    package var renewals: Int?
    /// The ids of its laboratories, in order.
    package var labs: [String]?
    /// The outcome of child processes by path; nil while a child is running.
    package var children: [String: String?] = [:]
    package var tasks: [Task] = []
    package var noTasks: [String] = []
    package var timers: [Timer] = []
    package var noTimers: [String] = []
    package var notices: [Notice] = []
    package var noNotices: [Notice] = []
    /// Exactly the acts that are open to a person, by the person's key.
    package var acts: [String: [String]] = [:]
    /// What each person, by key, must see now: the file as such (``fileWord``), the text put to them (``askedTextWord``)
    /// or a ``Matter`` of it by its word.
    package var sees: [String: [String]] = [:]
    /// What each person must not see.
    package var seesNot: [String: [String]] = [:]
    /// The types of exactly its events so far, in order.
    package var trail: [String]?
    package var document: Document?
    /// Exactly the signatures recorded so far, in order, void ones among them.
    package var signatures: [Signature]?
    package var vars: [String: ScenarioValue] = [:]
    /// Exactly the rules of retention, by their keys, under which something of it is kept, each with the first day after
    /// its period.
    package var kept: [String: Day]?

    /// The word for the file as such: that it is there, and where it stands.
    package static let fileWord = "file"
    /// The text that a body is asked to agree or sign before it is a party.
    package static let askedTextWord = "asked_text"

    /// An open task.
    package struct Task: Sendable, Hashable {
        package var role: String
        package var state: String?
        package var due: Instant?
        package var process: String?
    }

    /// An armed timer.
    package struct Timer: Sendable, Hashable {
        package var name: String
        package var due: Instant
        package var state: String?
        package var process: String?
    }

    /// Notices of one id: each of `to` has got exactly `count`, the last at `at`; with `only` nobody else
    /// has got one, or, with `at`, not then.
    package struct Notice: Sendable, Hashable {
        package var id: String
        /// Keys of people; anyone when empty.
        package var to: [String]
        package var count: Int
        package var at: Instant?
        package var process: String?
        package var only = false
    }

    /// A signature: whose, on which document, and whether it counts.
    package struct Signature: Sendable, Hashable {
        package var party: String
        /// The key of the document whose hash it bears.
        package var document: String
        package var void: Bool
        package var dated: Day?
        package var received: Day?
    }

    /// What has become of a document.
    package struct Document: Sendable, Hashable {
        package var key: String
        package var version: Int?
        package var void: Bool?
        package var current: Bool?
    }
}
