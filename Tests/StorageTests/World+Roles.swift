import Postgres

extension World {
    /// Runs `body` with a pool whose connections have the rights of one serving role only.
    func asRole(_ role: String, _ body: (Pool) async throws -> Void) async throws {
        var configuration = PoolConfiguration()
        configuration.onConnect = { connection in
            try await connection.execute(SQL("role", "SET ROLE \(identifier: role)").unprepared())
        }
        let pool = Pool(database, configuration)
        do {
            try await body(pool)
            await pool.shutdown()
        } catch {
            await pool.shutdown()
            throw error
        }
    }
}
