/// A job to be stored.
///
/// Storing it again under the same kind and key changes nothing.
package struct NewJob: Sendable, Equatable {
    package let kind: Job.Kind
    package let key: String
    package let sequence: String?
    package let attemptsMax: Int
    /// Not before this instant; nil for at once by the store's clock.
    package let runAt: MachineTime?
    package let payload: String

    /// A job to be stored; due at once when `runAt` is nil.
    package init(
        kind: Job.Kind, key: String, sequence: String? = nil, attemptsMax: Int = 10,
        runAt: MachineTime? = nil,
        payload: String = "{}"
    ) {
        (self.kind, self.key, self.sequence) = (kind, key, sequence)
        (self.attemptsMax, self.runAt, self.payload) = (max(1, attemptsMax), runAt, payload)
    }
}
