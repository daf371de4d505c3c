/// The notifications of some channels; see ``Connection/notifications(on:)``.
///
/// It subscribes when it is first asked, ends when the task is cancelled, and throws when the connection is lost.
package struct Notifications: AsyncSequence, Sendable {
    let connection: Connection
    let channels: [String]

    /// Starts to read; nothing is subscribed yet.
    package func makeAsyncIterator() -> Iterator { Iterator(connection: connection, channels: channels) }

    /// Reads one notification after the other.
    package struct Iterator: AsyncIteratorProtocol {
        let connection: Connection
        let channels: [String]
        private var isListening = false

        init(connection: Connection, channels: [String]) {
            self.connection = connection
            self.channels = channels
        }

        /// The next notification, or nil when the task is cancelled.
        package mutating func next() async throws(PostgresError) -> Notification? {
            do throws(PostgresError) {
                if !isListening { try await connection.listen(to: channels) }
                isListening = true
                while true {
                    if let next = try await connection.nextNotification(within: .seconds(60)) { return next }
                }
            } catch {
                guard error.kind == .cancelled else { throw error }
                return nil
            }
        }
    }
}
