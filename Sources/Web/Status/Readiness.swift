/// Whether this process can serve, check by check.
package struct Readiness: Sendable, Equatable {
    package var checks: [Check]

    package init(checks: [Check]) { self.checks = checks }

    /// Ready means that no check failed; a note does not make a process unready.
    package var isReady: Bool { !checks.contains { $0.state == .failed } }

    /// What is looked at; raw values are the names in the JSON answer, kept for ever.
    package enum Name: String, Sendable, CaseIterable {
        case database
        case schema
        case runner
        case disk
        case outbox
        case definitions
        case demonstration
        case singleRole = "single_role"
    }

    /// What a look found; raw values are the words in the JSON answer.
    package enum State: String, Sendable {
        case ok
        /// It works, and an operator should know something.
        case note
        case failed
    }

    /// One look.
    ///
    /// `detail` is for operators and is readable by whoever reaches the port: no address, no name
    /// of a person, no secret.
    package struct Check: Sendable, Equatable {
        package var name: Name
        package var state: State
        package var detail: String

        package init(_ name: Name, _ state: State, _ detail: String = "") {
            self.name = name
            self.state = state
            self.detail = detail
        }
    }
}
