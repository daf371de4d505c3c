/// A COPY under way on a connection.
struct CopySession {
    let statement: SQL

    /// Whether the end of the COPY commits it.
    let decides: Bool
    let timeLimit: Duration
}
