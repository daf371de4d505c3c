/// An expression, assignment or send that failed: it becomes an error event inside the session.
///
/// Source: SCXML 1.0, section 3.12.2.
@usableFromInline
package struct EvaluationFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package static let execution = "error.execution"
    package static let communication = "error.communication"

    /// What failed and why, without personal data.
    @usableFromInline package let description: String
    /// The name of the error event.
    package let event: String
    /// The id of the `send` that failed.
    package internal(set) var sendID: String?

    package init(_ description: String, event: String = EvaluationFailure.execution, sendID: String? = nil) {
        self.description = description
        self.event = event
        self.sendID = sendID
    }
}
