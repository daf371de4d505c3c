import Glibc
import Postgres
import TestSupport
import Testing

@Suite("A frozen server")
struct FrozenTests {
    @Test(
        "A server that neither answers nor takes a cancel costs the time limits, not for ever",
        .timeLimit(.minutes(1)))
    func frozen() async throws {
        let server = try await TemporaryPostgres.start()
        var hasty = server.configuration()
        hasty.cancelTimeLimit = .milliseconds(100)
        let connections = (try await Connection.connect(hasty), try await Connection.connect(hasty))
        let processes = [server.processID, connections.0.processID, connections.1.processID]
        for process in processes { kill(process, SIGSTOP) }
        let limit = Duration.milliseconds(100)
        let write = await failure { try await connections.0.query("SELECT 1", timeLimit: limit) }
        let read = await failure {
            try await connections.1.query(SQL("SELECT 1").readOnly(), timeLimit: limit)
        }
        for process in processes { kill(process, SIGCONT) }
        #expect(write?.kind == .outcomeUnknown && write?.isConnectionLost == true)
        #expect(read?.kind == .unavailable(.timeout) && read?.isConnectionLost == true)
        try await server.remove()
    }
}
