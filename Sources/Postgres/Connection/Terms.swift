/// The terms on which an exchange with the server runs.
struct Terms {
    let timeLimit: Duration

    /// The task to listen to; nil for what must not be cancelled.
    let ticket: Ticket?

    /// Whether the exchange is a COMMIT, after whose loss nobody knows what became of it.
    var isCommit = false
}
