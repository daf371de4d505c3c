import Postgres
import Testing
import Web

@testable import App

@Suite("What pages take for a database that is away")
struct PossibleOutageTests {
    private static func error(
        _ kind: PostgresError.Kind, _ phase: PostgresError.Phase, isLost: Bool = false
    ) -> PostgresError {
        var error = PostgresError(kind)
        (error.phase, error.isConnectionLost) = (phase, isLost)
        return error
    }

    @Test(
        "A connection that is lost or cannot be had is an outage; a statement that fails is not",
        arguments: [
            (error(.authentication, .connect), true), (error(.tooManyConnections, .connect), true),
            (error(.statementTimeout, .pool), true), (error(.outcomeUnknown, .commit, isLost: true), true),
            (error(.statementTimeout, .statement, isLost: true), true),
            (error(.statementTimeout, .statement), false), (error(.uniqueViolation, .statement), false),
            (error(.serializationFailure, .commit), false), (error(.storageFull, .statement), false),
        ])
    func outage(error: PostgresError, isOutage: Bool) {
        #expect(error.isOutage == isOutage)
        let possible: any PossibleOutage = error
        #expect(possible.isOutage == isOutage)
    }
}
