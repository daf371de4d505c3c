import CLibpq

extension Connection {
    /// Sends statements in one pipeline and reads all answers.
    ///
    /// Outside a transaction they form one: all of them are applied, or none. After an error the connection is
    /// usable unless the error says that it is lost.
    func exchange(_ statements: [SQL], _ terms: Terms) throws(PostgresError) -> [Rows] {
        let handle = try live()
        var patience = Patience(
            terms.timeLimit, cancelTimeLimit: configuration.cancelTimeLimit, ticket: terms.ticket)
        guard !patience.isCancelled else { throw PostgresError(.cancelled) }
        let decides = terms.isCommit || (handle.isIdle && !statements.allSatisfy(\.isReadOnly))
        var exchange = Exchange()
        do throws(PostgresError) {
            guard try exchange.send(statements, on: handle, &prepared) else { throw lost(handle) }
            let rows = try collect(exchange.answers, statements, &patience)
            try checkNotices(handle)
            return rows
        } catch {
            throw settle(error, handle, decides: decides, terms, statements)
        }
    }

    /// Reads the answers up to the end of the pipeline.
    private func collect(
        _ answers: [Exchange.Answer], _ statements: [SQL], _ patience: inout Patience
    ) throws(PostgresError) -> [Rows] {
        var rows: [Rows] = []
        var failure: PostgresError?
        for answer in answers {
            let result = try answerResult(answer, &patience)
            let statement = answer.statement.map { statements[$0] }
            if let error = try refusal(in: result, statement, patience, atParse: answer.isParse) {
                failure = failure ?? (answer.isSync ? error.during(.commit) : error)
                if answer.isSync { try awaitSync(&patience) }
            } else {
                note(answer, result, statement, &rows)
            }
        }
        guard try liveForCopy().exitPipeline() else { throw lost(try liveForCopy()) }
        if let failure { throw failure }
        return rows
    }

    /// One answer; libpq ends each but the last with a nil, which is read as well.
    private func answerResult(
        _ answer: Exchange.Answer, _ patience: inout Patience
    ) throws(PostgresError) -> PQResult {
        guard let result = try receive(&patience) else { throw lost(try liveForCopy()) }
        guard !answer.isSync else { return result }
        guard !result.isCopy else {
            throw PostgresError(.misuse("COPY has its own calls")).losingConnection()
        }
        guard !result.isFatal else { return result }
        while try receive(&patience) != nil {}
        return result
    }

    /// Reads on to the end of the pipeline, after the error of the commit that came in its place.
    ///
    /// Libpq may end the error with a nil.
    private func awaitSync(_ patience: inout Patience) throws(PostgresError) {
        var end = try receive(&patience)
        if end == nil { end = try receive(&patience) }
        guard let end else { throw lost(try liveForCopy()) }
        _ = try refusal(in: end, nil, patience)
        guard end.isSync else { throw lost(try liveForCopy()) }
    }

    /// The error that a result holds.
    ///
    /// - Parameter atParse: whether it is the answer to a statement's text alone.
    /// - Throws: the error at once when it ends the connection.
    func refusal(
        in result: PQResult, _ statement: SQL?, _ patience: Patience, atParse: Bool = false
    ) throws(PostgresError) -> PostgresError? {
        guard result.isError else { return nil }
        guard result.status != PGRES_PIPELINE_ABORTED else {
            var error = PostgresError(.pipelineAborted)
            error.statement = statement?.label
            return error
        }
        let isValueFree = atParse || statement?.bindsValues == false
        var error = PostgresError(result, statement: statement?.label, isValueFree: isValueFree)
        if error.sqlState == "57014" { error.kind = kindOfCancel(error, patience) }
        guard !result.isFatal, error.sqlState != nil else { throw error.losingConnection() }
        if result.saysPlanIsStale { prepared.forgetAll() }
        return error
    }

    private func kindOfCancel(_ error: PostgresError, _ patience: Patience) -> PostgresError.Kind {
        switch patience.stop {
        case .task: return .cancelled
        case .time: return .statementTimeout
        case nil:
            let isLate = ContinuousClock.now - patience.start >= statementTimeLimit
            return isLate || error.message?.contains("timeout") == true
                ? .statementTimeout : .cancelledByServer
        }
    }

    private func note(_ answer: Exchange.Answer, _ result: PQResult, _ statement: SQL?, _ rows: inout [Rows])
    {
        switch answer {
        case .prepared(let key, let name, _): prepared.insert(key, name: name)
        case .rows: rows.append(Rows(result: result, statement: statement?.label))
        case .deallocated, .sync: break
        }
    }
}

extension Exchange.Answer {
    fileprivate var statement: Int? {
        switch self {
        case .prepared(_, _, let statement), .rows(let statement): statement
        case .deallocated, .sync: nil
        }
    }

    /// Whether it answers the text of a statement, before any value is bound.
    fileprivate var isParse: Bool {
        if case .prepared = self { true } else { false }
    }

    /// Whether it ends the pipeline, and with it the transaction when none was open before.
    fileprivate var isSync: Bool {
        if case .sync = self { true } else { false }
    }
}
