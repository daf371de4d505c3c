import Agreements
import Crypto
import Engine
import Foundation
import Jobs
import Mail
import Synchronization
import Testing

@testable import Notices

@Suite("Delivering a notice")
struct NoticeWorkerTests {
    private static let person = "rector@snu.example"
    private static let office = "contact@entente.example"

    struct Story: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var before: [NoticeVerdict] = []
        var answers: [String: Delivery.Verdict] = [:]
        let outcome: Outcome
        let asked: [String]
    }

    private static func reply(_ code: Int) -> Delivery.Reply {
        .init(stage: .recipient, code: code, text: "so it is")
    }

    static let stories = [
        Story(
            testDescription: "both addresses accept",
            answers: [person: .accepted(reply(250)), office: .accepted(reply(250))],
            outcome: .done, asked: [person, office]),
        Story(
            testDescription: "a worker was killed after both had accepted",
            before: [person, office].map { .init(address: $0, outcome: .accepted, reply: "") },
            outcome: .done, asked: []),
        Story(
            testDescription: "a retry names only the address that has not accepted",
            before: [
                .init(address: person, outcome: .accepted, reply: ""),
                .init(address: office, outcome: .transient, reply: ""),
            ],
            answers: [office: .accepted(reply(250))], outcome: .done, asked: [office]),
        Story(
            testDescription: "a copy refused for good never fails the notice",
            answers: [person: .accepted(reply(250)), office: .permanent(reply(550))], outcome: .done,
            asked: [person, office]),
        Story(
            testDescription: "the recipient is refused for good",
            answers: [person: .permanent(reply(550)), office: .accepted(reply(250))],
            outcome: .abandon(because: "refused for good: \(reply(550))"), asked: [person, office]),
        Story(
            testDescription: "the recipient must wait",
            answers: [person: .transient(reply(450)), office: .accepted(reply(250))],
            outcome: .retry(because: "\(reply(450))"), asked: [person, office]),
    ]

    @Test("What became of it depends on each address", arguments: stories)
    func deliver(story: Story) async throws {
        let notice = Self.notice(story.before)
        let asked = Mutex<[String]>([])
        var mailbox = Mailbox.unimplemented
        mailbox.deliver = { mail, _ in
            asked.withLock { $0 += mail.recipients.map(\.text) }
            return Delivery(entries: mail.recipients.map { .init($0, story.answers[$0.text] ?? .withheld) })
        }
        let worker = NoticeWorker(
            book: NoticeBook(
                load: { _ in notice }, keepLetterhead: { $1 }, record: { _, _ in }, withdraw: { _ in }),
            mailbox: mailbox, letterhead: Self.letterhead, key: Self.key)
        let outcome = try await worker.deliver(Self.job(of: notice)) { true }
        #expect(outcome == story.outcome)
        #expect(asked.withLock(\.self) == story.asked)
    }

    @Test("A notice that stopped being true is withdrawn by the job that holds it, and nothing is sent")
    func withdrawn() async throws {
        var notice = Self.notice([])
        notice.withdrawn = true
        let (id, stored) = (notice.id, notice)
        let withdrawn = Mutex<[UUID]>([])
        let worker = NoticeWorker(
            book: NoticeBook(
                load: { _ in stored }, keepLetterhead: { $1 },
                record: { _, _ in Issue.record("nothing was sent") },
                withdraw: { id in withdrawn.withLock { $0.append(id) } }),
            mailbox: .unimplemented, letterhead: Self.letterhead, key: Self.key)
        #expect(try await worker.deliver(Self.job(of: notice)) { true } == .done)
        #expect(withdrawn.withLock(\.self) == [id])
    }

    @Test("A retry has the bytes of the first try, whatever the settings say by then")
    func sameBytes() async throws {
        let stored = Mutex(Self.notice([]))
        let sent = Mutex<[Mail]>([])
        var mailbox = Mailbox.unimplemented
        mailbox.deliver = { mail, _ in
            sent.withLock { $0.append(mail) }
            return Delivery(.transient(Self.reply(450)), for: mail)
        }
        let book = NoticeBook(
            load: { _ in stored.withLock(\.self) },
            keepLetterhead: { _, offered in
                stored.withLock { notice in
                    notice.letterhead = notice.letterhead ?? offered
                    return notice.letterhead ?? offered
                }
            }, record: { _, _ in }, withdraw: { _ in })
        var letterhead = Self.letterhead
        for base in ["http://127.0.0.1:8080", "https://elsewhere.example"] {
            (letterhead.baseURL, letterhead.sender) = (base, "a\(base.count)@entente.example")
            let own = letterhead
            let worker = NoticeWorker(
                book: book, mailbox: mailbox, letterhead: own, key: Self.key)
            _ = try await worker.deliver(Self.job(of: stored.withLock(\.self))) { true }
        }
        let bytes = sent.withLock { $0.map { MIMEEncoder.encode($0.message) } }
        #expect(bytes.count == 2 && bytes[0] == bytes[1])
        #expect(sent.withLock { $0.allSatisfy { $0.sender.text == "a21@entente.example" } })
    }

    private static let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    private static let letterhead = Letterhead(
        contact: office, sender: "entente@entente.example", senderName: "Entente",
        baseURL: "http://127.0.0.1:8080")

    private static func notice(_ verdicts: [NoticeVerdict]) -> StoredNotice {
        StoredNotice(
            id: UUID(), notice: "N20", agreement: Identifier(UUID()), messageID: "<a@entente.example>",
            to: Contact(name: "Rector", email: person), copy: office, subject: "Agreement to sign",
            text: "Open: \(NoticeLink.placeholder)", html: "<p></p>", language: "en",
            createdAt: Instant(millisecondsSinceEpoch: 0), letterhead: nil, verdicts: verdicts,
            withdrawn: false)
    }

    private static func job(of notice: StoredNotice) -> Job {
        let time = MachineTime(microseconds: 0)
        return Job(
            kind: NoticeWorker.kind, key: notice.id.uuidString, sequence: nil, attempt: 1, attemptsMax: 10,
            createdAt: time, runAt: time, claimedAt: time,
            payload: "{\"notice\":\"\(notice.id.uuidString.lowercased())\"}",
            fence: .init(job: Job.ID("1"), token: 1))
    }
}
