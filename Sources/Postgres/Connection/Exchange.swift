/// The sending half of a round trip: what was sent, so that the answers can be told apart.
struct Exchange {
    /// An answer to wait for, in order.
    enum Answer {
        case prepared(PreparedStatements.Key, name: String, statement: Int)
        case rows(statement: Int)
        case deallocated
        case sync
    }

    private(set) var answers: [Answer] = []
    private var pending: [PreparedStatements.Key: String] = [:]

    /// Queues all statements and the end of the pipeline; false when libpq refuses, the connection being gone.
    mutating func send(_ statements: [SQL], on handle: PQHandle, _ prepared: inout PreparedStatements)
        throws(PostgresError) -> Bool
    {
        let rendered = try statements.map { statement throws(PostgresError) in try statement.rendered() }
        guard handle.enterPipeline() else { return false }
        for name in prepared.evict() {
            guard handle.send("DEALLOCATE \(name)", types: [], []) else { return false }
            answers.append(.deallocated)
        }
        for (index, statement) in rendered.enumerated() {
            let isSent =
                statements[index].isPrepared
                ? sendPrepared(statement, index, handle, &prepared)
                : handle.send(statement.text, types: statement.types, statement.values)
            guard isSent else { return false }
            answers.append(.rows(statement: index))
        }
        answers.append(.sync)
        return handle.sendSync()
    }

    private mutating func sendPrepared(
        _ statement: SQL.Rendered, _ index: Int, _ handle: PQHandle, _ prepared: inout PreparedStatements
    ) -> Bool {
        let key = PreparedStatements.Key(text: statement.text, types: statement.types)
        if let name = prepared.name(of: key) ?? pending[key] {
            return handle.sendPrepared(name, statement.values)
        }
        let name = prepared.newName()
        pending[key] = name
        answers.append(.prepared(key, name: name, statement: index))
        return handle.sendPrepare(name, statement.text, types: statement.types)
            && handle.sendPrepared(name, statement.values)
    }
}
