/// A message of NOTIFY.
package struct Notification: Sendable, Equatable {
    package let channel: String
    package let payload: String

    /// The server process that sent it.
    package let processID: Int32
}
