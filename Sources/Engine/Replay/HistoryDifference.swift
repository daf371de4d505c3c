/// The first event at which a recorded history does not come true again, and how.
package struct HistoryDifference: Error, Sendable, Hashable, CustomStringConvertible {
    /// The number of the event.
    package var seq: Int
    package var type: String
    /// Where in the event or in the view, as `payload.changes[2].timerArmed.timer.due`; empty for the whole.
    package var path: String
    /// In words, with what was recorded and what comes now.
    package var message: String

    /// One sentence with the number of the event.
    package var description: String {
        "event \(seq) (\(type)): \(path.isEmpty ? "" : "\(path): ")\(message)"
    }
}
