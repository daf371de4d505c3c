import Mail
import TestSupport
import Testing

@Suite("Mail under TLS", .serialized)
struct SMTPSecurityTests {
    private static let login = (user: "entente", password: "canary-7f3a")
    private static let secured = Result<RecordingSMTP, any Error> {
        try RecordingSMTP(security: .startTLS, login: login)
    }
    private static let clear = Result<RecordingSMTP, any Error> { try RecordingSMTP() }

    private func configuration(
        _ server: RecordingSMTP, _ security: SMTPConfiguration.Security, trust: Bool = true,
        password: String? = nil, host: String = "localhost"
    ) throws -> SMTPConfiguration {
        try SMTPConfiguration(
            host: host, port: server.port, security: security,
            authoritiesFile: trust ? server.certificate : nil,
            credentials: password.map { .init(user: "entente", password: $0) })
    }

    private func verdict(_ configuration: SMTPConfiguration) async throws -> Delivery.Verdict {
        try #require(await SMTPTransport(configuration).deliver(try Fixture.mail()).entries.first?.verdict)
    }

    @Test("STARTTLS and a login deliver over a verified channel")
    func startTLS() async throws {
        let server = try Self.secured.get()
        try server.follow(.init())
        let verdict = try await verdict(configuration(server, .startTLS, password: Self.login.password))
        #expect(verdict.isAccepted)
        let stored = try #require(try server.received().last)
        #expect(stored.overTLS && stored.user == "entente")
    }

    @Test("TLS from the first byte delivers")
    func implicitTLS() async throws {
        let server = try RecordingSMTP(security: .implicitTLS)
        #expect(try await verdict(configuration(server, .implicitTLS)).isAccepted)
        #expect(try server.received().count == 1)
    }

    @Test("Where TLS cannot be had or trusted nothing is sent and the verdict says why")
    func neverFallsBack() async throws {
        let (secure, clear) = (try Self.secured.get(), try Self.clear.get())
        var rules = RecordingSMTP.Rules()
        let before = try secure.received().count
        let untrusted = try await verdict(configuration(secure, .startTLS, trust: false))
        let absent = try await verdict(configuration(clear, .startTLS))
        let plain = try await verdict(configuration(clear, .implicitTLS))
        rules.injectsBeforeTLS = true
        try secure.follow(rules)
        let injected = try await verdict(configuration(secure, .startTLS, password: Self.login.password))
        for verdict in [untrusted, absent, plain, injected] {
            let reply = try #require(verdict.reply)
            #expect(verdict == .transient(reply) && !reply.text.isEmpty)
        }
        #expect(untrusted.reply?.text.lowercased().contains("certificate") == true)
        #expect(try secure.received().count == before)
        #expect(try clear.received().isEmpty)
    }

    @Test("A wrong password is transient, and neither it nor the user is in any text")
    func wrongPassword() async throws {
        let server = try Self.secured.get()
        try server.follow(.init())
        let configuration = try configuration(server, .startTLS, password: "canary-wrong")
        let verdict = try await verdict(configuration)
        let reply = try #require(verdict.reply)
        #expect(verdict == .transient(reply) && reply.stage == .login && reply.code == 535)
        var dumped = "\(configuration) \(verdict)"
        dump(configuration, to: &dumped)
        #expect(!dumped.contains("canary") && !dumped.contains("\"entente\""))
    }

    @Test(
        "A configuration that would send in clear text or to nowhere is refused",
        arguments: [
            ("smtp.example", 25, .clearTextOnLoopback, .clearText),
            ("127.0.0.256", 25, .clearTextOnLoopback, .clearText),
            ("127.0.0.1.example", 25, .clearTextOnLoopback, .clearText), ("", 25, .startTLS, .host),
            ("a/b", 25, .startTLS, .host), ("a@b", 25, .startTLS, .host), ("-h", 25, .startTLS, .host),
            ("a b", 25, .startTLS, .host), ("smtp.example", 0, .startTLS, .port),
            ("smtp.example", 65_536, .startTLS, .port),
        ] as [(String, Int, SMTPConfiguration.Security, SMTPConfiguration.Invalid)])
    func refused(
        host: String, port: Int, security: SMTPConfiguration.Security, reason: SMTPConfiguration.Invalid
    ) {
        #expect(throws: reason) { try SMTPConfiguration(host: host, port: port, security: security) }
    }

    @Test("Loopback is known by name and number", arguments: ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
    func loopback(host: String) throws {
        #expect(try SMTPConfiguration(host: host, port: 25, security: .clearTextOnLoopback).isLoopback)
        #expect(try !SMTPConfiguration(host: "smtp.example", port: 25).isLoopback)
    }
}
