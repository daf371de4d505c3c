import Mail
import Testing

/// Transcripts: `>` what the client sent, `<` what the server answered, `*` the content begins, `.` it has
/// ended.
@Suite("What a conversation means for each recipient")
struct SMTPConversationTests {
    private static let opening = [
        "< 220 mx", "> EHLO e", "< 250-mx", "< 250 OK", "> MAIL FROM:<n@e>", "< 250 OK",
    ]

    private func verdicts(_ transcript: [String], fault: String? = "reset", recipients: Int = 2) throws
        -> [String]
    {
        var conversation = SMTPConversation()
        for line in transcript {
            switch line.first {
            case ">": conversation.sent(String(line.dropFirst(2)))
            case "<": conversation.received(String(line.dropFirst(2)) + "\r\n")
            case "*": conversation.contentBegins()
            case ".": conversation.contentEnded()
            default: conversation.withhold()
            }
        }
        let mail = try Fixture.mail(to: (0..<recipients).map { "r\($0)@x.example" })
        return conversation.delivery(of: mail, fault: fault).entries.map { entry in
            switch entry.verdict {
            case .accepted: "accepted"
            case .transient(let reply): "transient \(reply)"
            case .permanent(let reply): "permanent \(reply)"
            case .unknown(let reply): "unknown \(reply)"
            case .withheld: "withheld"
            }
        }
    }

    @Test("After the envelope, the end decides", arguments: endings)
    func ending(rest: [String], expected: [String]) throws {
        let accepted = Self.opening + ["> RCPT TO:<a>", "< 250 OK", "> RCPT TO:<b>", "< 250 OK"]
        #expect(try verdicts(accepted + rest) == expected)
    }

    private static let endings: [([String], [String])] = [
        (["> DATA", "< 354 go", "*", ".", "< 250 stored"], ["accepted", "accepted"]),
        (
            ["> DATA", "< 354 go", "*", ".", "< 250-a", "< 250 stored", "> QUIT", "< 221 bye"],
            ["accepted", "accepted"]
        ),
        (["> DATA", "< 354 go", "*", "."], both("unknown end of data: reset")),
        (["> DATA", "< 354 go", "*", ".", "< 250-half"], both("unknown end of data: reset")),
        (["> DATA", "< 354 go", "*", ".", "> QUIT", "< 221 bye"], both("unknown end of data: reset")),
        (["> DATA", "< 354 go", "*"], both("transient content: reset")),
        (["> DATA", "< 354 go"], both("transient DATA: reset")),
        (["> DATA", "< 354 go", "withhold"], ["withheld", "withheld"]),
        (["> DATA"], both("transient DATA: reset")), ([], both("transient RCPT TO: reset")),
        (["> DATA", "< 451 later", "> QUIT", "< 221 bye"], both("transient DATA: 451 later")),
        (["> DATA", "< 554 no", "> QUIT", "< 221 bye"], both("permanent DATA: 554 no")),
        (["> DATA", "< 354 go", "*", ".", "< 452 full"], both("transient end of data: 452 full")),
        (["> DATA", "< 354 go", "*", ".", "< 552 big"], both("permanent end of data: 552 big")),
    ]

    private static func both(_ verdict: String) -> [String] { [verdict, verdict] }

    @Test("Each RCPT keeps its own answer", arguments: envelopes)
    func envelope(rest: [String], expected: [String]) throws {
        #expect(try verdicts(Self.opening + rest) == expected)
    }

    private static let envelopes: [([String], [String])] = [
        (
            ["> RCPT TO:<a>", "< 550-5.1.1 no", "< 550 user", "> RCPT TO:<b>", "< 250 OK"]
                + ["> DATA", "< 354 go", "*", ".", "< 250 stored"],
            ["permanent RCPT TO: 550 5.1.1 no user", "accepted"]
        ),
        (
            ["> RCPT TO:<a>", "< 250 OK", "> RCPT TO:<b>", "< 450 later", "> DATA", "< 354 go", "*", "."],
            ["unknown end of data: reset", "transient RCPT TO: 450 later"]
        ),
        (["> RCPT TO:<a>", "< 421 bye"], ["transient RCPT TO: 421 bye", "transient RCPT TO: 421 bye"]),
        (["> RCPT TO:<a>", "< 550 no"], ["permanent RCPT TO: 550 no", "transient RCPT TO: reset"]),
        (["> RCPT TO:<a>", "< 250 OK"], both("transient RCPT TO: reset")),
    ]

    @Test(
        "A fault before the envelope is transient for all, with the server's words if it gave any",
        arguments: earlyFaults)
    func early(transcript: [String], expected: String) throws {
        #expect(try verdicts(transcript, recipients: 1) == [expected])
    }

    private static let earlyFaults: [([String], String)] = [
        ([], "transient connect: reset"), (["< 554 no service"], "transient greeting: 554 no service"),
        (["< 220 mx", "> EHLO e"], "transient EHLO: reset"),
        (
            ["< 220 mx", "> EHLO e", "< 250 OK", "> STARTTLS", "< 454 no TLS"],
            "transient STARTTLS: 454 no TLS"
        ),
        (["< 220 mx", "> EHLO e", "< 250 OK", "> AUTH PLAIN", "< 535 bad"], "transient AUTH: 535 bad"),
        (["> MAIL FROM:<n@e>", "< 550 sender"], "transient MAIL FROM: 550 sender"),
        (["> QUIT", "< 221 bye", "< 220 mx", "> EHLO e"], "transient EHLO: reset"),
    ]

    @Test("The answer to a login's challenge is not taken for a command, whatever it spells")
    func challenge() throws {
        var conversation = SMTPConversation()
        for step in ["220 mx"] { conversation.received(step) }
        conversation.sent("AUTH LOGIN")
        conversation.received("334 VXNlcm5hbWU6")
        conversation.sent("RCPTabcd")
        conversation.received("334 UGFzc3dvcmQ6")
        conversation.sent("DATAabcd")
        conversation.received("535 no")
        #expect(conversation.stage == .login)
    }

    @Test("An open connection used again is known by its first command", arguments: [true, false])
    func oldConnection(isOld: Bool) {
        var conversation = SMTPConversation()
        if !isOld { conversation.received("220 mx") }
        conversation.sent("MAIL FROM:<n@e>")
        #expect(conversation.usesOldConnection == isOld)
    }
}
