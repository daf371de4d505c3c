import Mail
import Synchronization
import TestSupport
import Testing

/// Conversations with a real server on loopback.
///
/// One after another: each test tells the server how to answer.
@Suite("Handing mail to an SMTP server", .serialized)
struct SMTPTransportTests {
    private static let shared = Result<RecordingSMTP, any Error> { try RecordingSMTP() }
    private let server: RecordingSMTP
    private let transport: SMTPTransport

    init() throws {
        server = try Self.shared.get()
        try server.follow(.init())
        transport = try Fixture.transport(to: server)
    }

    private func received(_ mail: Mail) throws -> [RecordingSMTP.Received] {
        try server.received().filter { $0.text.contains(mail.message.id.text) }
    }

    @Test("A healthy server stores exactly the encoded bytes, for exactly the envelope")
    func delivers() async throws {
        let mail = try Fixture.mail(to: ["berg@lab.example", "office@entente.example"])
        let delivery = await transport.deliver(mail)
        #expect(delivery.isComplete)
        #expect(delivery.entries.map(\.recipient) == mail.recipients)
        let stored = try #require(try received(mail).first)
        #expect(stored.bytes == MIMEEncoder.encode(mail.message))
        #expect(stored.recipients == ["berg@lab.example", "office@entente.example"])
        #expect(stored.sender == "noreply@entente.example")
        #expect(stored.helloName == "entente.example")
    }

    @Test("Each recipient has a verdict of its own, and the others are served")
    func verdictsApart() async throws {
        var rules = RecordingSMTP.Rules()
        rules.recipients = [
            "a@x.example": ["450 4.2.1 Greylisted"], "b@x.example": ["550 5.1.1 No such user"],
        ]
        try server.follow(rules)
        let mail = try Fixture.mail(to: ["a@x.example", "b@x.example", "c@x.example"])
        let verdicts = await transport.deliver(mail).entries.map(\.verdict)
        #expect(verdicts[0] == .transient(.init(stage: .recipient, code: 450, text: "4.2.1 Greylisted")))
        #expect(verdicts[1] == .permanent(.init(stage: .recipient, code: 550, text: "5.1.1 No such user")))
        #expect(verdicts[2].isAccepted)
        #expect(try received(mail).map(\.recipients) == [["c@x.example"]])
    }

    @Test("When no recipient is wanted nothing is stored and each reply is kept")
    func allRefused() async throws {
        var rules = RecordingSMTP.Rules()
        rules.recipients = ["a@x.example": ["451 4.3.0 Later"], "b@x.example": ["554 5.7.1 Never"]]
        try server.follow(rules)
        let mail = try Fixture.mail(to: ["a@x.example", "b@x.example"])
        let verdicts = await transport.deliver(mail).entries.map(\.verdict)
        #expect(verdicts[0] == .transient(.init(stage: .recipient, code: 451, text: "4.3.0 Later")))
        #expect(verdicts[1] == .permanent(.init(stage: .recipient, code: 554, text: "5.7.1 Never")))
        #expect(try received(mail).isEmpty)
    }

    @Test("A refusal at any other step is judged by its step and its first digit", arguments: stages)
    func refusedStep(stage: SMTPStage, reply: String, isPermanent: Bool) async throws {
        try server.follow(Self.rules(refusingAt: stage, reply))
        let mail = try Fixture.mail()
        let verdict = try #require(await transport.deliver(mail).entries.first?.verdict)
        let expected = Delivery.Reply(
            stage: stage, code: Int(reply.prefix(3)), text: String(reply.dropFirst(4)))
        #expect(verdict == (isPermanent ? .permanent(expected) : .transient(expected)))
        #expect(try received(mail).isEmpty)
    }

    private static let stages: [(SMTPStage, String, Bool)] = [
        (.greeting, "554 5.3.2 No service", false), (.greeting, "421 4.3.2 Busy", false),
        (.sender, "451 4.1.8 Sender later", false), (.sender, "550 5.7.1 Sender refused", false),
        (.recipient, "421 4.7.0 Going away", false), (.recipient, "452 4.5.3 Too many", false),
        (.data, "451 4.3.0 Not now", false), (.data, "554 5.5.1 No valid recipients", true),
        (.data, "421 4.3.2 Going away", false), (.afterContent, "452 4.3.1 Disk full", false),
        (.afterContent, "552 5.3.4 Too large", true), (.afterContent, "554 5.6.0 Refused content", true),
    ]

    private static func rules(refusingAt stage: SMTPStage, _ reply: String) -> RecordingSMTP.Rules {
        var rules = RecordingSMTP.Rules()
        switch stage {
        case .greeting: rules.greeting = [reply]
        case .sender: rules.mail = [reply]
        case .recipient: rules.recipients = ["berg@lab.example": [reply]]
        case .data: rules.data = [reply]
        case .afterContent: rules.content = [reply]
        case .connect, .hello, .startTLS, .login, .content, .file: break
        }
        return rules
    }

    @Test("Stored but cut before the 250 is unknown, and the next attempt sends the same bytes")
    func ambiguous() async throws {
        var rules = RecordingSMTP.Rules()
        rules.cutAfterStore = 1
        try server.follow(rules)
        let mail = try Fixture.mail()
        let verdict = try #require(await transport.deliver(mail).entries.first?.verdict)
        guard case .unknown(let reply) = verdict else {
            Issue.record("expected unknown, not \(verdict)")
            return
        }
        #expect(reply.stage == .afterContent && reply.code == nil)
        #expect(await transport.deliver(mail).isComplete)
        let copies = try received(mail)
        #expect(copies.count == 2 && copies[0].bytes == copies[1].bytes)
    }

    @Test("A worker that may no longer proceed sends nothing", arguments: [(0, 0), (1, 1)])
    func withheld(yesses: Int, connections: Int) async throws {
        let before = try server.connectionCount()
        let left = Atomic(yesses)
        let mail = try Fixture.mail()
        let delivery = await transport.deliver(mail) { left.subtract(1, ordering: .relaxed).newValue >= 0 }
        #expect(delivery == Delivery(.withheld, for: mail))
        #expect(try received(mail).isEmpty)
        #expect(try server.connectionCount() - before == connections)
    }

    @Test("A cancelled task does not start to send")
    func cancelled() async throws {
        let mail = try Fixture.mail()
        let transport = transport
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await transport.deliver(mail)
        }
        #expect(await task.value == Delivery(.withheld, for: mail))
        #expect(try received(mail).isEmpty)
    }

    @Test(
        "A server that says nothing is left after the time limit",
        arguments: [SMTPStage.connect, .afterContent])
    func silence(stage: SMTPStage) async throws {
        var rules = RecordingSMTP.Rules()
        rules.silentGreetings = stage == .connect ? 1 : 0
        rules.silentAfterStore = stage == .afterContent ? 1 : 0
        try server.follow(rules)
        let mail = try Fixture.mail()
        let impatient = try Fixture.transport(to: server, limits: .init(each: .milliseconds(200)))
        let verdict = try #require(await impatient.deliver(mail).entries.first?.verdict)
        let reply = try #require(verdict.reply)
        #expect(reply.stage == stage && reply.code == nil && reply.text.contains("no complete answer within"))
        #expect(verdict == (stage == .connect ? .transient(reply) : .unknown(reply)))
    }

    @Test("The way to the greeting, and the whole mail, have limits of their own", arguments: [true, false])
    func ownLimits(reach: Bool) async throws {
        var rules = RecordingSMTP.Rules()
        rules.silentGreetings = reach ? 1 : 0
        rules.silentAfterStore = reach ? 0 : 1
        try server.follow(rules)
        let (short, long) = (Duration.milliseconds(300), Duration.seconds(60))
        let limits = SMTPTimeLimits(reach: reach ? short : long, whole: reach ? long : short)
        let impatient = try Fixture.transport(to: server, limits: limits)
        let verdict = try #require(await impatient.deliver(try Fixture.mail()).entries.first?.verdict)
        let reply = try #require(verdict.reply)
        #expect(reply.text.contains("no complete answer within 0.3 seconds"), "\(reply.text)")
        #expect(verdict == (reach ? .transient(reply) : .unknown(reply)))
    }

    @Test("Mails in a row share one connection; one that the server closed is replaced at once")
    func reuse() async throws {
        let before = try server.connectionCount()
        for _ in 0..<5 { #expect(await transport.deliver(try Fixture.mail()).isComplete) }
        #expect(try server.connectionCount() - before == 1)
        var rules = RecordingSMTP.Rules()
        rules.mail = ["421 4.7.0 Enough mails on this connection", "250 OK"]
        try server.follow(rules)
        #expect(await transport.deliver(try Fixture.mail()).isComplete)
        #expect(try server.connectionCount() - before == 2)
    }

    @Test("Many at once are all stored, once each, over no more connections than lanes")
    func concurrent() async throws {
        let before = try server.connectionCount()
        let mails = try (0..<60).map { try Fixture.mail(text: "\($0)") }
        let transport = transport
        await withTaskGroup(of: Bool.self) { group in
            for mail in mails { group.addTask { await transport.deliver(mail).isComplete } }
            for await isComplete in group { #expect(isComplete) }
        }
        let stored = try server.received()
        for mail in mails { #expect(stored.count { $0.text.contains(mail.message.id.text) } == 1) }
        #expect(try server.connectionCount() - before <= 4)
    }

    @Test("A stranger's reply is cleaned and cut before it is kept")
    func cleanedReply() async throws {
        var rules = RecordingSMTP.Rules()
        rules.recipients = [
            "berg@lab.example": ["550 \u{1B}[2Jbad\tuser " + String(repeating: "x", count: 300)]
        ]
        try server.follow(rules)
        let text = try #require(
            await transport.deliver(try Fixture.mail()).entries.first?.verdict.reply?.text)
        #expect(text.hasPrefix("[2Jbad user xxx") && text.count == 200)
    }

    @Test("Nobody listening, or no such host, is transient and says so")
    func unreachable() async throws {
        let gone = try RecordingSMTP()
        gone.stop()
        for host in ["127.0.0.1", "nowhere.invalid"] {
            let security = host == "127.0.0.1" ? SMTPConfiguration.Security.clearTextOnLoopback : .startTLS
            let transport = SMTPTransport(
                try SMTPConfiguration(host: host, port: gone.port, security: security))
            let verdict = try #require(await transport.deliver(try Fixture.mail()).entries.first?.verdict)
            let reply = try #require(verdict.reply)
            #expect(verdict == .transient(reply) && reply.stage == .connect && !reply.text.isEmpty)
        }
    }
}
