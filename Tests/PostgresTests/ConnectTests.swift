import Postgres
import TestSupport
import Testing

@Suite("Connecting")
struct ConnectTests {
    /// A server on 127.0.0.1 that takes TLS only, shared by the tests that need one.
    private static let tls = Task {
        var options = TemporaryPostgres.Options()
        options.tcp = true
        options.tls = true
        return try await TemporaryPostgres.start(options)
    }

    @Test("A password is proved by SCRAM, over TLS with the certificate checked")
    func scramOverTLS() async throws {
        let server = try await Self.tls.value
        let string = server.tcpString(password: server.password)
        let verified =
            "\(string) sslmode=verify-full sslrootcert=\(server.certificate) channel_binding=require"
        let connection = try await Connection.connect(ConnectionConfiguration(verified))
        #expect(await connection.isEncrypted)
        #expect(
            try await connection.value(
                Bool.self, "SELECT ssl FROM pg_stat_ssl WHERE pid = \(connection.processID)"))
        await connection.close()
    }

    @Test(
        "A wrong password, an unknown database and clear text are refused as authentication",
        arguments: [0, 1, 2])
    func refused(case number: Int) async throws {
        let server = try await Self.tls.value
        let strings = [
            server.tcpString(password: "secret-canary"),
            server.tcpString(database: "nowhere", password: server.password),
            server.tcpString(password: server.password) + " sslmode=disable",
        ]
        let error = await failure { try await Connection.connect(ConnectionConfiguration(strings[number])) }
        #expect(error?.kind == .authentication && error?.phase == .connect)
        #expect(error?.sqlState == ["28P01", "3D000", "28000"][number])
        #expect(error?.description.contains("secret-canary") == false)
    }

    @Test("A certificate of nobody we know is refused")
    func unknownCertificate() async throws {
        let server = try await Self.tls.value
        let string =
            server.tcpString(password: server.password) + " sslmode=verify-full sslrootcert=/dev/null"
        let error = await failure { try await Connection.connect(ConnectionConfiguration(string)) }
        #expect(error?.kind == .unavailable(.unreachable))
    }

    @Test("The next host of the list serves when the first is read-only")
    func readOnlyHost() async throws {
        var options = TemporaryPostgres.Options()
        options.settings["default_transaction_read_only"] = "on"
        let replica = try await TemporaryPostgres.start(options)
        let server = try await TemporaryPostgres.shared
        let sockets = [replica, server].map {
            $0.configuration().string.split(separator: " ")[0].dropFirst("host=".count)
        }
        let string =
            "host=\(sockets.joined(separator: ",")) port=\(replica.port),\(server.port) user=postgres "
            + "dbname=postgres target_session_attrs=read-write"
        let connection = try await Connection.connect(ConnectionConfiguration(string))
        #expect(try await connection.value(String.self, "SHOW default_transaction_read_only") == "off")
        await connection.close()
        try await replica.remove()
    }

    @Test("The next host of the list serves when the first is dead")
    func hosts() async throws {
        let server = try await TemporaryPostgres.shared
        let socket = server.configuration().string.split(separator: " ")[0].dropFirst("host=".count)
        for list in ["/nowhere,\(socket)", "127.0.0.1,\(socket)"] {
            let string =
                "host=\(list) port=1,\(server.port) user=postgres dbname=postgres target_session_attrs=read-write"
            let connection = try await Connection.connect(ConnectionConfiguration(string))
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
            await connection.close()
        }
        let standby = server.string() + " target_session_attrs=standby"
        #expect(
            await failure { try await Connection.connect(ConnectionConfiguration(standby)) }?.kind
                == .unavailable(.unreachable))
        let preferred = server.string() + " target_session_attrs=prefer-standby"
        try await Connection.connect(ConnectionConfiguration(preferred)).close()
    }

    @Test("A host that takes the call and says nothing costs its time limit, not for ever")
    func silentHost() async throws {
        let listener = try SilentListener()
        var configuration = ConnectionConfiguration(
            "host=127.0.0.1 port=\(listener.port) user=u sslmode=disable")
        configuration.connectTimeLimit = .milliseconds(200)
        let error = await failure { try await Connection.connect(configuration) }
        #expect(error?.kind == .unavailable(.timeout))
    }

    @Test("A limit of the session is the configuration's, unless the options of the string set it")
    func limits() async throws {
        let server = try await TemporaryPostgres.shared
        var configuration = server.configuration()
        configuration.string += " options='-c lock_timeout=7s'"
        configuration.statementTimeLimit = .seconds(11)
        let connection = try await Connection.connect(configuration)
        #expect(try await connection.value(String.self, "SELECT current_setting('lock_timeout')") == "7s")
        #expect(
            try await connection.value(String.self, "SELECT current_setting('statement_timeout')") == "11s")
        await connection.close()
    }

    @Test(
        "A longer limit in the options of the string is waited for, also on this side",
        arguments: ["1min", "0"])
    func statedLimit(limit: String) async throws {
        var configuration = try await TemporaryPostgres.shared.configuration()
        configuration.string += " options='-c statement_timeout=\(limit)'"
        configuration.statementTimeLimit = .milliseconds(1)
        configuration.networkTimeLimit = .milliseconds(1)
        let connection = try await Connection.connect(configuration)
        #expect(try await connection.query("SELECT pg_sleep(0.1)").count == 1)
        #expect(
            try await connection.value(String.self, "SELECT current_setting('statement_timeout')") == limit)
        await connection.close()
    }

    @Test("A string that libpq cannot read is a mistake, and is not repeated")
    func unreadable() async throws {
        let error = await failure {
            try await Connection.connect(ConnectionConfiguration("password=canary host"))
        }
        #expect(error?.description.contains("canary") == false)
        guard case .misuse = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("The connection limit of a role is told apart")
    func tooMany() async throws {
        let server = try await TemporaryPostgres.shared
        try await server.execute("CREATE ROLE narrow LOGIN CONNECTION LIMIT 1")
        try await server.permit(role: "narrow")
        let first = try await Connection.connect(server.configuration(user: "narrow"))
        let error = await failure { try await Connection.connect(server.configuration(user: "narrow")) }
        #expect(error?.kind == .tooManyConnections)
        await first.close()
    }
}
